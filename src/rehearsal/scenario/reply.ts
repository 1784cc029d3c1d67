import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer.ts';

/** A refusal as the API words most of them. */
export function because(status: number, reason: string, more: { readonly [key: string]: unknown } = {}): Answer {
  return { status, json: { reason, ...more, trace_id: randomUUID() } };
}

/** What stands before the API when the API itself is away. */
export function page(status: number, title: string): Answer {
  const html = `<html>\n<head><title>${status} ${title}</title></head>\n<body><h1>${status} ${title}</h1></body>\n</html>\n`;
  return { status, bytes: new TextEncoder().encode(html), mimeType: 'text/html' };
}

/** Thrown where a request turns out to be one that the API refuses. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, reason: string) {
    super(reason);
    this.answer = because(status, reason);
  }
}
