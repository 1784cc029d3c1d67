import { ASSET_TYPES } from '../../pack/pack.ts';
import { loadPack } from '../load-pack.ts';
import { counted } from '../print/figures.ts';
import { paintText, print, printJson } from '../print/terminal.ts';

export async function validate(packPath: string, flags: { readonly json?: boolean }): Promise<void> {
  const { pack, file } = await loadPack(packPath);
  const byType = ASSET_TYPES.map(
    (type) => [type, pack.assets.filter((asset) => asset.type === type).length] as const,
  ).filter(([, count]) => count > 0);
  if (flags.json) {
    printJson({ ok: true, file, pack: pack.pack, assets: pack.assets.length, types: Object.fromEntries(byType) });
    return;
  }
  print(
    `${paintText('green', 'OK')} ${file}: ${counted(pack.assets.length, 'asset')} (${byType.map(([type, count]) => `${count} ${type}`).join(', ')}).`,
  );
}
