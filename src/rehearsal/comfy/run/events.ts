import type { Plane } from '../picture/plane.ts';

/** What an engine tells while it works. Without `to`, every client hears it. */
export type EngineEvent = MessageEvent | ProgressEvent | PictureEvent;

/** One text frame. */
export interface MessageEvent {
  readonly kind: 'message';
  readonly to?: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A step of a node, with or without a picture of how far it is. */
export interface ProgressEvent {
  readonly kind: 'progress';
  readonly to?: string;
  readonly data: { readonly value: number; readonly max: number; readonly prompt_id: string; readonly node: string };
  readonly preview?: Plane;
}

/** A picture that always goes out as a plain preview frame. */
export interface PictureEvent {
  readonly kind: 'picture';
  readonly to?: string;
  readonly plane: Plane;
}
