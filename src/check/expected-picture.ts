import type { MeasuredPicture } from '../measure/picture.ts';
import type { Study } from '../measure/study.ts';
import type { GateResult } from '../report/manifest.ts';

/** A finished picture with what the gates hold it to. */
export interface ExpectedPicture extends MeasuredPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What stands free in a cut-out, so that no border may cut it. Absent for scenes, layers and sheets. */
  readonly free?: 'subject' | 'lettering';
  /** It was asked to fill a box, and may do so up to the corners as only a background does else. */
  readonly isBoxed?: boolean;
  /** It was asked for something of which there is little to see: a shadow, or a thing of thin lines. */
  readonly isSlight?: boolean;
  /** It was asked for something that shines or has no clear edge. */
  readonly isAglow?: boolean;
  /** It was asked for with a line or a band around it, as stickers have. */
  readonly isRimmed?: boolean;
  /** More than one was asked for. */
  readonly several?: boolean;
}

/** One question about a picture; undefined where it does not apply. */
export type Gate = (picture: ExpectedPicture & Study) => GateResult | undefined;
