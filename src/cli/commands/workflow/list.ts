import { WORKFLOW_TYPES, catalogueEntry } from '../../../workflow/catalogue.ts';
import { listWorkflows, profilesOf, removalsOf } from '../../../workflow/list.ts';
import { PROFILES } from '../../../workflow/profiles/index.ts';
import { REMOVALS } from '../../../workflow/removals/index.ts';
import { counted } from '../../print/figures.ts';
import { columns, paintText, print, printJson, wrap } from '../../print/terminal.ts';

export function workflowList(flags: { readonly json?: boolean }): void {
  const workflows = listWorkflows();
  if (flags.json) {
    printJson(workflows);
    return;
  }
  for (const type of WORKFLOW_TYPES) {
    print(paintText('bold', type));
    printLine(catalogueEntry(type).about);
    printLine(`profiles: ${profilesOf(type).join(', ')}`);
    printLine(`removals: ${removalsOf(type).join(', ')}`);
  }
  print();
  print(paintText('bold', 'Profiles'));
  for (const { name, title, licence, speed } of PROFILES)
    printLine(`${name}: ${title}. ${licence.name}, hosting ${licence.hosting}. About ${speed.seconds} s a picture.`);
  print();
  print(paintText('bold', 'Removals'));
  for (const { name, title } of REMOVALS) printLine(`${name}: ${title}.`);
  print();
  print(`${counted(workflows.length, 'workflow')}. See one with: limner workflow show <type>`);
}

function printLine(text: string): void {
  print(`  ${wrap(text, columns(), '    ').slice(4)}`);
}
