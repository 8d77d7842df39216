// Every page of the rendered book in a real browser: it asks only its own host, it is light, it does
// not overflow, and axe-core finds nothing, in both themes at two widths.
//
//     node pages.mjs SITE CHROMIUM [SCREENSHOTS]
//
// Prints one line a fault and exits 1, or prints what it measured and exits 0.

import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { serve, pages, launch, end } from './site.mjs';

// One page with everything it loads, as sent; DESIGN's goal for a reader's first page.
const MOST_BYTES = 110 * 1024;
const MOST_REQUESTS = 20;

const [site, browserName, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const { origin, sent, missing, close } = await serve(site);
const browser = await launch(browserName);

async function look(path, width, theme) {
  const where = `${path} (${width} px, ${theme})`;
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${where}: a script failed: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
      faults.push(`${where}: asks another host: ${request.url()}`);
    }
  });
  sent.length = 0;
  await page.goto(`${origin}/${path}`);
  await page.evaluate(() => document.fonts.ready);
  const bytes = sent.reduce((sum, length) => sum + length, 0);
  if (bytes > MOST_BYTES) faults.push(`${where}: ${bytes} bytes, at most ${MOST_BYTES}`);
  if (sent.length > MOST_REQUESTS) faults.push(`${where}: ${sent.length} requests`);
  const weight = `${bytes} bytes in ${sent.length} requests`;

  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${where}: ${over} px wider than the window`);

  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
    const name = `${path.replaceAll('/', '-')}-${width}-${theme}.png`;
    await page.screenshot({ path: join(screenshots, name), fullPage: true });
  }
  // Folded parts hold evidence too.
  await page.$$eval('details', (all) => all.forEach((details) => { details.open = true; }));
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      faults.push(`${where}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 200)}`);
    }
  }
  await context.close();
  return weight;
}

const all = pages(site).filter((path) => path !== 'print.html');
for (const path of all) {
  // Every page once; a chapter and the front page in every way it can look.
  const full = ['index.html', 'concurrency/kitchen.html', 'widgets.html', 'progress.html'].includes(path) || screenshots;
  for (const width of full ? [1280, 500] : [1280]) {
    for (const theme of full ? ['light', 'dark'] : ['light']) {
      const weight = await look(path, width, theme);
      if (width === 1280 && theme === 'light') console.log(`${path}: ${weight}`);
    }
  }
}

await browser.close();
close();
end([...faults, ...missing.map((path) => `${path} was asked for and is not there`)]);
