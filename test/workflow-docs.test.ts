import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WORKFLOW_TYPES } from '../src/workflow/catalogue.ts';
import { PROFILES } from '../src/workflow/profiles/index.ts';
import { readOwnWorkflow } from '../src/workflow/own-workflow.ts';
import { REMOVALS } from '../src/workflow/removals/index.ts';
import { SLOTS } from '../src/workflow/slots.ts';
import { fencedBlocks } from './markdown.ts';
import { acceptedWorkflows } from './recorded-catalogue.ts';
import { ROOT } from './source-files.ts';

const page = readFileSync(join(ROOT, 'docs/workflow-profiles.md'), 'utf8');

test.each([...WORKFLOW_TYPES, ...Object.keys(SLOTS)])('the page of workflows names %s', (name) => {
  expect(page).toContain(`\`${name}\``);
});

test.each(PROFILES)('the page of workflows tells what $name loads, its licence and its speed', (profile) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${profile.name}\``)) ?? '';
  const { steps, cfg } = profile.settings;
  for (const { name } of Object.values(profile.files)) expect(row).toContain(name.replace('.safetensors', ''));
  for (const words of [profile.licence.name, `| ${steps}, ${cfg} `, `| ${profile.speed.seconds} s `])
    expect(row).toContain(words);
});

test.each(REMOVALS)('the page of workflows tells what $name needs', ({ name, cut, pack }) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  expect(row).not.toBe('');
  for (const { class_type } of Object.values(cut?.nodes ?? {})) expect(row).toContain(`\`${class_type}\``);
  if (pack && name !== 'rembg-birefnet-auto') expect(row).toContain(pack.name);
});

test('the slots file of the page fits a workflow that ComfyUI exported', () => {
  const block = fencedBlocks(page).find(({ language }) => language === 'json');
  const { prompt = {} } = acceptedWorkflows()['sdxl_txt2img'] ?? {};
  expect(readOwnWorkflow(prompt, JSON.parse(block?.text ?? '')).slots.map(({ name }) => name)).toEqual([
    'prompt',
    'seed',
    'width',
    'height',
    'prefix',
  ]);
});
