import { randomUUID } from 'node:crypto';
import { LimnerError } from '../../../errors.ts';
import { findFaults } from '../../../workflow/validate/faults/find-faults.ts';
import { type PythonDict, PythonError, type PythonValue, isDict } from '../../../workflow/validate/python-value.ts';
import { readPythonJson } from '../../../workflow/validate/read-python-json.ts';
import { type ServerAnswer, validateTextAsServer } from '../../../workflow/validate/validate-as-server.ts';
import { loadNodeCatalogue } from '../../load-node-catalogue.ts';
import { counted } from '../../print/figures.ts';
import { printFaults } from '../../print/faults.ts';
import { paintText, print, printJson } from '../../print/terminal.ts';
import { nameOf, readDocument } from '../../read-document.ts';

export interface ValidateWorkflowFlags {
  readonly objectInfo: string;
  readonly asServer?: boolean;
  readonly json?: boolean;
}

const CODE = 'LIMNER_WORKFLOW_UNREADABLE';

export async function validateWorkflow(path: string, flags: ValidateWorkflowFlags): Promise<void> {
  const text = await readDocument(path, CODE);
  const catalogue = await loadNodeCatalogue(flags.objectInfo);
  if (flags.asServer) tellAnswer(text, catalogue);
  else tellFaults(path, text, { catalogue, json: flags.json === true });
}

/** Prints what the server would answer to a body; its digits are kept, which JavaScript's own JSON would lose. */
function tellAnswer(text: string, catalogue: PythonDict): void {
  const answer = validateTextAsServer(text, { catalogue, ids: { promptId: randomUUID() } });
  print(`{"status": ${answer.status}, "body": ${bodyText(answer)}}`);
  process.exitCode = answer.status === 200 ? 0 : 2;
}

/** The server's text, unless it is none that every reader of JSON takes: a failure in words, or NaN. */
function bodyText({ text, body }: ServerAnswer): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(body);
  }
}

interface Check {
  readonly catalogue: PythonDict;
  readonly json: boolean;
}

function tellFaults(path: string, text: string, { catalogue, json }: Check): void {
  const graph = parse(text, nameOf(path));
  const faults = findFaults(graph, catalogue);
  process.exitCode = faults.length === 0 ? 0 : 2;
  if (json) printJson({ valid: faults.length === 0, faults });
  else if (faults.length > 0) printFaults(faults, nameOf(path));
  else
    print(
      `${paintText('green', 'OK')} ${nameOf(path)}: ${counted(isDict(graph) ? graph.size : 0, 'node')}, no faults.`,
    );
}

function parse(text: string, name: string): PythonValue {
  try {
    return readPythonJson(text);
  } catch (cause) {
    if (!(cause instanceof PythonError)) throw cause;
    throw new LimnerError(CODE, `${name} is not JSON: ${cause.message}.`, { cause });
  }
}
