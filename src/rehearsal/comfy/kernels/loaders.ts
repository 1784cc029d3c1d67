import type { SymbolValue, VaeValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that load weights. There are none here: what comes out only remembers its name. */
export const LOADERS: Readonly<Record<string, Kernel>> = {
  CheckpointLoaderSimple(inputs) {
    const name = inputs.text('ckpt_name');
    return give(symbol('MODEL', name), symbol('CLIP', name), vaeNamed(name));
  },
  UNETLoader: (inputs) => give(symbol('MODEL', inputs.text('unet_name'))),
  VAELoader: (inputs) => give(vaeNamed(inputs.text('vae_name'))),
  CLIPLoader: (inputs) => give(symbol('CLIP', inputs.text('clip_name'))),
  DualCLIPLoader: (inputs) => give(symbol('CLIP', `${inputs.text('clip_name1')}+${inputs.text('clip_name2')}`)),
  TripleCLIPLoader: (inputs) => give(symbol('CLIP', inputs.text('clip_name1'))),
  LoraLoader: (inputs) => give(adapted(inputs, 'MODEL', 'model'), adapted(inputs, 'CLIP', 'clip')),
  LoraLoaderModelOnly: (inputs) => give(adapted(inputs, 'MODEL', 'model')),
  ControlNetLoader: (inputs) => give(symbol('CONTROL_NET', inputs.text('control_net_name'))),
  SetUnionControlNetType: (inputs) => give(inputs.any('control_net')),
  ModelPatchLoader: (inputs) => give(symbol('MODEL_PATCH', inputs.text('name'))),
  UpscaleModelLoader: (inputs) => give(symbol('UPSCALE_MODEL', inputs.text('model_name'))),
  CLIPVisionLoader: (inputs) => give(symbol('CLIP_VISION', inputs.text('clip_name'))),
  StyleModelLoader: (inputs) => give(symbol('STYLE_MODEL', inputs.text('style_model_name'))),
  LoadBackgroundRemovalModel: (inputs) => give(symbol('BACKGROUND_REMOVAL', inputs.text('bg_removal_name'))),
  LoadRembgByBiRefNetModel: (inputs) => give(symbol('BIREFNET', inputs.text('model'))),
  AutoDownloadBiRefNetModel: (inputs) => give(symbol('BIREFNET', inputs.text('model_name'))),
  LoadDA3Model: (inputs) => give(symbol('DA3_MODEL', inputs.text('model_name'))),
  DownloadAndLoadDepthAnythingV2Model: (inputs) => give(symbol('DAMODEL', inputs.text('model'))),
};

/** Patches that change how a model samples; to us it stays the same model. */
export const MODEL_PATCHES: Readonly<Record<string, Kernel>> = Object.fromEntries(
  [
    'ModelSamplingAuraFlow',
    'ModelSamplingFlux',
    'ModelSamplingSD3',
    'ModelSamplingDiscrete',
    'CFGNorm',
    'DifferentialDiffusion',
    'LayeredDiffusionApply',
    'QwenImageDiffsynthControlnet',
    'ModelPatchSeamlessTiling',
    'FreeU_V2',
    'RescaleCFG',
  ].map((name): [string, Kernel] => [name, (inputs) => give(inputs.any('model'))]),
);

function symbol(type: string, name: string): SymbolValue {
  return { kind: 'symbol', type, name };
}

function adapted(inputs: Inputs, type: string, input: string): SymbolValue {
  const base = inputs.any(input);
  const isNamed = typeof base === 'object' && base !== null && 'name' in base && typeof base.name === 'string';
  return symbol(type, `${isNamed ? base.name : ''}+${inputs.text('lora_name')}`);
}

/** Flux.2 packs 16 pixels a side into a cell, all others 8. */
function vaeNamed(name: string): VaeValue {
  const isPixelSpace = name === 'pixel_space';
  return { kind: 'vae', factor: isPixelSpace ? 1 : /flux2|full_encoder_small/.test(name) ? 16 : 8, isPixelSpace };
}
