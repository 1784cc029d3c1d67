import type { Fragment } from './fragment.ts';
import type { ModelFiles } from './profile.ts';

/** One way to cut the subject out on the server. */
export interface Removal {
  readonly name: string;
  readonly title: string;
  /** image → image; absent: the picture stays as it is and limner cuts a key colour away itself. */
  readonly cut?: Fragment;
  readonly files: ModelFiles;
  /** Where its nodes come from; absent when there are none. */
  readonly pack?: NodePack;
  readonly licence?: string;
}

export interface NodePack {
  readonly name: string;
  readonly link: string;
  /** The classes it brings; they are not to be expected everywhere. */
  readonly nodes: readonly string[];
}
