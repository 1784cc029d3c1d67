import type { Command } from 'commander';
import type { ValidateWorkflowFlags } from './validate.ts';

/** `limner workflow …`: the graphs that are sent to ComfyUI, ours and other people's. */
export function addWorkflow(program: Command): void {
  const workflow = program.command('workflow').description('look at ComfyUI workflows, and check them');
  workflow
    .command('list')
    .option('--json', 'print one JSON document')
    .description('list every workflow there is: type, profile, background removal')
    .action(async (flags: { json?: boolean }) => (await import('./list.ts')).workflowList(flags));
  workflow
    .command('show')
    .argument('<type>', 'a workflow of `limner workflow list`, or an asset type')
    .option('--profile <name>', 'the model family (default: the preferred one)')
    .option('--removal <name>', 'how the background is removed (default: the preferred way)')
    .option('--json', 'print the graph alone, as ComfyUI takes it')
    .description('show one workflow with something in every slot')
    .action(async (type: string, flags: { profile?: string; removal?: string; json?: boolean }) =>
      (await import('./show.ts')).workflowShow(type, flags),
    );
  workflow
    .command('validate')
    .argument('<file>', 'a workflow in API format (JSON), or - for standard input')
    .requiredOption('--object-info <file or URL>', 'a ComfyUI server, or a file with its answer to GET /object_info')
    .option('--as-server', 'take the file for a whole POST /prompt body and print what the server would answer')
    .option('--json', 'print one JSON document')
    .description('find everything that is wrong with a workflow, without a server')
    .action(async (file: string, flags: ValidateWorkflowFlags) =>
      (await import('./validate.ts')).validateWorkflow(file, flags),
    );
}
