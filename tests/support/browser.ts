import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a browser is; absent where there is none. */
export const BROWSER = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path && existsSync(path));

const QUIET = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'];
const ARGS = ['--no-sandbox', '--no-first-run', ...QUIET.map((each) => `--disable-${each}`)];

/** What is added to the name of a test that is skipped. */
export const NEEDED = BROWSER ? '' : ' (skipped: no Chromium here, name one with CHROMIUM_PATH)';

/** Starts a browser without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER ?? '', headless: true, args: ARGS });
}
