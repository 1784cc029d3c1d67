import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../version.ts';
import { addCalls } from './commands/calls/index.ts';
import { addServe } from './commands/serve/index.ts';
import { addWorkflow } from './commands/workflow/index.ts';
import { programName } from './print/hint.ts';
import { columns, fallSilentOnClosedPipes, printJson, wrap } from './print/terminal.ts';
import type { CheckFlags } from './commands/check.ts';
import type { ProbeFlags } from './commands/probe.ts';
import type { RehearseFlags } from './commands/rehearse.ts';
import type { CompareFlags } from './compare/flags.ts';
import type { RunFlags } from './settings.ts';

const examples = (name: string): string => `
First steps:
  ${name} init                      write a small commented pack, limner.yaml
  ${name} plan limner.yaml          see what would be made, and what it costs
  ${name} generate limner.yaml      make it, into out/<pack>/; open out/<pack>/report.html

${wrap('What is made once is not made again: change one description, and only that asset is made anew.', columns())}
${wrap('Exit codes: 0 all made · 1 some asset failed · 2 bad input · 3 refused before spending · 4 interrupted · 70 a fault in limner', columns())}`;

/** The command line. Each command's work is loaded only when it is called, so that help is instant. */
export function createProgram(): Command {
  const program = new Command('limner')
    .description('From a pack file to game-ready assets, through whichever image provider you choose.')
    .version(version)
    .addHelpText('after', () => examples(programName()))
    .showHelpAfterError(`Run \`${programName()} --help\` to see how it is used.`)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false, minWidthToWrap: 20 });
  addMaking(program);
  addLooking(program);
  addComparing(program);
  addCalls(program);
  addServers(program);
  addServe(program);
  addWorkflow(program);
  return program;
}

function addMaking(program: Command): void {
  program
    .command('init')
    .argument('[place]', 'a folder for limner.yaml, or the name of a .yaml file', something, '.')
    .description('write a small commented pack to start from')
    .action(async (place: string) => (await import('./commands/init.ts')).init(place));
  program
    .command('validate')
    .argument('<pack>', 'a pack file, or a folder with a limner.yaml', something)
    .option('--json', 'print one JSON document')
    .description('check a pack and name every mistake with its place')
    .action(async (pack: string, flags: { json?: boolean }) =>
      (await import('./commands/validate.ts')).validate(pack, flags),
    );
  program
    .command('check')
    .argument('<pack>', 'a pack file, or a folder with a limner.yaml', something)
    .argument('[folder]', 'where the pictures are (default: out/<pack>)', something)
    .option('--only <ids>', 'only these assets, by id, separated by commas', idList)
    .option('--json', 'print one JSON document')
    .description('hold pictures that are there, whoever made them, against what the pack asks for')
    .action(async (pack: string, folder: string | undefined, flags: CheckFlags) =>
      (await import('./commands/check.ts')).checkCommand(pack, folder, flags),
    );
  withRunOptions(program.command('plan'))
    .argument('<pack>', 'a pack file, or a folder with a limner.yaml', something)
    .option('--prompts', 'show the full prompts')
    .description('show what would be made, what is cached, what cannot be made, and what it costs')
    .action(async (pack: string, flags: RunFlags & { prompts?: boolean }) =>
      (await import('./commands/plan.ts')).planCommand(pack, flags),
    );
  withRunOptions(program.command('generate').alias('make'))
    .argument('<pack>', 'a pack file, or a folder with a limner.yaml', something)
    .addOption(concurrency())
    .description('make everything that is not there yet')
    .action(async (pack: string, flags: RunFlags) =>
      (await import('./commands/generate.ts')).generateCommand(pack, flags),
    );
  withBudgets(program.command('resume'))
    .argument('[what]', 'a pack, or the id of a run; else the newest unfinished run here', something)
    .option('--out <folder>', 'the run that writes into this folder', something)
    .option('--state <folder>', 'where the ledger is kept', something)
    .addOption(concurrency())
    .option('--json', 'print events, one JSON object a line')
    .description('finish a run that was interrupted')
    .action(async (what: string | undefined, flags: RunFlags) =>
      (await import('./commands/resume.ts')).resume(what, flags),
    );
}

function addComparing(program: Command): void {
  withBudgets(program.command('compare'))
    .argument('<what>', 'a pack; or the folder of a comparison, to look at it again', something)
    .option('--providers <names>', 'two or more, separated by commas; the one to be replaced comes first', something)
    .option(
      '--runs <n>',
      'how often each provider makes the pack, each time with another seed (default: 1)',
      wholeNumber(1, 100),
    )
    .option('--only <ids>', 'only these assets, by id, separated by commas', idList)
    .option('--seed <n>', "another seed than the pack's", wholeNumber(0, 2147483647))
    .option('--profile <name>', "a model family instead of the pack's, or <type>=<name>; may be repeated", collect)
    .option('--retries <n>', 'how often an asset is painted anew, and paid for, while a gate fails', wholeNumber(0, 10))
    .option('--volume <n>', 'kept assets a month, to reckon what a month costs', wholeNumber(1))
    .option(
      '--threshold <name=n>',
      'made, seconds, saving, gateLoss, preferred, samples or votes; may be repeated',
      collect,
    )
    .option('--out <folder>', 'where the comparison goes (default: out/<pack>-compare)', something)
    .option('--state <folder>', 'where ledger and cache are kept (default: .limner beside the pack)', something)
    .addOption(concurrency())
    .option('--dry-run', 'say what it would make and cost, and end')
    .option('--apply', 'write the suggested routes into the pack, keeping its comments')
    .option('--json', 'print events, one JSON object a line')
    .description('make a pack with several providers, and hold them against each other: works, speed, cost, quality')
    .action(async (what: string, flags: CompareFlags) =>
      (await import('./commands/compare.ts')).compareCommand(what, flags),
    );
}

