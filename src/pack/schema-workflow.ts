import { PROFILES } from '../workflow/profiles/index.ts';
import { REMOVALS } from '../workflow/removals/index.ts';
import { listOf, mapping, named, numberBetween, oneOf, text, wholeNumber } from './fields.ts';
import { jsonPathFault } from './names.ts';
import { yesNo } from './schema-base.ts';

/** Those of the other profiles are made of layers, which no asset is made from. */
const PROFILE_NAMES = PROFILES.filter(({ makes }) => makes === 'pictures').map(({ name }) => name);
const REMOVAL_NAMES = REMOVALS.map(({ name }) => name);

const Lora = mapping('a LoRA', {
  name: text(200).describe('Name of its file on the server, with its subfolder if it has one.'),
  strength: numberBetween(-10, 10).exactOptional().describe('How much it changes the model; 1 unless told.'),
  clipStrength: numberBetween(-10, 10)
    .exactOptional()
    .describe('How much it changes the text encoder; as `strength` unless told.'),
});

const jsonFile = () => named(jsonPathFault, 'must be the path of a JSON file');

const settings = {
  profile: oneOf(PROFILE_NAMES).exactOptional().describe('Model family; the best that the server has unless told.'),
  removal: oneOf(REMOVAL_NAMES)
    .exactOptional()
    .describe('How backgrounds are removed; `none`: limner cuts them from a key colour.'),
  steps: wholeNumber(1, 200).exactOptional().describe('Steps of the sampler.'),
  cfg: numberBetween(0, 30).exactOptional().describe('How strictly the words are followed.'),
  sampler: text(100).exactOptional().describe('Sampling method, as the server calls it.'),
  scheduler: text(100).exactOptional().describe('Noise schedule, as the server calls it.'),
  guidance: numberBetween(0, 100).exactOptional().describe('Distilled guidance of the Flux.1 dev profiles.'),
  shift: numberBetween(0, 100).exactOptional().describe('Shift of the noise schedule, where the profile has one.'),
  loras: listOf(Lora, 'LoRAs', { min: 0, max: 8 }).exactOptional().describe('Applied in this order.'),
  control: yesNo().exactOptional().describe("Follows the guide with the profile's ControlNet, too."),
  controlStrength: numberBetween(0, 10).exactOptional().describe('How strictly the ControlNet is followed.'),
  file: jsonFile()
    .exactOptional()
    .describe("A workflow of your own in API format, relative to the pack's folder; wants `slots`."),
  slots: jsonFile()
    .exactOptional()
    .describe("JSON file that says where the slots of `file` are, relative to the pack's folder."),
};

const forType = (what: string) =>
  mapping(`workflow settings for ${what}`, settings).exactOptional().describe(`For ${what} alone.`);

/** How ComfyUI makes the pictures: for all types, and for single ones. */
export const Workflow = mapping('workflow settings', {
  ...settings,
  entity: forType('entities'),
  background: forType('backgrounds'),
  title_hero: forType('title heroes'),
  parallax: forType('parallax sets'),
  sheet: forType('sheets'),
});
