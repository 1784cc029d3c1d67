import type { ModelInput, RemoteModel } from './remote-model.ts';

/**
 * What the typed endpoints take. They have no schema of their own to ask for; these are the fields of the last published one. `seed` is a text.
 */
export function legacyModel(route: 'txt2img' | 'img2img' | 'remove-background'): RemoteModel {
  const inputs = route === 'remove-background' ? REMOVAL : route === 'img2img' ? [...TXT2IMG, ...FROM_IMAGE] : TXT2IMG;
  return { id: route, name: `/generate/${route}`, inputs, restrictions: 0 };
}

const SIDE = { type: 'number', min: 64, max: 2048, step: 8 } as const;

const TXT2IMG: readonly ModelInput[] = [
  { name: 'modelId', type: 'string', isRequired: true },
  { name: 'prompt', type: 'string', isRequired: true },
  { name: 'numSamples', type: 'number', min: 1, max: 128, step: 1 },
  { name: 'width', ...SIDE },
  { name: 'height', ...SIDE },
  { name: 'guidance', type: 'number', min: 0, max: 20 },
  { name: 'numInferenceSteps', type: 'number', min: 1, max: 150, step: 1 },
  { name: 'seed', type: 'string' },
  { name: 'negativePrompt', type: 'string' },
  { name: 'scheduler', type: 'string' },
];

const FROM_IMAGE: readonly ModelInput[] = [
  { name: 'image', type: 'file', isRequired: true },
  { name: 'strength', type: 'number', min: 0.01, max: 1 },
];

const REMOVAL: readonly ModelInput[] = [
  { name: 'image', type: 'file', isRequired: true },
  { name: 'format', type: 'string', allowedValues: ['png', 'jpeg'] },
  { name: 'backgroundColor', type: 'string' },
];
