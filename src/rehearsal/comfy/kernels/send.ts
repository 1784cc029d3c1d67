import { encodePlane } from '../picture/plane.ts';
import type { Kernel } from './kernel.ts';

/** Nodes that send pictures to the client instead of writing files. */
export const SEND: Readonly<Record<string, Kernel>> = {
  async SaveImageWebsocket(inputs, { step }) {
    const { frames } = inputs.get('image', 'images');
    for (const [value, plane] of frames.entries())
      await step({ value, max: frames.length, preview: { plane, final: true }, waitMs: 0 });
    return { values: [] };
  },
  ETN_SendImageWebSocket(inputs, { sendPicture }) {
    const format = inputs.text('format') === 'JPEG' ? 'JPEG' : 'PNG';
    const { frames } = inputs.get('image', 'images');
    for (const plane of frames) sendPicture(plane);
    const type = `image/${format.toLowerCase()}`;
    return {
      values: [],
      ui: { images: frames.map(() => ({ source: 'websocket', 'content-type': type, type: 'output' })) },
    };
  },
  ETN_SaveImageCache(inputs, { files }) {
    const { frames } = inputs.get('image', 'images');
    const images = frames.map((plane) => {
      const id = crypto.randomUUID();
      files.write({ filename: id, subfolder: 'etn', type: 'temp' }, encodePlane(plane));
      return { source: 'http', id, 'content-type': 'image/png', type: 'output' };
    });
    return { values: [], ui: { images } };
  },
};
