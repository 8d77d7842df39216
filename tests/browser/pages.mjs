// Every page of the rendered book in a real browser: it asks only its own host, it is light, it does
// not overflow, and axe-core finds nothing, in both themes at two widths.
//
//     node pages.mjs SITE CHROMIUM [SCREENSHOTS]
//
// Prints one line a fault and exits 1, or prints what it measured and exits 0.

import { createServer } from 'node:http';
import { readFileSync, readdirSync, mkdirSync } from 'node:fs';
import { join, extname, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

// One page with everything it loads, as sent; DESIGN's goal for a reader's first page.
const MOST_BYTES = 110 * 1024;
const MOST_REQUESTS = 20;

const [site, browserName, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json',
};
const faults = [];
const sent = [];

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  let body;
  try {
    body = readFileSync(join(site, path));
  } catch {
    faults.push(`${path} was asked for and is not there`);
    response.writeHead(404).end();
    return;
  }
  const type = types[extname(path)] ?? 'application/octet-stream';
  const packed = extname(path) === '.woff2' ? body : gzipSync(body);
  sent.push(packed.length);
  const encoding = packed === body ? {} : { 'content-encoding': 'gzip' };
  response.writeHead(200, { 'content-type': type, ...encoding }).end(packed);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const pages = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return pages(path);
  return extname(path) === '.html' ? [relative(site, path)] : [];
});

const browser = await chromium.launch({
  executablePath: execFileSync('which', [browserName], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

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
  const full = ['index.html', 'concurrency/kitchen.html'].includes(path) || screenshots;
  for (const width of full ? [1280, 500] : [1280]) {
    for (const theme of full ? ['light', 'dark'] : ['light']) {
      const weight = await look(path, width, theme);
      if (width === 1280 && theme === 'light') console.log(`${path}: ${weight}`);
    }
  }
}

await browser.close();
server.close();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
