import type { ManifestAsset, ManifestFile } from '../../report/manifest.ts';
import type { Artifact, ArtifactLedger } from '../ledger.ts';
import type { Database, Row } from './database.ts';

export function sqliteArtifacts(database: Database): ArtifactLedger {
  return {
    async find(requestHashes) {
      const rows = database.all(
        'SELECT * FROM artifact WHERE request_hash IN (SELECT value FROM json_each(?))',
        JSON.stringify(requestHashes),
      );
      return new Map(rows.map(toArtifact).map((artifact) => [artifact.requestHash, artifact]));
    },
    async save(artifact) {
      database.run(
        `INSERT INTO artifact (request_hash, run, made_at, entry, files) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET run = excluded.run, made_at = excluded.made_at, entry = excluded.entry, files = excluded.files`,
        artifact.requestHash,
        artifact.run,
        artifact.madeAt,
        JSON.stringify(artifact.entry),
        JSON.stringify(artifact.files),
      );
    },
  };
}

function toArtifact(row: Row): Artifact {
  return {
    requestHash: String(row['request_hash']),
    run: String(row['run']),
    madeAt: Number(row['made_at']),
    entry: JSON.parse(String(row['entry'])) as ManifestAsset,
    files: JSON.parse(String(row['files'])) as ManifestFile[],
  };
}
