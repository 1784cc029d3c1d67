import { describe, expect, test } from 'vitest';
import { motionNamed } from './motion-names.ts';

describe('the name of an animation', () => {
  test.each([
    ['idle', 'idle'],
    ['Idle01', 'idle'],
    ['standing', 'idle'],
    ['walk_left', 'walk'],
    ['walkcycle', 'walk'],
    ['runLeft', 'run'],
    ['running', 'run'],
    ['sprint', 'run'],
    ['hopping', 'jump'],
    ['jump_start', 'jump'],
    ['flying', 'fly'],
    ['flies', 'fly'],
    ['swimming', 'swim'],
    ['climb-up', 'climb'],
    ['crouch', 'crouch'],
    ['block', 'block'],
    ['attack_2', 'attack'],
    ['sword slash', 'attack'],
    ['shoot', 'attack'],
    ['shooting', 'attack'],
    ['cast_spell', 'attack'],
    ['hit', 'hurt'],
    ['take_hit', 'hurt'],
    ['takeHit', 'hurt'],
    ['get hit', 'hurt'],
    ['gethit', 'hurt'],
    ['damaged', 'hurt'],
    ['falling', 'tumble'],
    ['spawn', 'spawn'],
    ['die', 'die'],
    ['death', 'die'],
    ['dying', 'die'],
    ['explosion', 'burst'],
    ['popping', 'burst'],
  ])('%j means %s', (animation, motion) => {
    expect(motionNamed(animation)).toBe(motion);
  });

  test.each([
    'grunt',
    'whit',
    'white',
    'brunch',
    'ship',
    'shop',
    'understand',
    'hermit',
    'shopping',
    'chair',
    'forecast',
    '',
  ])('%j has no motion in the midst of a word', (animation) => {
    expect(motionNamed(animation)).toBeUndefined();
  });

  test.each([
    ['run_attack', 'attack'],
    ['attack_idle', 'idle'],
    ['jump hit', 'hurt'],
    ['death_fall', 'die'],
    ['dead idle', 'die'],
    ['death_explosion', 'burst'],
  ])('the last motion of %j counts, unless it is the end: %s', (animation, motion) => {
    expect(motionNamed(animation)).toBe(motion);
  });
});
