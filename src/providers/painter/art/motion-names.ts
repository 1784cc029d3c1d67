/** How a body moves in an animation; what it is called in `motions.ts`. */
export type MotionName = keyof typeof WORDS;

const WORDS = {
  idle: 'idle stand wait breath breathe rest',
  run: 'run dash dodge sprint charge gallop',
  walk: 'walk move patrol crawl sneak march step',
  jump: 'jump hop leap',
  fly: 'fly flies flap hover float glide soar',
  swim: 'swim dive paddle',
  climb: 'climb',
  crouch: 'crouch duck land squat kneel sit',
  block: 'block defend guard parry shield',
  hurt: 'hurt hit damage pain stun flinch knockback takehit gethit struck injured',
  attack:
    'attack slash strike bite shoot shot cast spell punch kick stab swing throw thrust lunge chop smash melee hitting',
  tumble: 'fall fell drop airborne',
  spawn: 'spawn appear emerge summon revive respawn born birth',
  die: 'die dying dead death defeat faint kill ko',
  burst: 'explode explosion exploding burst blast boom poof pop impact sparkle sparkling twinkle twinkling',
} as const;

/** What may be written to a name without a space: `runleft`, `walkcycle`. */
const SUFFIXES = 'left right up down front back side north south east west cycle loop anim animation start end'.split(
  ' ',
);

const NAME_OF_WORD: ReadonlyMap<string, MotionName> = new Map(
  (Object.keys(WORDS) as MotionName[]).flatMap((name) =>
    WORDS[name].split(' ').flatMap((word) => formsOf(word).map((form): [string, MotionName] => [form, name])),
  ),
);

/** These are what an animation is about wherever they stand: to fall dead is to die. */
const DECIDING: readonly MotionName[] = ['burst', 'die'];

/**
 * The motion that an animation's name asks for, undefined when it asks for none that is known. Only whole words count, in
 * any form: a `grunt` does not run. The last one says what is done: a `run_attack` is an attack, and so is no `hit`, which
 * is taken.
 */
export function motionNamed(animation: string): MotionName | undefined {
  const names = partsOf(animation).flatMap((word) => NAME_OF_WORD.get(word) ?? withoutSuffix(word) ?? []);
  return DECIDING.find((name) => names.includes(name)) ?? names.at(-1);
}

/** `takeHit2` is take, hit. */
function partsOf(animation: string): readonly string[] {
  const parted = animation.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  return parted.match(/\p{L}+/gu) ?? [];
}

function withoutSuffix(word: string): MotionName | undefined {
  const suffix = SUFFIXES.find((end) => word.endsWith(end));
  return suffix === undefined ? undefined : NAME_OF_WORD.get(word.slice(0, -suffix.length));
}

function formsOf(word: string): readonly string[] {
  const stem = word.replace(/e$/, '');
  const doubled = `${word}${word.at(-1)}`;
  return [word, `${word}s`, `${word}es`, `${word}ing`, `${stem}ing`, `${doubled}ing`, `${stem}ed`, `${doubled}ed`];
}
