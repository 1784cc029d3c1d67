/** One stage of a Dockerfile: `FROM base AS name`, and what is done in it. */
export interface Stage {
  readonly base: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly instruction: string;
  readonly text: string;
}

const INSTRUCTIONS = ['ARG', 'COPY', 'ENV', 'FROM', 'RUN'];

/**
 * Reads the Dockerfiles that we write: an instruction a line, no continuations, no heredocs, every stage named.
 * @throws SyntaxError for anything else
 */
export function readStages(text: string): readonly Stage[] {
  const stages: { base: string; name: string; steps: Step[] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.*[^\\])$/.exec(line) ?? [];
    if (!INSTRUCTIONS.includes(instruction)) throw new SyntaxError(`Dockerfile, line ${index + 1}: ${line}`);
    if (instruction === 'FROM') {
      const [, base = '', name = ''] = /^(\S+) AS ([a-z-]+)$/.exec(rest) ?? [];
      if (name === '') throw new SyntaxError(`Dockerfile, line ${index + 1}: a stage needs a name.`);
      stages.push({ base, name, steps: [] });
    } else stages.at(-1)?.steps.push({ instruction, text: rest });
  }
  return stages;
}

/** All steps of a target, those of the stages it stands on first. */
export function stepsOf(stages: readonly Stage[], target: string): readonly Step[] {
  const stage = stages.find(({ name }) => name === target);
  return stage ? [...stepsOf(stages, stage.base), ...stage.steps] : [];
}

/** The profiles and removals whose models a target installs. */
export function namesIn(stages: readonly Stage[], target: string): readonly string[] {
  return stepsOf(stages, target).flatMap(({ text }) => {
    const [, names = ''] = /install\.py models --to \S+ (.*)$/.exec(text) ?? [];
    return names.split(' ').filter((name) => name !== '');
  });
}
