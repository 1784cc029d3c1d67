import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { createPainter } from '../src/providers/painter/index.ts';
import type { ImageJob, PaintedImage } from '../src/providers/provider.ts';
import { encodePng } from '../src/raster/png.ts';
import { createRaster } from '../src/raster/raster.ts';

export interface House extends AsyncDisposable {
  readonly url: string;
  /** Our ids of the jobs it took, in the order they came: what it would charge for. */
  readonly taken: readonly string[];
}

type Paint = (job: ImageJob) => Promise<readonly PaintedImage[]>;

/**
 * The service that `docs/house-provider.ts` talks to, with the painter behind it. A job is done when it is asked for twice. Of some jobs, if
 * it is told which, the picture is blank.
 */
export async function startHouse(isBlank: (job: ImageJob) => boolean = () => false): Promise<House> {
  const jobs = new Map<string, HouseJob>();
  const paintOrNot: Paint = async (job) => (isBlank(job) ? [blank(job)] : paint(job));
  const server = createServer((request, response) => {
    answer(request, jobs, paintOrNot)
      .catch((error: unknown) => ({ status: 500, body: { reason: String(error) } }))
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  const port = await listen(server);
  server.unref();
  return {
    url: `http://127.0.0.1:${port}`,
    get taken() {
      return [...jobs.values()].map(({ callId }) => callId);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface HouseJob {
  readonly callId: string;
  readonly job: ImageJob;
  asked: number;
}

interface Reply {
  readonly status: number;
  readonly body?: Uint8Array | object;
}

async function answer(request: IncomingMessage, jobs: Map<string, HouseJob>, paintIt: Paint): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://house');
  const [, , id = '', , picture] = pathname.split('/');
  if (request.method === 'POST') return take(jobs, (await json(request)) as Pick<HouseJob, 'callId' | 'job'>);
  const callId = searchParams.get('callId');
  if (callId !== null) {
    const found = [...jobs].find(([, known]) => known.callId === callId);
    return found ? { status: 200, body: { id: found[0] } } : { status: 404 };
  }
  const known = jobs.get(id);
  if (!known) return { status: 404 };
  if (request.method === 'DELETE') return { status: 409 };
  return picture === undefined ? tell(id, known, paintIt) : show(known, Number(picture), paintIt);
}

function take(jobs: Map<string, HouseJob>, { callId, job }: Pick<HouseJob, 'callId' | 'job'>): Reply {
  const id = String(jobs.size + 1);
  jobs.set(id, { callId, job, asked: 0 });
  return { status: 201, body: { id } };
}

async function tell(id: string, known: HouseJob, paintIt: Paint): Promise<Reply> {
  known.asked += 1;
  if (known.asked === 1) return { status: 200, body: { state: 'running' } };
  const pictures = (await paintIt(known.job)).map(({ layer }, index) => ({
    path: `/jobs/${id}/pictures/${index}`,
    layer,
  }));
  return { status: 200, body: { state: 'done', pictures } };
}

async function show({ job }: HouseJob, index: number, paintIt: Paint): Promise<Reply> {
  const image = (await paintIt(job))[index];
  return image ? { status: 200, body: image.bytes } : { status: 404 };
}

function blank({ canvas }: ImageJob): PaintedImage {
  const raster = createRaster(canvas.width, canvas.height, [0, 0, 0, 255]);
  return { role: 'image', bytes: encodePng(raster), mimeType: 'image/png' };
}

async function paint(job: ImageJob): Promise<readonly PaintedImage[]> {
  const painter = createPainter();
  const { signal } = new AbortController();
  const readBlob = async (sha256: string): Promise<never> => {
    throw new Error(`The house has no blob ${sha256}.`);
  };
  const ticket = await painter.submit(job, { callId: 'house', claimedAt: 0, signal, readBlob });
  const state = await painter.poll(ticket, { signal, readBlob });
  return state.phase === 'done' ? state.images : [];
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status).end(body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
