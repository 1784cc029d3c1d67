import * as z from 'zod';
import { type Answer, type Exchange, ok, readJson, refuse } from '../../rehearsal/http/answer.ts';
import { type Booth, CHOICES, type Shown } from './booth.ts';
import { PAGE } from './page.ts';
import type { Pictures } from './pictures.ts';
import { type ViewContext, resultsView, viewOf } from './views.ts';

export interface Judging {
  readonly booth: Booth;
  readonly pictures: Pictures;
  readonly context: ViewContext;
}

/** Every route of the server; what it says of pairs never names a provider or a path. */
export async function answerJudging(exchange: Exchange, judging: Judging): Promise<Answer> {
  const { method, url } = exchange;
  const picture = /^\/pictures\/([0-9a-f]{32})\.png$/.exec(url.pathname)?.[1];
  if (picture !== undefined) return method === 'GET' ? sendPicture(picture, judging.pictures) : NO_METHOD;
  const methods = ROUTES[url.pathname];
  if (!methods) return refuse(404, 'There is nothing here.');
  return (await methods[method]?.(exchange, judging)) ?? NO_METHOD;
}

type Route = (exchange: Exchange, judging: Judging) => Promise<Answer>;

const NO_METHOD = refuse(405, 'That cannot be done here.');

const ROUTES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  '/': { GET: async () => ({ status: 200, bytes: PAGE, mimeType: 'text/html; charset=utf-8' }) },
  '/api/pair': { GET: withVoter(async (voter, { booth, context }) => view(await booth.show(voter), context)) },
  '/api/votes': { POST: castVote },
  '/api/votes/last': { DELETE: withVoter(async (voter, { booth, context }) => view(await booth.undo(voter), context)) },
  '/api/finish': {
    POST: withVoter(async (voter, { booth }) => {
      await booth.finish(voter);
      return ok({});
    }),
  },
  '/api/results': {
    GET: withVoter(async (voter, { booth }) => {
      const results = await booth.results(voter);
      return results ? ok(resultsView(results)) : refuse(403, 'The results are shown when you are done.');
    }),
  },
};

const view = (shown: Shown, context: ViewContext): Answer => ok(viewOf(shown, context));

const VOTER = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(z.string().regex(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,60}$/u));
const VOTE = z.object({ voter: VOTER, pair: z.string(), choice: z.enum(CHOICES) });
const NO_VOTER = refuse(400, 'A name has 1 to 60 letters.');

/** The voter stands in the address. */
function withVoter(work: (voter: string, judging: Judging) => Promise<Answer>): Route {
  return async ({ url }, judging) => {
    const voter = VOTER.safeParse(url.searchParams.get('voter'));
    return voter.success ? work(voter.data, judging) : NO_VOTER;
  };
}

async function castVote(exchange: Exchange, { booth, context }: Judging): Promise<Answer> {
  // A form of another site could send any other type without asking first.
  if (!/^application\/json\b/i.test(exchange.header('content-type') ?? '')) return refuse(415, 'JSON is wanted.');
  const vote = VOTE.safeParse(readJson(exchange));
  if (!vote.success) return refuse(400, `A vote is { voter, pair, choice }, the choice being ${CHOICES.join(', ')}.`);
  const shown = await booth.vote(vote.data.voter, vote.data.pair, vote.data.choice);
  return shown ? view(shown, context) : refuse(409, 'That pair was shown before limner was started anew.');
}

async function sendPicture(name: string, pictures: Pictures): Promise<Answer> {
  const bytes = await pictures.read(name);
  return bytes ? { status: 200, bytes, mimeType: 'image/png' } : refuse(404, 'There is no such picture.');
}
