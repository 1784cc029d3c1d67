/** What the workerd project of the tests binds. */
declare module 'cloudflare:workers' {
  // An ambient module cannot import by a relative path.
  // oxlint-disable-next-line typescript/consistent-type-imports
  export const env: { readonly ASSETS: import('../src/store/r2/binding.ts').R2BucketBinding };
}
