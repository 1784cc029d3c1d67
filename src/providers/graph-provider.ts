import type { WorkflowGraph } from '../workflow/graph.ts';
import type { ProbedProvider } from './probed-provider.ts';
import type { Ticket, WaitContext } from './provider.ts';

/** A provider that takes whole graphs as well, from programs that choose or bring their own. */
export interface GraphProvider extends ProbedProvider {
  /** Where its jobs live: the same job cannot be asked for elsewhere. No secrets. */
  readonly place: string;
  /** Sends one graph. What is thrown means what it means with `submit`. Gives the remote id. */
  sendGraph(request: GraphRequest, context: WaitContext): Promise<string>;
  /** What became of a graph whose answer was lost: its remote id, or why there is none. */
  findGraph(
    callId: string,
    context: WaitContext,
  ): Promise<{ readonly remoteId: string } | 'never-arrived' | 'cannot-tell'>;
  /** The ticket to poll a graph with, made from what any process may know of it. */
  ticketFor(sent: SentGraph): Ticket;
}

export interface GraphRequest {
  /** Our own id of the call. */
  readonly callId: string;
  /** Every slot is filled. */
  readonly graph: WorkflowGraph;
  readonly uploads: readonly Upload[];
  /** All the pixels that will come back, where that is known. */
  readonly pixels?: number;
  /** Called when the graph is about to leave. */
  readonly beforeSend?: (() => Promise<void>) | undefined;
}

/** A picture that the graph loads, under the name it loads it by. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SentGraph {
  readonly remoteId: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** What to look for; a poll gives the pictures of the n-th as `layer` n, all of its batch. */
  readonly saves: readonly Save[];
}

/** A node that saves pictures, and how their names begin. */
export interface Save {
  readonly node: string;
  readonly prefix: string;
}
