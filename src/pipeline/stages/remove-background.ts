import { operate } from '../operate.ts';
import { type Stage, need } from '../stage.ts';

/** The call that takes away what is behind a subject. Pictures that keep it pass through untouched. */
export const removeBackground: Stage = {
  name: 'cut',
  async run(record, context) {
    const { job } = record.planned.request;
    const picture = need(record.painted, 'painted').images.find(({ role }) => role === 'image');
    if (!job.transparent || !picture) return {};
    return { cut: await operate('remove-background', picture, record, context) };
  },
};
