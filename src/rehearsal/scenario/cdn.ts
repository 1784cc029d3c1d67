import type { Answer, Exchange } from '../http/answer.ts';
import type { Asset, Opened } from './asset-book.ts';
import type { ScenarioFault } from './faults.ts';
import { encodePng } from '../../raster/png.ts';
import { page } from './reply.ts';
import { type Team, drawFaults } from './team.ts';
import { encodeWebp } from './webp.ts';

/** What stands behind signed URLs: originals below `/assets`, transformed files below `/assets-transform`. */
export function serveCdn(team: Team, exchange: Exchange): Answer {
  const { counters, assets } = team;
  counters.count('cdnDownloads');
  if (exchange.header('authorization') !== undefined) counters.count('leakedAuthorizations');
  const opened = assets.open(exchange.url);
  if (!opened) return denied();
  const [fault] = drawFaults(team, exchange, 'download', opened.asset.type);
  if (fault) counters.countFault(fault.name);
  const file = opened.isOriginal ? opened.asset : transformed(opened, exchange.url);
  return (fault && spoiled(fault, file)) ?? { status: 200, bytes: file.bytes, mimeType: file.mimeType };
}

function denied(): Answer {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>';
  return { status: 403, bytes: new TextEncoder().encode(xml), mimeType: 'text/xml' };
}

type File = Pick<Asset, 'bytes' | 'mimeType'>;

/** WebP unless the URL asks for PNG: who forgets to ask for the original gets other bytes than were made. */
function transformed({ asset }: Opened, { searchParams }: URL): File {
  const { painted, bytes, mimeType } = asset;
  if (!painted) return { bytes, mimeType };
  if (searchParams.get('format') === 'png')
    return { bytes: encodePng(painted.raster, { level: 6 }), mimeType: 'image/png' };
  return { bytes: encodeWebp(painted.raster), mimeType: 'image/webp' };
}

function spoiled({ name }: ScenarioFault, { bytes, mimeType }: File): Answer | undefined {
  if (name === 'truncated-download') return { status: 200, bytes: bytes.subarray(0, bytes.length >> 1), mimeType };
  if (name === 'not-a-png') return page(200, 'OK');
  return name === 'download-500' ? page(503, 'Service Unavailable') : undefined;
}
