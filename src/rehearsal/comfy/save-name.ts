import type { FileName } from './engine.ts';
import type { FileStore } from './files.ts';
import { PythonError } from './python-error.ts';

export interface SaveRequest {
  readonly prefix: string;
  readonly type: FileName['type'];
  readonly batchIndex: number;
  readonly width: number;
  readonly height: number;
  readonly now: Date;
}

/**
 * `prefix_00001_.png`: one more than the highest number with that prefix in its folder. The prefix may hold a folder and
 * the server's own tokens; the web page's tokens stay as they are. Throws when it leads out of the folder.
 */
export function nextFileName(files: FileStore, request: SaveRequest): FileName {
  const { type } = request;
  const path = expandTokens(request);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const stem = parts.pop() ?? '';
  if (path.startsWith('/') || parts.includes('..')) throw outsideFolder(type);
  const subfolder = parts.join('/');
  // The counter is that of the whole batch's prefix, in which the place in the batch is still a token.
  const family = new RegExp(`^${escape(stem).replaceAll('%batch_num%', '\\d+')}_(\\d+)_`);
  const highest = Math.max(0, ...files.list(type, subfolder).map((name) => Number(family.exec(name)?.[1] ?? 0)));
  const counter = String(highest + 1).padStart(5, '0');
  return { filename: `${stem.replaceAll('%batch_num%', String(request.batchIndex))}_${counter}_.png`, subfolder, type };
}

function expandTokens({ prefix, width, height, now }: SaveRequest): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const tokens: Readonly<Record<string, string>> = {
    '%width%': String(width),
    '%height%': String(height),
    '%year%': String(now.getFullYear()),
    '%month%': two(now.getMonth() + 1),
    '%day%': two(now.getDate()),
    '%hour%': two(now.getHours()),
    '%minute%': two(now.getMinutes()),
    '%second%': two(now.getSeconds()),
  };
  return Object.entries(tokens).reduce((text, [token, value]) => text.replaceAll(token, value), prefix);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function outsideFolder(type: string): PythonError {
  return new PythonError(
    'Exception',
    `**** ERROR: Saving image outside the output folder is not allowed.\n full_output_folder: ComfyUI\n         output_dir: ComfyUI/${type}`,
  );
}
