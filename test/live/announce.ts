import { COMFYUI_URL, MAY_SPEND, RUNPOD_ENDPOINTS, openBucket } from './live-environment.ts';

/** Says what will be tried and what is skipped, before a list of tests hides it. */
export function setup(): void {
  const lines = [
    COMFYUI_URL === undefined
      ? 'Live ComfyUI: skipped. Set COMFYUI_URL to the address of a ComfyUI to try it.'
      : 'Live ComfyUI: the server of COMFYUI_URL is tried; it gets some small files and prompts.',
    RUNPOD_ENDPOINTS.length === 0
      ? 'Live RunPod: skipped. Set RUNPOD_API_KEY and RUNPOD_COMFYUI_ENDPOINT_ID or RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID.'
      : `Live RunPod: ${RUNPOD_ENDPOINTS.join(' and ')} ${RUNPOD_ENDPOINTS.length === 1 ? 'is' : 'are'} probed${MAY_SPEND ? ' and makes one picture' : '; LIMNER_LIVE_SPEND=1 also makes a picture, which costs'}.`,
    openBucket() === undefined
      ? 'Live bucket: skipped. Set R2_BUCKET and what opens it (docs/store.md) to try it.'
      : 'Live bucket: that of R2_BUCKET is tried; it gets some files below limner-live/, which are removed again.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
