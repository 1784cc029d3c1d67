const TURN_WORDS = `with without on in inside at by from near under over above below beside behind before between through
around against for to like as that which who whose while when made covered filled holding wearing carrying riding`;
const SKIN_WORDS = 'armor armour body coat feathers fur hide plumage robe robes scales shell skin';

/** Words after which something other than the subject itself is told. */
export const TURNS: ReadonlySet<string> = new Set(TURN_WORDS.split(/\s/u));

/** Turns only where another one follows: `a chest filled with gems`, but `a gem filled chest`. */
export const COVERINGS: ReadonlySet<string> = new Set(['covered', 'filled']);

/** What somebody is in the game, beside who it is. */
export const ROLES: ReadonlySet<string> = new Set(['character', 'npc', 'player']);

const CALLING_WORDS = `character npc player hero enemy villain foe opponent ally friend companion pet minion leader chief lord
master elder champion veteran apprentice commander male female mother father brother sister
icon sprite sheet image picture artwork art drawing illustration portrait logo symbol emblem asset item object thing prop model
figure figurine toy design shape silhouette animation effect vfx frame variant version type kind set style theme game
pickup collectible collectable powerup power bonus reward
pile heap stack slice piece chunk bit half pair group bunch pack swarm herd flock cluster collection row line
front back side view profile facing open opened shut full empty alone asleep awake upright standing high tall wide long`;

/** What a thing may be called after its name without being another: a sword icon, a cake slice, a goblin chief. */
export const CALLINGS: ReadonlySet<string> = new Set(CALLING_WORDS.split(/\s+/u));

/** What covers a subject, so that its colour is the subject's. */
export const SKINS: ReadonlySet<string> = new Set(SKIN_WORDS.split(' '));

/** What a colour may be of without being the subject's own. */
export const EYES: ReadonlySet<string> = new Set(['eye', 'eyes', 'eyed']);

/** Words that name nothing. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'and',
  'some',
  'two',
  'light',
  'pale',
]);
