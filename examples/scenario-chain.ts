/**
 * A creature as Scenario makes it, call by call: `SCENARIO_API_KEY=… SCENARIO_SECRET_API_KEY=… SCENARIO_BASE_URL=https://api.cloud.scenario.com/v1 node
 * examples/scenario-chain.ts`. Without these it asks a rehearsal on this machine, which `limner rehearse` starts. In a project of your own import from 'limner'.
 */
import { writeFileSync } from 'node:fs';
import { createScenarioAdapter, createSilhouette } from '../src/index.ts';

const scenario = createScenarioAdapter({
  apiKey: process.env['SCENARIO_API_KEY'] ?? 'rehearsal',
  secretApiKey: process.env['SCENARIO_SECRET_API_KEY'] ?? 'rehearsal',
  baseUrl: process.env['SCENARIO_BASE_URL'] ?? 'http://127.0.0.1:8192/v1',
});
const prompt = 'a cute green slime monster, isolated on a plain light grey background, no shadow';
const guide = createSilhouette({ shape: 'circle', width: 512, height: 512 });
const image = await scenario.uploadImage(guide, { name: 'guide.png' });
const painted = await scenario.img2img({ prompt, image, strength: 0.95, width: 512, height: 512, seed: 7 });
const cut = await scenario.removeBackground(painted.assetIds[0] ?? '');
const { bytes } = await scenario.downloadImage(cut.assetIds[0] ?? '');
writeFileSync('slime.png', bytes);
console.log(`slime.png: ${bytes.length} bytes, $${(painted.cost.usd + cut.cost.usd).toFixed(4)}`);
