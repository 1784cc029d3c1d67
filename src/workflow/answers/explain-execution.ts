import { LimnerError } from '../../errors.ts';

const SHOWN = 400;

/** What went wrong while a graph ran, from the text that the server gives; something was probably spent. */
export function explainExecution(provider: string, text: string): LimnerError {
  const message = tidy(text);
  if (/out of memory|OutOfMemory|CUDA error: out of|alloc(?:ate|ation) .* (?:failed|memory)/i.test(text)) {
    return new LimnerError('LIMNER_OUT_OF_MEMORY', `${provider} ran out of GPU memory: ${message}`);
  }
  if (/mat1 and mat2 shapes|size mismatch for|state_dict/i.test(text)) {
    return new LimnerError('LIMNER_CALL_FAILED', `${provider} has model files that do not fit each other: ${message}`, {
      next: 'Check that text encoder, VAE and model belong to the same profile.',
    });
  }
  return new LimnerError('LIMNER_CALL_FAILED', `${provider} failed while it painted: ${message}`, { retryable: true });
}

/** The first line says it; what follows is advice and tracebacks. */
function tidy(text: string): string {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? 'it did not say why';
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line.trim();
}
