import { assert, constantFrom, dictionary, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { withRoutes } from './apply-routes.ts';

const ROUTES = { entity: 'comfyui-custom', parallax: 'scenario' };

describe('the routes of a comparison', () => {
  test('go into the pack without touching a comment or a space', () => {
    const text = `# a pack
pack: x   # its name
providers:
    # who makes it
    default: painter    # for now
    entity: 'scenario'  # the old one

style:  pixel
assets: [ {id: a,  type: entity} ]
`;
    expect(withRoutes(text, ROUTES)).toBe(`# a pack
pack: x   # its name
providers:
    # who makes it
    default: painter    # for now
    entity: 'comfyui-custom'  # the old one
    parallax: scenario

style:  pixel
assets: [ {id: a,  type: entity} ]
`);
  });

  test.each([
    [
      'providers: { default: painter }\n',
      'providers: { default: painter, entity: comfyui-custom, parallax: scenario }\n',
    ],
    ['providers: {}\n', 'providers: { entity: comfyui-custom, parallax: scenario }\n'],
    ['providers: {entity: painter}  # now\n', 'providers: {entity: comfyui-custom, parallax: scenario}  # now\n'],
    ['providers:\n  entity: painter', 'providers:\n  entity: comfyui-custom\n  parallax: scenario\n'],
    [
      'providers:\r\n  default: a\r\nb: 1\r\n',
      'providers:\r\n  default: a\r\n  entity: comfyui-custom\r\n  parallax: scenario\r\nb: 1\r\n',
    ],
    [
      'providers: {\n  default: painter, # old\n}\n',
      'providers: {\n  default: painter, entity: comfyui-custom, parallax: scenario, # old\n}\n',
    ],
    [
      'providers: { default: painter # old\n }\n',
      'providers: { default: painter, entity: comfyui-custom, parallax: scenario # old\n }\n',
    ],
    [
      'providers: {\r\n  default: painter\r\n}\r\n',
      'providers: {\r\n  default: painter,\r\n  entity: comfyui-custom,\r\n  parallax: scenario\r\n}\r\n',
    ],
    [
      'providers: {\n  default: painter,\n}\n',
      'providers: {\n  default: painter,\n  entity: comfyui-custom,\n  parallax: scenario,\n}\n',
    ],
  ])('go into %j', (text, expected) => {
    expect(withRoutes(text, ROUTES)).toBe(expected);
  });

  test('get a section of their own where there is none', () => {
    expect(withRoutes('pack: x\n\n# all of them\nassets:\n  - a\n', ROUTES)).toBe(
      'pack: x\n\n# all of them\nproviders:\n  entity: comfyui-custom\n  parallax: scenario\nassets:\n  - a\n',
    );
  });

  test.each([
    '{"pack":"x","assets":[]}',
    '{\n  "pack": "x",\n  "providers": {\n    "default": "painter"\n  },\n  "assets": []\n}\n',
  ])('go into JSON, which stays JSON: %j', (text) => {
    const edited = withRoutes(text, ROUTES) ?? '';
    expect(JSON.parse(edited)).toMatchObject({ pack: 'x', providers: ROUTES, assets: [] });
  });

  test('are not written where that would change what they do not own', () => {
    expect(withRoutes('a: &a { entity: x }\nproviders: *a\n', ROUTES)).toBeUndefined();
    expect(withRoutes('just text', ROUTES)).toBeUndefined();
  });

  test('are there afterwards, whatever was there before', () => {
    const names = constantFrom('painter', 'scenario', 'comfyui-custom');
    const types = constantFrom('default', 'entity', 'background', 'sheet');
    assert(
      property(
        dictionary(types, names),
        dictionary(types, names),
        constantFrom('block', 'flow', 'json'),
        (before, routes, form) => {
          const pairs = Object.entries(before);
          const block =
            pairs.length === 0
              ? 'providers: {}'
              : `providers:\n${pairs.map(([key, value]) => `  ${key}: ${value} # ${key}`).join('\n')}`;
          const text = {
            block: `pack: x\n${block}\nassets: []\n`,
            flow: `pack: x\nproviders: { ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }\nassets: []\n`,
            json: JSON.stringify({ pack: 'x', providers: before, assets: [] }, undefined, 2),
          }[form];
          const edited = withRoutes(text, routes) ?? 'nothing';
          expect(parseDocument(edited).toJS()).toEqual({ pack: 'x', providers: { ...before, ...routes }, assets: [] });
          if (form === 'json') JSON.parse(edited);
        },
      ),
    );
  });
});
