import { startFauxqs } from 'fauxqs';

/** A public S3 server as a process of its own, which can be killed; what it was given stays on disk. Arguments: port, folder, bucket. */
const [port = '0', dataDir = '', bucket = ''] = process.argv.slice(2);
const server = await startFauxqs({ port: Number(port), host: '127.0.0.1', dataDir, logger: false });
try {
  server.createBucket(bucket);
} catch {
  // It stands since before the last kill.
}
process.stdout.write(`${JSON.stringify({ port: server.port })}\n`);
