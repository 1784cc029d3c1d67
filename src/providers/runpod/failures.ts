import { LimnerError } from '../../errors.ts';
import { explainExecution } from '../../workflow/answers/explain-execution.ts';
import { type NodePack, explainRefusal } from '../../workflow/answers/explain-refusal.ts';
import { isObject, parseLoosely, textOf } from '../../workflow/answers/loose-json.ts';
import { readRefusalText } from '../../workflow/answers/refusal-text.ts';

export interface FailureContext {
  readonly provider: string;
  readonly packOf: (className: string) => NodePack | undefined;
}

/** Texts of a worker whose ComfyUI has died or never came up: it fails every job that it takes, within a second. */
const BROKEN_WORKER =
  /not reachable after multiple retries|HTTP unreachable|WebSocket (?:communication|connection) error|Failed to connect to ComfyUI/i;
const EXECUTION = /Workflow execution error:\s*(.*)/s;

/**
 * A FAILED job in our words. The cause may stand in `error` (plain text, text with JSON behind it, Python's `repr`, or a JSON string with
 * a traceback) or only in `output.details`.
 */
export function explainFailure(
  job: { readonly error?: unknown; readonly output?: unknown },
  context: FailureContext,
): LimnerError {
  const { provider } = context;
  const crash = typeof job.error === 'string' ? parseLoosely(job.error) : job.error;
  if (isObject(crash) && ('error_message' in crash || 'error_type' in crash)) {
    return explainText(`${textOf(crash['error_type'])} ${textOf(crash['error_message'])}`.trim(), context);
  }
  const text = textOf(job.error);
  const details = detailsOf(job.output);
  const refusal = readRefusalText(text) ?? details.map(readRefusalText).find((found) => found !== undefined);
  if (refusal) return explainRefusal(refusal, context);
  const execution = [text, ...details].map((line) => EXECUTION.exec(line)?.[1]).find((line) => line !== undefined);
  if (execution !== undefined) return explainExecution(provider, execution);
  return explainText([text, ...details].filter((line) => line !== '').join(' '), context);
}

/** One of `output.errors`, of a job that completed all the same. */
export function explainPartialFailure(line: string, { provider }: FailureContext): LimnerError {
  return explainExecution(provider, EXECUTION.exec(line)?.[1] ?? line);
}

function explainText(text: string, { provider }: FailureContext): LimnerError {
  if (BROKEN_WORKER.test(text)) {
    return new LimnerError('LIMNER_WORKER_BROKEN', `A worker of ${provider} has lost its ComfyUI: ${shorten(text)}`, {
      retryable: true,
    });
  }
  if (/Error queuing workflow: 5\d\d/.test(text)) {
    return new LimnerError('LIMNER_WORKFLOW_REFUSED', `${provider} could not read the workflow: ${shorten(text)}`, {
      refused: true,
      // Nothing ran; a server that is well reads what it is sent.
      retryable: true,
    });
  }
  if (/Missing 'workflow'|'images' must be|Invalid JSON format|Please provide input/.test(text)) {
    return new LimnerError('LIMNER_WORKFLOW_REFUSED', `${provider} did not understand the job: ${shorten(text)}`, {
      refused: true,
    });
  }
  if (/Failed to upload/.test(text)) {
    return new LimnerError('LIMNER_CALL_FAILED', `${provider} could not take the guide picture: ${shorten(text)}`, {
      retryable: true,
    });
  }
  return explainExecution(provider, text === '' ? 'the job failed without a word' : text);
}

function detailsOf(output: unknown): readonly string[] {
  if (typeof output === 'string') return [output];
  if (!isObject(output)) return [];
  const { details, errors, message } = output;
  return [details, errors, message].flatMap((value) =>
    Array.isArray(value) ? value.map(String) : textOf(value) || [],
  );
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
