/**
 * What limner adds on Node: packs, stores and ledgers in files.
 * @module
 */
export { type LoadedPack, loadPack } from './cli/load-pack.ts';
export { createSqliteLedger } from './ledger/sqlite/index.ts';
export { createFsBlobs } from './store/fs/blobs.ts';
export { createFsStore } from './store/fs/index.ts';
export { lockFolder } from './store/fs/lock-folder.ts';
