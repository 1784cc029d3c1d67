/**
 * One picture in one call, without a pack: `RUNPOD_ENDPOINT=https://api.runpod.ai/v2/<id> RUNPOD_API_KEY=… node examples/one-entity.ts`.
 * Without these it asks a rehearsal on this machine, which `limner rehearse` starts. In a project of your own import from 'limner'.
 */
import { writeFile } from 'node:fs/promises';
import { ComfyUIClient, createSilhouette } from '../src/index.ts';

const client = new ComfyUIClient({
  endpoint: process.env['RUNPOD_ENDPOINT'] ?? 'http://127.0.0.1:8190/v2/custom',
  apiKey: process.env['RUNPOD_API_KEY'] ?? '',
});

const inputImage = createSilhouette({ shape: 'box', width: 64, height: 64 });
const { assetId } = await client.unifiedGenerate({
  workflowId: 'entity',
  prompt: 'a wooden treasure chest with iron bands, game art',
  inputImage,
  width: 512,
  height: 512,
});

const { buffer, extension } = await client.downloadImage(assetId);
const file = `treasure-chest.${extension}`;
await writeFile(file, buffer);
console.log(`${file}: ${buffer.length} bytes`);
