import { describe, expect, it } from 'vitest';
import { tintOf } from './colour-words.ts';
import { chooseKeyColour } from './key-colour.ts';

describe('chooseKeyColour', () => {
  it.each([
    ['a red dragon', 'green'],
    ['a grey stone golem', 'green'],
    ['a green slime', 'magenta'],
    ['a slime', 'magenta'],
    ['a red slime', 'green'],
    ['a gold coin', 'magenta'],
    ['green and magenta petals', 'blue'],
    ['yellow sun', 'magenta'],
  ])('for %s it is %s', (words, name) => {
    expect(chooseKeyColour(words).name).toBe(name);
  });

  it('still chooses one colour when the words name them all', () => {
    const words = 'red orange yellow green cyan blue purple magenta';
    expect(chooseKeyColour(words)).toEqual(chooseKeyColour(words));
    expect(chooseKeyColour(words).hex).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('gives the same colour as hex and as channels', () => {
    const { hex, rgba } = chooseKeyColour('a frog');
    expect(hex).toBe(
      `#${rgba
        .slice(0, 3)
        .map((channel) => channel.toString(16).padStart(2, '0'))
        .join('')}`,
    );
  });
});

describe('tintOf', () => {
  it('finds the first colour named, in any case', () => {
    expect(tintOf('Deep-BLUE gem, red rim')).toEqual(tintOf('blue'));
    expect(tintOf('dark_red')).toEqual(tintOf('red'));
  });

  it('looks at whole words only', () => {
    expect(tintOf('a scared greenish constructor')).toBeUndefined();
    expect(tintOf('')).toBeUndefined();
  });
});
