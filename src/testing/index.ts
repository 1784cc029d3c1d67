/**
 * The contract suites that every provider, store, ledger and step engine must pass. They need vitest.
 * @module
 */
export { ledgerContract } from './ledger-contract.ts';
export { providerContract } from './provider-contract.ts';
export { stepContract } from './step-contract.ts';
export { blobContract, storeContract } from './store-contract.ts';
