import { LimnerError } from '../../errors.ts';
import { neverStood } from '../../providers/network.ts';
import { type S3Answer, errorCode, errorMessage } from './answer.ts';

/** Failures of the service that the same request may not meet again. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  'BadDigest',
  'ConditionalRequestConflict',
  'IncompleteBody',
  'InternalError',
  'OperationAborted',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  'XAmzContentSHA256Mismatch',
]);

const NOT_IMPLEMENTED = 501;

/** Whether the same request may well succeed a little later. */
export function mayPass(answer: S3Answer): boolean {
  const { status } = answer;
  if (status === NOT_IMPLEMENTED) return false;
  return status >= 500 || status === 429 || status === 408 || PASSING_CODES.has(errorCode(answer) ?? '');
}

interface Wording {
  readonly what: string;
  readonly next: string;
}

const CHECK_KEYS = 'Check the access key and its secret (R2_ACCESS_KEY_ID and R2_SECRET_ACCESS_KEY, or the AWS_ ones).';
const ALLOW = 'Give the key leave to read, write, list and delete in this bucket (on R2: Object Read & Write).';
const WRONG_REGION = 'Set AWS_REGION to the region of the bucket, or S3_ENDPOINT to its address.';
const NO_KEY: Wording = { what: 'it does not know the access key', next: CHECK_KEYS };
const FORBIDDEN: Wording = { what: 'the key may not do this', next: ALLOW };
const ELSEWHERE: Wording = { what: 'the bucket is in another region', next: WRONG_REGION };

const WORDINGS: Readonly<Record<string, Wording>> = {
  AccessDenied: FORBIDDEN,
  AccountProblem: { what: 'there is a problem with the account', next: 'Ask the provider of the bucket.' },
  AllAccessDisabled: FORBIDDEN,
  AuthorizationHeaderMalformed: ELSEWHERE,
  ExpiredToken: { what: 'the session token has expired', next: 'Fetch fresh keys and run the command again.' },
  EntityTooLarge: { what: 'the file is too large for it', next: 'Make fewer assets in one pack.' },
  IllegalLocationConstraintException: ELSEWHERE,
  InvalidAccessKeyId: NO_KEY,
  InvalidToken: { what: 'it does not accept the session token', next: 'Fetch fresh keys, or unset AWS_SESSION_TOKEN.' },
  NoSuchBucket: {
    what: 'there is no such bucket',
    next: 'Make the bucket, or correct its name in the pack or in R2_BUCKET.',
  },
  PermanentRedirect: ELSEWHERE,
  QuotaExceeded: { what: 'the bucket is full', next: 'Free some space in the bucket, then run the command again.' },
  RequestTimeTooSkewed: {
    what: "this machine's clock is wrong",
    next: 'Set the clock of this machine, then run the command again.',
  },
  SignatureDoesNotMatch: { what: 'the secret does not belong to the access key', next: CHECK_KEYS },
  Unauthorized: NO_KEY,
};

const BY_STATUS: Readonly<Record<number, Wording>> = {
  301: ELSEWHERE,
  307: ELSEWHERE,
  401: NO_KEY,
  403: FORBIDDEN,
};

const LATER = 'Run the command again: nothing is paid twice.';

/** A refusal in our words. `target` says what was to be done to what; `secrets` are never quoted. */
export function answerFailure(target: string, answer: S3Answer, secrets: readonly string[]): LimnerError {
  const { status, headers } = answer;
  const code = errorCode(answer);
  const known = (code === undefined ? undefined : WORDINGS[code]) ?? BY_STATUS[status];
  const said = redact(errorMessage(answer) ?? '', secrets);
  const what = known?.what ?? (said === '' ? 'the request failed' : said.replace(/\.$/, ''));
  const region = headers.get('x-amz-bucket-region');
  const next = known === ELSEWHERE && region !== null ? `Set AWS_REGION=${region}.` : (known?.next ?? LATER);
  const answered = code === undefined ? `${status}` : `${status} ${redact(code, secrets)}`;
  return new LimnerError('LIMNER_STORE_FAILED', `${target}: ${what} (the store answered ${answered}).`, {
    next,
    retryable: mayPass(answer),
    facts: { status, ...(code === undefined ? {} : { code: redact(code, secrets) }) },
  });
}

/** No answer, or one that broke off. */
export function networkFailure(target: string, error: unknown): LimnerError {
  const reason = neverStood(error);
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  const broken = isLate ? 'the store did not answer in time' : 'the connection broke off';
  const what = reason === undefined ? broken : `the store does not answer (${reason})`;
  return new LimnerError('LIMNER_STORE_FAILED', `${target}: ${what}.`, {
    cause: error,
    retryable: true,
    next: 'Check the network and the address of the store (S3_ENDPOINT, R2_ACCOUNT_ID), then run the command again: nothing is paid twice.',
  });
}

export function damaged(target: string): LimnerError {
  return new LimnerError(
    'LIMNER_STORE_FAILED',
    `${target}: the bytes in the store are not those that were put there.`,
    {
      next: 'Run the command again: the file is put there anew. If that happens again, ask the provider of the bucket.',
    },
  );
}

/** A web page, say, that answers everything with 200. */
export function notS3(target: string): LimnerError {
  return new LimnerError('LIMNER_STORE_FAILED', `${target}: what answers at its address does not speak S3.`, {
    next: 'Check the address of the store (S3_ENDPOINT, R2_ACCOUNT_ID).',
  });
}

/** Servers like to repeat what they were sent, and may say more than a line. */
function redact(text: string, secrets: readonly string[]): string {
  const clean = secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '…')), text);
  return clean.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
