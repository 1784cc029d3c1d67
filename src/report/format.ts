import type { AssetType, SheetKind } from '../pack/pack.ts';

const TYPE_NAMES: Readonly<Record<AssetType, string>> = {
  entity: 'Entity',
  background: 'Background',
  title_hero: 'Title',
  parallax: 'Parallax',
  sheet: 'Sheet',
};
const KIND_NAMES: Readonly<Record<SheetKind, string>> = {
  sprite: 'Sprite sheet',
  tile: 'Tile sheet',
  variation: 'Variation sheet',
  ui_component: 'UI sheet',
};

export function formatType(type: AssetType, kind?: SheetKind): string {
  return kind ? KIND_NAMES[kind] : TYPE_NAMES[type];
}

/** US dollars; small sums keep their first two digits. */
export function formatUsd(usd: number): string {
  if (usd === 0) return 'free';
  if (usd >= 0.1) return `$${usd.toFixed(2)}`;
  return `$${usd
    .toFixed(12)
    .replace(/(\.0*[1-9]\d?)\d*$/, '$1')
    .replace(/0$/, '')}`;
}

export function formatMs(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${kib.toFixed(kib < 10 ? 1 : 0)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}

/** `2026-11-23T08:35:00.123Z` reads `2026-11-23 08:35 UTC`. */
export function formatInstant(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : iso;
}
