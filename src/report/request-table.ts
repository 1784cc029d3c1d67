import type { AssetType, SheetKind } from '../pack/pack.ts';
import { formatType, formatUsd } from './format.ts';
import type { ManifestAsset, RequestCounts } from './manifest.ts';
import { type Markup, html } from './markup.ts';

interface Row {
  readonly provider: string;
  readonly type: AssetType;
  readonly kind?: SheetKind;
  readonly assets: number;
  /** Of all of them. */
  readonly requests: RequestCounts;
  readonly polls: number;
  readonly usd: number;
}

const COLUMNS = ['upload', 'generate', 'download', 'store', 'total'] as const;

/** What an asset took, by provider and type: how long each chain of calls is, and what it costs. Polls apart. */
export function requestTable(assets: readonly ManifestAsset[]): Markup | undefined {
  const rows = countRows(assets);
  if (rows.length === 0) return undefined;
  return html`<details class="requests">
    <summary>Calls for each asset</summary>
    <div>
      <table>
        <tr>
          ${['', 'assets', ...COLUMNS, 'polls', 'cost'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
        ${rows.map(tableRow)}
      </table>
      <p>The calls of one asset on average; polls are not in the total. Assets from the cache took none.</p>
    </div>
  </details>`;
}

function tableRow({ provider, type, kind, assets, requests, polls, usd }: Row): Markup {
  return html`<tr>
    <th scope="row">${formatType(type, kind)} · ${provider}</th>
    <td>${assets}</td>
    ${COLUMNS.map((name) => html`<td>${average(requests[name] / assets)}</td>`)}
    <td>${average(polls / assets)}</td>
    <td>${formatUsd(usd / assets)}</td>
  </tr>`;
}

function countRows(assets: readonly ManifestAsset[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { status, cached, provider, type, kind, requests, polls, cost } of assets) {
    if (status !== 'done' || cached || !requests) continue;
    const key = JSON.stringify([type, kind, provider]);
    const known = rows.get(key);
    rows.set(key, {
      provider,
      type,
      ...(kind ? { kind } : {}),
      assets: (known?.assets ?? 0) + 1,
      requests: known ? addUp(known.requests, requests) : requests,
      polls: (known?.polls ?? 0) + polls,
      usd: (known?.usd ?? 0) + cost.usd,
    });
  }
  return [...rows.values()];
}

function addUp(a: RequestCounts, b: RequestCounts): RequestCounts {
  return {
    upload: a.upload + b.upload,
    generate: a.generate + b.generate,
    download: a.download + b.download,
    store: a.store + b.store,
    total: a.total + b.total,
  };
}

function average(count: number): string {
  return String(Math.round(count * 10) / 10);
}
