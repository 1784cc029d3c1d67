import { addPngText } from '../../../raster/png.ts';
import { encodePlane, pickChannels } from '../picture/plane.ts';
import type { FileName } from '../engine.ts';
import { nextFileName } from '../save-name.ts';
import { PythonError } from '../python-error.ts';
import type { ImageValue } from '../values.ts';
import { type Inputs, pythonTypeOf, readInputs } from './inputs.ts';
import type { Kernel, KernelContext, Result } from './kernel.ts';

/** Nodes that write files. */
export const SAVE: Readonly<Record<string, Kernel>> = {
  SaveImage: (inputs, context) => save(inputs, context, { type: 'output', prefix: inputs.text('filename_prefix') }),
  PreviewImage: (inputs, context) => save(inputs, context, { type: 'temp', prefix: `ComfyUI_temp_${letters()}` }),
  MaskPreview(inputs, context) {
    const frames = inputs.get('mask', 'mask', 'reshape').frames.map((frame) => pickChannels(frame, [0, 0, 0]));
    const image: ImageValue = { kind: 'image', frames };
    const saving: Saving = { type: 'temp', prefix: `ComfyUI_temp_${letters()}` };
    return save(readInputs('MaskPreview', { images: image }), context, saving);
  },
  SaveImageAdvanced(inputs, context) {
    if (inputs.any('format') !== 'png')
      throw new PythonError('NotImplementedError', 'This rehearsal writes PNG files only.');
    return save(inputs, context, { type: 'output', prefix: inputs.text('filename_prefix') });
  },
  SaveAnimatedPNG: refuseAnimation,
  SaveAnimatedWEBP: refuseAnimation,
  PreviewAny(inputs) {
    const value = inputs.any('source');
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value ?? 'None');
    return { values: [text], ui: { text: [text] } };
  },
};

interface Saving {
  readonly type: FileName['type'];
  readonly prefix: string;
}

/** One file a picture, RGBA exactly when the picture has four channels. */
function save(inputs: Inputs, context: KernelContext, { type, prefix }: Saving): Result {
  const image = inputs.get('image', 'images');
  const size = image.frames[0] ?? { width: 0, height: 0 };
  const images = image.frames.map((frame, index) => {
    const file = nextFileName(context.files, { prefix, type, batchIndex: index, now: context.now(), ...size });
    context.files.write(file, addPngText(encodePlane(frame), context.pngText));
    return file;
  });
  return { values: [image], ui: { images } };
}

function refuseAnimation(inputs: Inputs): Result {
  const images = pythonTypeOf(inputs.any('images'));
  throw new PythonError('NotImplementedError', `This rehearsal writes no animated files; it was given a ${images}.`);
}

/** Five random lower-case letters, as the server puts behind `ComfyUI_temp_`. */
function letters(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return String.fromCharCode(...bytes.map((byte) => 97 + (byte % 26)));
}
