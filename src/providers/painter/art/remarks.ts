import type { Composition, ImageJob } from '../../provider.ts';
import { readTerrain } from './cells/ground.ts';
import { readFrame, variantOf, variantWords } from './cells/variant.ts';
import { missingSigns } from './lettering/letters.ts';
import { sceneText } from './scenery/parallax.ts';
import { strangeGround, strangeLayers, strangePlace } from './scenery/unknown.ts';
import type { Subject } from './subject.ts';
import { readSubject } from './subject.ts';

/** What a job's pictures do not show as it was asked: for the user, each with what to do. */
export function remarksOn({ composition, subject, theme }: ImageJob): readonly string[] {
  switch (composition.kind) {
    case 'subject':
      return remarkOnSubject(readSubject(subject));
    case 'title':
      return remarkOnTitle(composition.title);
    case 'cells':
      return CELLS[composition.sheet](subject, composition.cells);
    case 'scene':
      return composition.tile === 'xy'
        ? doesNotKnow([strangeGround(subject).join(' ')], 'drew grass')
        : doesNotKnow([strangePlace({ subject, theme }).join(' ')], 'drew open land');
    case 'layers':
      return [
        ...doesNotKnow(
          [strangePlace({ subject: sceneText(subject, composition.layers), theme }).join(' ')],
          'drew open land',
        ),
        ...doesNotKnow(strangeLayers(composition.layers), 'drew what usually lies at such a depth'),
      ];
  }
}

type Cells = Extract<Composition, { kind: 'cells' }>;

const CELLS: Readonly<Record<Cells['sheet'], (subject: string, cells: Cells['cells']) => readonly string[]>> = {
  sprite: (subject, cells) => [...remarkOnSubject(readSubject(subject)), ...remarkOnFrames(cells)],
  tile(subject, cells) {
    if (readTerrain(subject)) return [];
    const unknown = cells.filter(({ words }) => !readTerrain(words)).map(({ words }) => readSubject(words || subject));
    return standIn(unknown, 'drew grass');
  },
  variation(subject, cells) {
    const sheet = readSubject(subject);
    const shown = cells.map((cell) => variantOf(sheet, readSubject(variantWords(cell))));
    return remarkOnSubjects(shown);
  },
  ui_component: () => [],
};

const OTHERWISE = 'Use plainer words, or another provider: the others read the whole description.';
const MOST_NAMED = 6;

function remarkOnSubject(subject: Subject): readonly string[] {
  return remarkOnSubjects([subject]);
}

function remarkOnSubjects(subjects: readonly Subject[]): readonly string[] {
  const unknown = subjects.filter(({ family }) => !family);
  const misread = subjects.flatMap((subject) => subject.misread ?? []);
  const drawn = [...new Set(misread.map((name) => name.drawn))];
  return [
    ...standIn(unknown, 'drew a stand-in'),
    ...doesNotKnow(
      misread.map(({ asked }) => asked),
      `drew ${list(drawn)} alone`,
    ),
  ];
}

/** A frame's own words may colour its actor and dress it; what it does is said by its animation alone. */
function remarkOnFrames(cells: Cells['cells']): readonly string[] {
  const unheard = cells.filter(({ words }) => words !== '' && saysNothing(readFrame(words)));
  return doesNotKnow(
    unheard.map(({ words }) => words),
    unheard.length === 1 ? 'drew that frame as its animation has it' : 'drew those frames as their animation has them',
  );
}

function saysNothing({ colours, accents, eyes, traits }: Subject): boolean {
  const told = [...colours, ...accents, ...(eyes ? [eyes] : []), ...traits.flatMap((trait) => Object.keys(trait))];
  return told.length === 0;
}

function standIn(subjects: readonly Subject[], deed: string): readonly string[] {
  return doesNotKnow(
    subjects.map(({ strange, words }) => (strange.length > 0 ? strange : words).join(' ')),
    deed,
  );
}

function doesNotKnow(things: readonly string[], deed: string): readonly string[] {
  const names = [...new Set(things)].filter((name) => name !== '');
  return names.length === 0 ? [] : [`The painter does not know ${list(names)}; it ${deed}. ${OTHERWISE}`];
}

function remarkOnTitle(title: string): readonly string[] {
  const missing = missingSigns(title);
  if (missing.length === 0) return [];
  const box = missing.length === 1 ? 'it became an empty box' : 'they became empty boxes';
  return [
    `The painter has no letters for ${list(missing)}; ${box}. Write the title in Latin letters, or use another provider.`,
  ];
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `"${name.length > 60 ? `${name.slice(0, 59)}…` : name}"`);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
