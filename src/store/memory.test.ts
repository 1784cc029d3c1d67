import { blobContract, storeContract } from '../testing/store-contract.ts';
import { createMemoryBlobs, createMemoryStore } from './memory.ts';

storeContract('memory', async () => createMemoryStore());
blobContract('memory', async () => createMemoryBlobs());
