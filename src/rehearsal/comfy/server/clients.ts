import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RehearsedComfy } from '../create-engine.ts';
import { encodePlane, type Plane } from '../picture/plane.ts';
import type { EngineEvent, ProgressEvent } from '../run/events.ts';
import { FEATURES } from './answers.ts';
import { acceptSocket, type ServerSocket } from './websocket.ts';

/** All open WebSockets of one server. */
export interface Clients {
  connect(request: IncomingMessage, stream: Duplex, clientId: string | undefined): void;
  closeAll(): void;
}

interface Client {
  readonly socket: ServerSocket;
  /** Undefined when another socket took its name over; it then hears only what everyone hears. */
  sid: string | undefined;
  /** It said that it understands previews with metadata. */
  wantsMetadata: boolean;
}

export function createClients(engine: RehearsedComfy): Clients {
  const clients = new Set<Client>();
  const stopListening = engine.listen((event) => {
    for (const client of clients) if (event.to === undefined || event.to === client.sid) tell(client, event);
  });
  return {
    connect(request, stream, clientId) {
      const sid = clientId || crypto.randomUUID().replaceAll('-', '');
      acceptSocket(request, stream, (socket) => {
        // A client that comes back under its name takes the place of its former socket.
        for (const former of clients) if (former.sid === sid) former.sid = undefined;
        const client: Client = { socket, sid, wantsMetadata: false };
        clients.add(client);
        send(socket, 'status', { status: { exec_info: { queue_remaining: remaining(engine) } }, sid });
        return { onText: (text) => negotiate(client, text), onClose: () => clients.delete(client) };
      });
    },
    closeAll() {
      stopListening();
      for (const { socket } of clients) socket.close();
      clients.clear();
    },
  };
}

export function remaining({ queue }: RehearsedComfy): number {
  return queue.pending().length + (queue.running ? 1 : 0);
}

function negotiate(client: Client, text: string): void {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return;
  }
  if (typeof message !== 'object' || message === null || !('type' in message)) return;
  if (message.type !== 'feature_flags' || !('data' in message)) return;
  const { data } = message;
  client.wantsMetadata =
    typeof data === 'object' &&
    data !== null &&
    'supports_preview_metadata' in data &&
    data.supports_preview_metadata === true;
  send(client.socket, 'feature_flags', FEATURES);
}

function send(socket: ServerSocket, type: string, data: unknown): void {
  socket.send(JSON.stringify({ type, data }));
}

function tell({ socket, wantsMetadata }: Client, event: EngineEvent): void {
  if (event.kind === 'message') return send(socket, event.type, event.data);
  if (event.kind === 'picture') return socket.send(plainPreview(event.plane));
  // With metadata the picture comes before its progress, without it comes after.
  if (event.preview && wantsMetadata) socket.send(previewWithMetadata(event.preview, event.data));
  send(socket, 'progress', event.data);
  if (event.preview && !wantsMetadata) socket.send(plainPreview(event.preview));
}

const PREVIEW = 1;
const PREVIEW_WITH_METADATA = 4;
const PNG_FORMAT = 2;

function plainPreview(plane: Plane): Uint8Array {
  return withHead([PREVIEW, PNG_FORMAT], [encodePlane(plane)]);
}

function previewWithMetadata(plane: Plane, { node, prompt_id: promptId }: ProgressEvent['data']): Uint8Array {
  const metadata = {
    node_id: node,
    prompt_id: promptId,
    display_node_id: node,
    parent_node_id: null,
    real_node_id: node,
    image_type: 'image/png',
  };
  const json = new TextEncoder().encode(JSON.stringify(metadata));
  return withHead([PREVIEW_WITH_METADATA, json.length], [json, encodePlane(plane)]);
}

/** Big-endian numbers of 32 bits, then the parts. */
function withHead(numbers: readonly number[], parts: readonly Uint8Array[]): Uint8Array {
  const head = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, index) => head.setUint32(index * 4, number));
  return Buffer.concat([new Uint8Array(head.buffer), ...parts]);
}