function addLooking(program: Command): void {
  program
    .command('runs')
    .argument('[pack]', 'a pack file, or a folder with a limner.yaml', something)
    .option('--state <folder>', 'where the ledger is kept', something)
    .option('--limit <n>', 'how many, newest first', wholeNumber(1), 20)
    .option('--cost', 'what they cost: by run, by provider and type, for each asset that was kept')
    .option('--json', 'print one JSON document')
    .description('list the runs')
    .action(async (pack: string | undefined, flags: RunFlags & { limit: number; cost?: boolean }) =>
      (await import('./commands/runs.ts')).runs(pack, flags),
    );
  program
    .command('show')
    .argument('[what]', 'the id of a run, or a pack (its newest run)', something)
    .argument('[asset]', 'the id of one asset, for everything about it', something)
    .option('--state <folder>', 'where the ledger is kept', something)
    .option('--json', 'print one JSON document')
    .description('show what a run made, and how')
    .action(async (what: string | undefined, asset: string | undefined, flags: RunFlags) =>
      (await import('./commands/show.ts')).show(what, asset, flags),
    );
  program
    .command('doctor')
    .argument('[pack]', 'a pack file, or a folder with a limner.yaml', something)
    .option('--out <folder>', 'where the files would go', something)
    .option('--state <folder>', 'where the ledger is kept', something)
    .option('--json', 'print one JSON document')
    .description('check this machine, a pack and what is set up for it')
    .action(async (pack: string | undefined, flags: RunFlags) =>
      (await import('./commands/doctor.ts')).doctor(pack, flags),
    );
}

function addServers(program: Command): void {
  program
    .command('probe')
    .argument('<provider>', 'comfyui-premade, comfyui-custom or comfyui-direct', something)
    .option('--time', 'time two small pictures, cold and warm; this costs')
    .option('--state <folder>', 'where what is found is kept', something)
    .option('--json', 'print one JSON document')
    .description('find out what an endpoint can make, and what it lacks')
    .action(async (provider: string, flags: ProbeFlags) =>
      (await import('./commands/probe.ts')).probeCommand(provider, flags),
    );
  program
    .command('rehearse')
    .option('--preset <name>', 'what the servers can do: base, flux1-dev-fp8 or custom (default: as their ids say)')
    .option('--object-info <file>', "what the servers can do: a ComfyUI's answer to GET /object_info")
    .option('--port <n>', 'of the RunPod server; 0 for any', wholeNumber(0, 65_535), 8190)
    .option('--comfyui-port <n>', 'of the ComfyUI server; 0 for any', wholeNumber(0, 65_535), 8191)
    .option('--scenario-port <n>', 'of the Scenario server; 0 for any', wholeNumber(0, 65_535), 8192)
    .option('--workers <n>', 'the most workers of an endpoint', wholeNumber(0, 1000))
    .option('--cold-start <ms>', 'how long a worker takes to start', wholeNumber(0))
    .option('--execution <ms>', 'how long each job takes, beside the painting', wholeNumber(0))
    .option('--fault <name=rate>', 'a fault that strikes a share of the requests; may be repeated', collect)
    .option('--scenario-fault <name=rate>', 'the same for Scenario, with its own faults', collect)
    .option('--key <key>', 'the only API key that opens the endpoints and Scenario')
    .option('--json', 'print one JSON document when the servers are up')
    .description(
      'serve RunPod, ComfyUI and Scenario on this machine, with the painter behind them, to rehearse a migration',
    )
    .action(async (flags: RehearseFlags) => (await import('./commands/rehearse.ts')).rehearse(flags));
}

function withRunOptions(command: Command): Command {
  return withBudgets(command)
    .option('--out <folder>', 'a folder for the files (default: as the pack says, or out/<pack>)', something)
    .option('--state <folder>', 'where ledger and cache are kept (default: .limner beside the pack)', something)
    .option('--only <ids>', 'only these assets, by id, separated by commas', idList)
    .option('--seed <n>', "another seed than the pack's", wholeNumber(0, 2147483647))
    .option('--retries <n>', 'how often an asset is painted anew, and paid for, while a gate fails', wholeNumber(0, 10))
    .option('--provider <name>', 'a provider for all assets, or <type>=<name> for one type; may be repeated', collect)
    .option('--profile <name>', "a model family instead of the pack's, or <type>=<name>; may be repeated", collect)
    .option('--json', 'print JSON for machines');
}

function withBudgets(command: Command): Command {
  return command
    .option('--budget <usd>', "the most the run may cost, instead of the pack's budget", dollars)
    .option('--day-budget <usd>', 'the most all runs of a day (UTC) may cost', dollars);
}

function concurrency(): Option {
  const help = 'how many assets are under way at once (default: 4, or as many as the provider takes)';
  return new Option('--concurrency <n>', help).argParser(wholeNumber(1, 256));
}

/** An empty text would mean this folder; who writes one has lost a variable. */
function something(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It must not be empty.');
}

function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} up` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It must be a whole number ${range}.`);
  };
}

function dollars(text: string): number {
  const usd = Number(text.replace(/^\$/, ''));
  if (/^\$?(\d+(\.\d*)?|\.\d+)$/.test(text)) return usd;
  throw new InvalidArgumentError('It must be an amount in US dollars, such as 0.50.');
}

function idList(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.every((id) => id !== '')) return ids;
  throw new InvalidArgumentError('It must be ids, separated by commas.');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Runs the command line and gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  fallSilentOnClosedPipes();
  const program = createProgram();
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { failureEvent, reportFailure } = await import('./print/failure.ts');
    if (argv.includes('--json')) printJson(failureEvent(error));
    return reportFailure(error);
  }
}
