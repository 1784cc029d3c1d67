import { sha256 } from '../../hash.ts';
import type { FileName, UploadedFile } from './engine.ts';

/** The input, output and temp folders of one server, in memory. */
export interface FileStore {
  read(file: FileName): Uint8Array | undefined;
  write(file: FileName, bytes: Uint8Array): void;
  remove(file: FileName): boolean;
  /** Takes another name when one with other bytes is there, like `/upload/image` does. */
  upload(file: UploadedFile): FileName;
  /** Names in one folder, without those in its subfolders. */
  list(type: FileName['type'], subfolder: string): readonly string[];
  /** Every file as a loader may name it: `sub/name.png` of the input folder, others with their folder in brackets. */
  all(): readonly string[];
}

export function createFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  const read = (file: FileName): Uint8Array | undefined => files.get(pathOf(file));
  return {
    read,
    write: (file, bytes) => void files.set(pathOf(file), bytes),
    remove: (file) => files.delete(pathOf(file)),
    upload({ name, bytes, subfolder = '', type = 'input', overwrite = false }) {
      const file = overwrite ? { filename: name, subfolder, type } : freeName({ filename: name, subfolder, type });
      files.set(pathOf(file), bytes);
      return file;

      function freeName(wanted: FileName): FileName {
        const [stem, extension] = splitName(wanted.filename);
        for (let count = 0; ; count += 1) {
          const filename = count === 0 ? wanted.filename : `${stem} (${count})${extension}`;
          const present = read({ ...wanted, filename });
          if (!present || sha256(present) === sha256(bytes)) return { ...wanted, filename };
        }
      }
    },
    list(type, subfolder) {
      const folder = pathOf({ filename: '', subfolder, type });
      return [...files.keys()]
        .filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
        .map((path) => path.slice(folder.length))
        .sort();
    },
    all: () => [...files.keys()].map(annotatedName),
  };
}

function annotatedName(path: string): string {
  const slash = path.indexOf('/');
  const [type, name] = [path.slice(0, slash), path.slice(slash + 1)];
  return type === 'input' ? name : `${name} [${type}]`;
}

function pathOf({ filename, subfolder, type }: FileName): string {
  return subfolder === '' ? `${type}/${filename}` : `${type}/${subfolder}/${filename}`;
}

function splitName(filename: string): readonly [stem: string, extension: string] {
  const dot = filename.lastIndexOf('.');
  return dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
}

/** `sub/name.png [output]` as a loader names a file. The folder in brackets is input when it is not said. */
export function parseAnnotatedName(annotated: string): FileName {
  const match = /^(.*?)(?: ?\[(input|output|temp)\])?$/s.exec(annotated);
  const path = match?.[1] ?? annotated;
  const slash = path.lastIndexOf('/');
  const type = match?.[2] === 'output' || match?.[2] === 'temp' ? match[2] : 'input';
  return { filename: path.slice(slash + 1), subfolder: slash < 0 ? '' : path.slice(0, slash), type };
}
