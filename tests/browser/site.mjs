// What the browser tests share: the rendered book served on loopback, and a browser that looks at it.

import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { join, extname, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json',
};

// Serves the folder `site`, as a web host would: packed. `sent` holds the length of each answer,
// `missing` what was asked for and is not there.
export async function serve(site) {
  const sent = [];
  const missing = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let body;
    try {
      body = readFileSync(join(site, path));
    } catch {
      missing.push(path);
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
  return { origin, sent, missing, close: () => server.close() };
}

// The paths of all pages below `folder`.
export function pages(site, folder = site) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(site, path);
    return extname(path) === '.html' ? [relative(site, path)] : [];
  });
}

export function launch(browserName) {
  return chromium.launch({
    executablePath: execFileSync('which', [browserName], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

// Prints every fault and ends with the exit code that says whether there was one.
export function end(faults) {
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

// Presses Tab until `selector` has the focus, as a reader without a mouse would.
export async function tabTo(page, selector) {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}
