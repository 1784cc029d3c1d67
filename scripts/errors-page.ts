import { ERROR_CATALOGUE } from '../src/errors.ts';

const HEAD = `# Errors

Written from \`src/errors.ts\` by \`node scripts/write-errors.ts\`; do not edit it by hand.

Every failure has a permanent code, a sentence that says what happened and why, and one that says what to do next. The command
line tells them on standard error; with \`--json\` also as \`error: { code, message, next }\`, and so does \`manifest.json\` for each asset that
was not made. What follows is general advice: the place that fails often knows better.`;

/** What the command line's exit codes mean, in the order of the page. */
const EXITS = [
  [
    1,
    'An asset failed; all others are made. Or files could not be written, which ends the run; what was made is kept.',
  ],
  [2, 'Bad input: arguments, packs, folders. Nothing was spent.'],
  [3, 'Refused before anything was spent on it. Assets that were not refused are made.'],
  [4, 'Interrupted. What was made is kept.'],
  [70, 'A fault in limner.'],
] as const;

/** `docs/errors.md`: every code of the catalogue under its exit code. */
export function errorsPage(): string {
  const chapters = EXITS.map(([exitCode, words]) =>
    [`## Exit code ${exitCode}`, words, ...entriesOf(exitCode)].join('\n\n'),
  );
  return `${[HEAD, ...chapters].join('\n\n')}\n`;
}

function entriesOf(exitCode: number): readonly string[] {
  return Object.entries(ERROR_CATALOGUE)
    .filter(([, entry]) => entry.exitCode === exitCode)
    .map(([code, { meaning, next }]) => `### \`${code}\`\n\n${meaning}\n\nNext: ${next}`);
}
