import { createScenarioAdapter } from 'limner';

/** A creature as Scenario makes it, call by call: upload, img2img, remove background, download. Gives the PNG's bytes. */
export async function makeCreature(
  guide: Uint8Array,
  keys: { readonly apiKey: string; readonly secretApiKey: string; readonly baseUrl?: string },
): Promise<Uint8Array> {
  const scenario = createScenarioAdapter(keys);
  const image = await scenario.uploadImage(guide, { name: 'guide.png' });
  const prompt = 'a cute green slime, isolated on a plain light grey background, no shadow';
  const painted = await scenario.img2img({ prompt, image, strength: 0.95, width: 512, height: 512, seed: 7 });
  const cut = await scenario.removeBackground(painted.assetIds[0] ?? '');
  const { bytes } = await scenario.downloadImage(cut.assetIds[0] ?? '');
  return bytes;
}
