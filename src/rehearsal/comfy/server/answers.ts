import type { NodeCatalogue } from '../../../workflow/node-catalogue.ts';

/** `GET /features`, also the answer to a client's own feature flags. */
export const FEATURES = {
  supports_preview_metadata: true,
  supports_model_type_tags: true,
  max_upload_size: 104_857_600,
  extension: { manager: { supports_v4: true } },
  node_replacements: true,
  assets: false,
};

const GIGABYTE = 1024 ** 3;

/** `GET /system_stats` of a rehearsed machine. */
export const SYSTEM_STATS = {
  system: {
    os: 'linux',
    ram_total: 64 * GIGABYTE,
    ram_free: 48 * GIGABYTE,
    comfyui_version: '0.33.0',
    required_frontend_version: '1.49.6',
    installed_templates_version: null,
    required_templates_version: '0.11.44',
    comfy_package_versions: [],
    python_version: '3.13.5 (rehearsed)',
    pytorch_version: '2.6.0',
    embedded_python: false,
    deploy_environment: 'local-git',
    argv: ['main.py', '--preview-method', 'auto'],
  },
  devices: [
    {
      name: 'rehearsal',
      type: 'cpu',
      index: null,
      vram_total: 24 * GIGABYTE,
      vram_free: 20 * GIGABYTE,
      torch_vram_total: 0,
      torch_vram_free: 0,
    },
  ],
};

/** `GET /node_replacements`: what took the place of classes that may go. */
export const NODE_REPLACEMENTS = {
  ResizeImagesByLongerEdge: [replacement('ResizeImagesByLongerEdge', 'ImageScaleToMaxDimension')],
  ImageBatch: [replacement('ImageBatch', 'BatchImagesNode')],
  ImageScaleBy: [replacement('ImageScaleBy', 'ResizeImageMaskNode')],
  T2IAdapterLoader: [replacement('T2IAdapterLoader', 'ControlNetLoader')],
};

function replacement(oldId: string, newId: string): unknown {
  return {
    new_node_id: newId,
    old_node_id: oldId,
    old_widget_ids: null,
    input_mapping: null,
    output_mapping: null,
  };
}

/** Folders of model files, with the loader inputs that list them. */
const FOLDERS: Readonly<Record<string, readonly (readonly [className: string, input: string])[]>> = {
  checkpoints: [['CheckpointLoaderSimple', 'ckpt_name']],
  configs: [],
  loras: [['LoraLoader', 'lora_name']],
  vae: [['VAELoader', 'vae_name']],
  text_encoders: [['CLIPLoader', 'clip_name']],
  diffusion_models: [['UNETLoader', 'unet_name']],
  clip_vision: [['CLIPVisionLoader', 'clip_name']],
  style_models: [['StyleModelLoader', 'style_model_name']],
  embeddings: [],
  controlnet: [['ControlNetLoader', 'control_net_name']],
  upscale_models: [['UpscaleModelLoader', 'model_name']],
  custom_nodes: [],
  model_patches: [['ModelPatchLoader', 'name']],
  background_removal: [['LoadBackgroundRemovalModel', 'bg_removal_name']],
  geometry_estimation: [['LoadDA3Model', 'model_name']],
};

export function modelFolders(): readonly string[] {
  return Object.keys(FOLDERS);
}

/** The files of one folder; undefined when there is no such folder. */
export function modelFiles(catalogue: NodeCatalogue, folder: string): readonly string[] | undefined {
  if (!Object.hasOwn(FOLDERS, folder)) return undefined;
  return (FOLDERS[folder] ?? []).flatMap(([className, input]) => {
    const [type, options] = catalogue[className]?.input.required?.[input] ?? [];
    const listed = typeof type === 'string' ? options?.options : type;
    return (listed ?? []).filter((name) => typeof name === 'string' && name !== 'pixel_space').map(String);
  });
}
