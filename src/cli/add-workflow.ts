import type { Command } from 'commander';
import type { ValidateWorkflowFlags } from './commands/workflow/validate.ts';

/** The commands that are about ComfyUI workflows. */
export function addWorkflow(program: Command): void {
  const workflow = program.command('workflow').description('check ComfyUI workflows');
  workflow
    .command('validate')
    .argument('<file>', 'a workflow in API format (JSON), or - for standard input')
    .requiredOption('--object-info <file or URL>', 'a ComfyUI server, or a file with its answer to GET /object_info')
    .option('--as-server', 'take the file for a whole POST /prompt body and print what the server would answer')
    .option('--json', 'print one JSON document')
    .description('find everything that is wrong with a workflow, without a server')
    .action(async (file: string, flags: ValidateWorkflowFlags) =>
      (await import('./commands/workflow/validate.ts')).validateWorkflow(file, flags),
    );
}
