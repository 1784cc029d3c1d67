import { type PythonDict, type PythonValue, isDict, isList } from '../python-value.ts';
import type { WorkflowFault } from './fault.ts';
import { show } from './words.ts';

/** Says what a document is that is no workflow in API format; undefined for one that may be. */
export function recogniseForeign(document: PythonValue): WorkflowFault | undefined {
  if (!isDict(document)) {
    return {
      code: 'not-a-graph',
      message: `A workflow is an object of nodes, and this is ${show(document)}.`,
      cure: 'Export the workflow from ComfyUI with Workflow → Export (API).',
    };
  }
  if (isUiFormat(document)) {
    return {
      code: 'ui-format',
      message:
        'This is a workflow as the ComfyUI editor saves it (with "nodes" and "links"); the server does not take it.',
      cure: 'Open it in ComfyUI and export it with Workflow → Export (API).',
    };
  }
  if (isRequestBody(document)) {
    return {
      code: 'request-body',
      message: 'This is a whole request to POST /prompt, not a workflow alone.',
      cure: 'Give what stands under "prompt", or use --as-server to see what the server would answer to the request.',
    };
  }
  return undefined;
}

function isUiFormat(document: PythonDict): boolean {
  const nodes = document.get('nodes');
  return isList(nodes) || (isList(document.get('links')) && !isNode(nodes));
}

function isRequestBody(document: PythonDict): boolean {
  const prompt = document.get('prompt');
  return isDict(prompt) && !isNode(prompt) && ![...document.values()].some(isNode);
}

function isNode(value: PythonValue | undefined): boolean {
  return isDict(value) && value.has('class_type');
}
