import { styleText } from 'node:util';

/** Prints a line of a command's result. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line of news or trouble beside the result. */
export function printAside(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

type Format = Parameters<typeof styleText>[0];

/** Colours a text when standard output is a terminal that wants colours (NO_COLOR, FORCE_COLOR). */
export function paintText(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** The width to wrap and cut at; 80 where there is no terminal. */
export function columns(): number {
  return Math.max(20, process.stdout.columns ?? 80);
}

/** Cuts a text to a width, with a mark where something is missing. */
export function cut(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Breaks a text between words into indented lines no wider than `width`; a longer word stays whole, to be copied. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== indent && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

let stop = (): void => undefined;

/** What to do, besides falling silent, when nobody can be told anything any more. */
export function onSilence(work: () => void): void {
  stop = work;
}

/** A pipe whose reader went away, or a full disk behind it, ends in silence and not in a stack trace. */
export function fallSilentOnClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 1;
      stop();
    });
  }
}
