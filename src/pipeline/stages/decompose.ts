import { operate } from '../operate.ts';
import { type Stage, need } from '../stage.ts';

/** The call that parts a painted scene into its layers. A scene of one layer is that layer. */
export const decompose: Stage = {
  name: 'cut',
  async run(record, context) {
    const { composition } = record.planned.request.job;
    const { images } = need(record.painted, 'painted');
    const scene = images.find(({ role }) => role === 'image');
    if (!scene || composition.kind !== 'layers') return {};
    if (composition.layers.length === 1) return { cut: { images: [{ ...scene, role: 'layer', layer: 0 }] } };
    return { cut: await operate('decompose', scene, record, context) };
  },
};
