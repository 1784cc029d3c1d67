import type { UiSheetSpec } from '../pack/pack.ts';
import { joinClauses } from './clause.ts';
import type { PromptDraft } from './draft.ts';
import { entryWords } from './entry-words.ts';
import { NO_SCENERY } from './negatives.ts';
import { draftSheet } from './sheet-draft.ts';

type UiState = UiSheetSpec['states'][number];
type UiComponent = UiSheetSpec['componentType'];

const STATE_LOOKS: Readonly<Record<UiState, string>> = {
  normal: 'at rest',
  hover: 'slightly brighter',
  pressed: 'pushed in and darker',
  disabled: 'faded and grey',
  focus: 'with a glowing outline',
  selected: 'switched on and highlighted',
  unselected: 'switched off and plain',
};

const COMPONENT_NAMES: Readonly<Record<UiComponent, string>> = {
  button: 'button without a caption',
  checkbox: 'checkbox',
  radio: 'round radio button',
  slider: 'horizontal slider with its knob',
  panel: 'empty window panel',
  progress_bar: 'horizontal progress bar',
  scroll_bar_h: 'horizontal scroll bar',
  scroll_bar_v: 'vertical scroll bar',
  tab_bar: 'bar of tabs',
  list_item: 'empty list row',
  dropdown: 'closed dropdown box with an arrow',
  toggle_switch: 'toggle switch',
};

/** One user interface component in its states. */
export function draftUiSheet(asset: UiSheetSpec): PromptDraft {
  return draftSheet(asset, {
    filled: asset.states.length,
    listTitle: 'states in reading order',
    entries: asset.states.map((state) => joinClauses([`${state} ${STATE_LOOKS[state]}`, overrideOf(asset, state)])),
    framing: [
      `game user interface ${COMPONENT_NAMES[asset.componentType]}`,
      'seen straight on',
      'the same outline in every state',
      ...(asset.ninePatchMargins ? ['plain stretchable middle', 'decoration only near the edges'] : []),
    ],
    isCutOut: true,
    negatives: ['captions', 'perspective', ...NO_SCENERY],
  });
}

function overrideOf(asset: UiSheetSpec, state: UiState): string {
  const words = entryWords(asset, state);
  return words === state ? '' : words.replace(`${state}, `, '');
}
