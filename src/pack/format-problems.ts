import type { PackProblem } from './problem.ts';

/** One line a problem: `pack.yaml:12:9  assets[3].widht  unknown key "widht"; did you mean "width"?` */
export function formatProblems(problems: readonly PackProblem[]): string {
  return problems.map(formatProblem).join('\n');
}

function formatProblem(problem: PackProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return [place, problem.path, problem.message].filter((part) => part !== '').join('  ');
}
