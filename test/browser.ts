import type { Browser } from 'playwright-core';

/** Flags that keep the browser from talking to anyone on its own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** Set for AWS Lambda; here they would end the browser with its first page and switch off what we test. */
const UNWANTED = new Set(['--single-process', '--disable-web-security']);

/** A headless Chromium from the installed packages; close it with `await using` or `close()`. */
export async function launchBrowser(): Promise<Browser> {
  // Told that it runs on AWS Lambda, the package also unpacks the libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => !UNWANTED.has(flag)), ...QUIET],
    headless: true,
  });
}
