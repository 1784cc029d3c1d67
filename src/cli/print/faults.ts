import { quote } from '../../pack/show-value.ts';
import type { WorkflowFault } from '../../workflow/validate/faults/fault.ts';
import { counted } from './figures.ts';
import { columns, paintText, print, wrap } from './terminal.ts';

/** The faults of a workflow for people: by node, each with its cure. */
export function printFaults(faults: readonly WorkflowFault[], file: string): void {
  let last: string | undefined;
  for (const fault of faults) {
    const place = placeOf(fault);
    if (place !== last) print(paintText('bold', place));
    last = place;
    print(`  ${paintText('red', '✗')} ${wrap(fault.message, columns(), '    ').slice(4)}`);
    print(paintText('gray', wrap(fault.cure, columns() - 4).replaceAll(/^/gm, '    ')));
  }
  print();
  print(`${paintText('red', counted(faults.length, 'fault'))} in ${file}.`);
}

/** `node 3 "Sampler" (KSampler)`, with nothing in it that a terminal would obey. */
function placeOf({ node, title, classType }: WorkflowFault): string {
  if (node === undefined) return 'the whole workflow';
  const name = title === undefined ? '' : ` ${quote(title)}`;
  return `node ${bare(node)}${name}${classType === undefined ? '' : ` (${bare(classType)})`}`;
}

function bare(text: string): string {
  return quote(text).slice(1, -1);
}
