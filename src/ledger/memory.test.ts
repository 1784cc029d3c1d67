import { ledgerContract } from '../testing/ledger-contract.ts';
import { createMemoryLedger } from './memory.ts';

ledgerContract('memory', async () => createMemoryLedger());
