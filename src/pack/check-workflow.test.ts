import { describe, expect, test } from 'vitest';
import { formatProblems } from './format-problems.ts';
import { parsePack } from './parse-pack.ts';

const ASSETS = 'assets: [{ id: a, type: entity, description: a thing, width: 8, height: 8 }]';

function parse(workflow: string, rest = ASSETS) {
  return parsePack(`pack: p\nworkflow:\n${workflow}\n${rest}\n`, { file: 'p.yaml', format: 'yaml' });
}

function problems(workflow: string, rest?: string): string {
  const parsed = parse(workflow, rest);
  return parsed.ok ? '' : formatProblems(parsed.problems);
}

describe('workflow', () => {
  test('is taken as it is written', () => {
    const parsed = parse(
      '  profile: sdxl\n  loras: [{ name: a/b.safetensors, strength: 0.8 }]\n  sheet: { steps: 30 }',
    );
    expect(parsed).toMatchObject({
      ok: true,
      pack: {
        workflow: { profile: 'sdxl', loras: [{ name: 'a/b.safetensors', strength: 0.8 }], sheet: { steps: 30 } },
      },
      workflows: [],
    });
  });

  test('may be left out', () => {
    const parsed = parsePack(`pack: p\n${ASSETS}`, { file: 'p.yaml', format: 'yaml' });
    expect(parsed).toMatchObject({ ok: true, pack: { workflow: {} } });
  });

  test('lists the workflows of the user’s own, each at its place', () => {
    const parsed = parse('  background: { file: w/mine.json, slots: w/slots.json }');
    if (!parsed.ok) throw new Error(formatProblems(parsed.problems));
    const [files] = parsed.workflows;
    expect(files).toEqual({ file: 'w/mine.json', slots: 'w/slots.json', place: 'background' });
    expect(files && parsed.workflowProblem(files, 'slots', 'is wrong')).toMatchObject({
      line: 3,
      column: 43,
      path: 'workflow.background.slots',
    });
  });

  test.each([
    ['  profil: sdxl', 'p.yaml:3:3  workflow.profil  unknown key "profil"; did you mean "profile"?'],
    ['  profile: sdxxl', /^p\.yaml:3:12 {2}workflow\.profile {2}profile must be .* did you mean "sdxl"\?$/],
    ['  profile: qwen-image-layered', /profile must be/],
    ['  removal: nativ', /did you mean "native"\?$/],
    ['  entitiy: { steps: 3 }', /unknown key "entitiy"; did you mean "entity"\?$/],
    ['  loras: [{ nam: a }]', /"name" is missing/],
    ['  steps: 0', /steps must be a whole number from 1 to 200/],
    ['  file: mine.json', 'p.yaml:3:3  workflow.file  file needs "slots" beside it'],
    ['  sheet: { slots: a.json }', 'p.yaml:3:12  workflow.sheet.slots  slots needs "file" beside it'],
    ['  { file: ../a.json, slots: a.json }', /file "\.\.\/a\.json" must not leave the pack's folder/],
    ['  { file: a.json, slots: b.json, cfg: 3 }', /cfg has no effect beside file/],
    ['  { profile: sdxl, guidance: 3 }', /the profile sdxl has no "guidance"/],
    ['  { profile: sdxl, sheet: { guidance: 3 } }', /workflow\.sheet\.guidance {2}the profile sdxl has no "guidance"/],
    ['  { profile: flux1-schnell, control: true }', /the profile flux1-schnell has no ControlNet/],
    ['  controlStrength: 1', /controlStrength needs "control: true" beside it/],
    ['  background: { removal: native }', /removal has no effect: a background is never cut out/],
    ['  parallax: { control: true }', /control has no effect: a parallax has no guide to follow/],
  ])('%s is refused', (workflow, message) => {
    if (typeof message === 'string') expect(problems(workflow)).toBe(message);
    else expect(problems(workflow)).toMatch(message);
  });

  test('is checked whatever else is wrong', () => {
    expect(problems('  file: mine.json', 'assets: []').split('\n')).toHaveLength(2);
  });

  test('lets a type have what the pack’s profile has not', () => {
    expect(
      problems('  { profile: sdxl, control: true, sheet: { profile: flux1-dev, control: false, guidance: 3 } }'),
    ).toBe('');
  });
});
