/**
 * `npm run screenshot`: the picture that the README opens with, of the page of a certification of the
 * demonstration register, in Debian's Chromium or the browser that CHROMIUM_PATH names.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProduct } from '../tests/bench/processes.ts';
import { launchBrowser } from '../tests/support/browser.ts';

const CODE = process.argv[2] ?? 'RNCP35746';
const FILE = fileURLToPath(new URL('images/certification.png', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'debouches-screenshot-'));
const product = await startProduct({ DATA_DIR: folder });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    ...{ locale: 'fr-FR', colorScheme: 'light', viewport: { width: 1000, height: 1400 } },
  });
  await page.goto(`http://127.0.0.1:${product.port}/certifications/${CODE}`);
  await page.screenshot({ path: FILE });
} finally {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
