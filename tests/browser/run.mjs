// "Run it here", as a person would try it: against the real server, in a real browser.
//
//     node run.mjs TEXTBOOK CHROMIUM
//
// Prints one line a fault and exits 1, or prints how soon a line came and exits 0.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { launch, end, tabTo } from './site.mjs';

const [program, browserName] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const check = (right, what) => {
  if (!right) faults.push(what);
};

const server = spawn(program, ['--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
const [address] = await once(createInterface({ input: server.stdout }), 'line');
const [site, key] = address.split('#key=');
const origin = site.replace(/\/$/, '');
const browser = await launch(browserName);

// A first run has to build what it runs.
const PATIENCE = 120_000;

async function open(path, { withKey = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${path}: a script failed: ${error.message}`));
  await page.goto(`${origin}/${path}${withKey ? `#key=${key}` : ''}`);
  return page;
}

const says = (page, row, word) => page.waitForFunction(
  ([row, word]) => document.querySelector(`${row} output`)?.textContent.includes(word), [row, word],
);

// The milliseconds from a press of the button in `row` to the first that is printed in `where`.
const soon = (page, row, where) => page.evaluate(([row, where]) => new Promise((done) => {
  const printed = document.querySelector(where);
  const pressed = performance.now();
  new MutationObserver((_, observer) => {
    if (!printed.textContent) return;
    observer.disconnect();
    done(Math.round(performance.now() - pressed));
  }).observe(printed, { childList: true, subtree: true, characterData: true });
  document.querySelector(`${row} button`).click();
}), [row, where]);

async function accessible(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${where}: ${over} px wider than the window`);
  if (!await page.evaluate(() => 'axe' in window)) await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, help, nodes } of violations) faults.push(`${where}: ${id}: ${help}: ${nodes[0].html}`);
}

// The same in every way that a page can look.
async function accessible_everywhere(page, where) {
  for (const width of [1280, 500]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      // The page hears of its new size with the next frame.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await accessible(page, `${where} (${width} px, ${colorScheme})`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const PAGE = 'concurrency/definitions.html';
const EXAMPLE = 'two-sleepers';
const listing = `.listing[data-example=${EXAMPLE}]`;
const row = `${listing} .run`;
const printed = `${listing} .panel[data-language=rust] .printed > code`;

try {
  // The key leaves the address, and is in nothing that was served.
  const page = await open(PAGE);
  await page.waitForSelector(`${row} button`);
  check(new URL(page.url()).hash === '', `the key stays in the address: ${page.url()}`);
  check(!(await page.content()).includes(key), 'the key is in the page');
  check((await page.context().cookies()).length === 0, 'there is a cookie');

  // Run an example by keyboard; its own picture replaces the recorded one, which is one press away.
  const recorded = await page.textContent(`#timeline-${EXAMPLE} .passport`);
  const shape = () => page.$eval(`#timeline-${EXAMPLE} timeline-player > script`, (data) =>
    JSON.stringify(JSON.parse(data.textContent).map(({ title, unit, tasks, slices }) =>
      [title, unit, tasks.map(([name]) => name).sort(), slices !== null])));
  const before = await shape();
  await tabTo(page, `${row} button`);
  await page.keyboard.press('Enter');
  await says(page, row, 'It ended well.');
  check(await shape() === before, `the run has another shape than the recorded one: ${await shape()}, ${before}`);
  check((await page.textContent(printed)).trim() !== '', 'a run prints nothing');
  const mine = await page.textContent(`#timeline-${EXAMPLE} .passport`);
  check(mine.startsWith('Your run'), `the picture is not of the run: ${mine}`);
  check(await page.isVisible(`#timeline-${EXAMPLE} .player`), 'the new picture has no player');
  await tabTo(page, `${row} button:last-child`);
  await page.keyboard.press('Enter');
  check(await page.textContent(`#timeline-${EXAMPLE} .passport`) === recorded, 'the recorded picture is lost');
  await accessible(page, 'after a run');

  // What an example offers to be changed is run, and shown in the command; the recorded one comes back.
  await page.goto(`${origin}/concurrency/kitchen.html`);
  const offers = '.listing[data-example=illusion]';
  const command = () => page.textContent(`${offers} .command`);
  const as_recorded = await command();
  await tabTo(page, `${offers} select`);
  await page.keyboard.press('ArrowDown');
  const turn = await page.$eval(`${offers} select`, (select) => select.value);
  await page.click(`${offers} .run button`);
  await says(page, `${offers} .run`, 'It ended well.');
  check((await command()).trim() === `$ cargo run -p illusion -- --turn ${turn}`, `not the command: ${await command()}`);
  const row_of = await page.textContent(`${offers} .printed`);
  check(row_of.includes(`${turn} s     10 s`), `the choice is not what was run: ${row_of}`);
  await accessible_everywhere(page, 'with a choice, and what it printed');
  await page.click(`${offers} .run button:last-of-type`);
  check(await command() === as_recorded, `the recorded command is lost: ${await command()}`);
  await page.goto(`${origin}/${PAGE}`);

  // Edit a block: Ctrl-Enter runs it, an endless loop can be stopped, the compiler is quoted.
  await page.click('.code-block .buttons button:text-is("Edit")');
  const edit = '.edit .run';
  await page.fill('.edit textarea', 'fn main() { println!("on"); loop {} }');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('.edit .printed').textContent.includes('on'));
  await page.click(`${edit} button:text-is("Stop")`);
  await says(page, edit, 'Stopped.');

  await page.fill('.edit textarea', 'let knife: u32 = "sharp";');
  await page.keyboard.press('Control+Enter');
  await says(page, edit, 'It does not compile.');
  check((await page.textContent('.edit .printed')).includes('error[E0308]'), 'the compiler is not quoted');
  await accessible(page, 'with an error');

  const crates = `use rayon::prelude::*;
    let (sender, receiver) = crossbeam::channel::bounded(1);
    sender.send((0..10).into_par_iter().sum::<u64>()).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async { println!("{}", receiver.recv().unwrap()) });`;
  await page.fill('.edit textarea', crates);
  await page.keyboard.press('Control+Enter');
  await says(page, edit, 'It ended well.');
  check((await page.textContent('.edit .printed')).trim().endsWith('45'), 'rayon, crossbeam and tokio are not there');

  // One core is one core.
  await page.fill('.edit textarea', 'println!("{:?}", std::thread::available_parallelism());');
  await page.selectOption(`${edit} select`, 'one');
  console.log(`an edited block: the first line after ${await soon(page, edit, '.edit .printed > code')} ms`);
  await says(page, edit, 'It ended well.');
  check((await page.textContent('.edit .printed')).includes('Ok(1)'), 'one core is not one core');

  // Tab leaves the field; the edit is kept; Reset is one press.
  await page.focus('.edit textarea');
  await page.keyboard.press('Tab');
  check(!(await page.evaluate(() => document.activeElement.matches('textarea'))), 'Tab does not leave the field');
  await page.reload();
  await page.click('button:text-is("Your edit")');
  check((await page.inputValue('.edit textarea')).includes('available_parallelism'), 'the edit is lost');
  await page.click('.edit button:text-is("Reset")');
  check(!(await page.inputValue('.edit textarea')).includes('available_parallelism'), 'Reset keeps the edit');

  // What rustlings has in its file is what the pages show; nobody else ticks an exercise here.
  const course = await open('concurrency/interleavings.html');
  const own = '#exercise-interleavings1';
  await course.waitForFunction((own) => / (open|done)$/.test(document.querySelector(`${own} .state`).textContent), own);
  check(await course.isHidden(`${own} input`), 'the reader can tick what rustlings knows');
  const told = await course.textContent(`${own} .state`);
  await course.route('**/course', (route) => route.fulfill({ json: { current: null, done: ['interleavings1'] } }));
  await course.evaluate(() => dispatchEvent(new Event('focus')));
  await course.waitForFunction((own) => document.querySelector(`${own} .state`).textContent.includes('● done'), own);
  check(/○ open|● done/.test(told), `before: ${told}`);
  await course.context().close();

  // A phone.
  await page.setViewportSize({ width: 500, height: 900 });
  await accessible(page, 'at 500 px');

  // A second tab is told the key by the first, and only a tab of this book is.
  const second = await page.context().newPage();
  await second.goto(`${origin}/${PAGE}`);
  await second.waitForSelector(`${row} button`);
  const stranger = await open(PAGE, { withKey: false });
  await stranger.waitForTimeout(300);
  check(await stranger.$('.run') === null, 'Run is offered without a key');

  // A wrong key is refused, and the page says so.
  const wrong = await browser.newContext();
  const refused = await wrong.newPage();
  await refused.goto(`${origin}/${PAGE}#key=${'0'.repeat(32)}`);
  await refused.click(`${row} button`);
  await says(refused, row, 'The key is another one');

  // The controls on a page of each other kind. A measurement says what it does, and can be stopped.
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of ['concurrency/interleavings.html', 'claims.html', 'progress.html', 'concurrency/dresses.html']) {
    await page.goto(`${origin}/${path}`);
    if (path !== 'progress.html') await page.waitForSelector('.run button, .code-block .buttons button:text-is("Edit")');
    await accessible_everywhere(page, `${path}, with its controls`);
  }
  const chart = '#chart-create .run';
  await page.click(`${chart} button`);
  await page.waitForFunction((row) => !['', 'Asking', 'Running'].includes(document.querySelector(`${row} output`).textContent), chart);
  await page.click(`${chart} button:text-is("Stop")`);
  await says(page, chart, 'Stopped.');
  check(await page.textContent(`${chart} button`) === 'Measure', 'a stopped measurement cannot be started again');
  check(await page.$('button:text-is("Playground")') === null, 'the served page leads to the Playground');

  // The theme can be chosen, and stays; what is searched for is found, and there.
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(`${origin}/${PAGE}`);
  const bright = await background();
  const theme = '#mdbook-theme-toggle';
  for (let turns = 0; turns < 2 && await page.textContent(theme) !== 'Theme: dark'; turns += 1) await page.click(theme);
  check(await background() !== bright, `a dark theme is as bright as the light one: ${bright}`);
  await page.reload();
  check(await background() !== bright, 'the theme is forgotten');
  await page.click('#mdbook-search-toggle');
  await page.waitForFunction(() => document.activeElement.id === 'mdbook-searchbar');
  await page.keyboard.type('cucumbers');
  await page.click('#mdbook-searchresults a');
  await page.waitForFunction(() => location.pathname.endsWith('/kitchen.html')
    && [...document.querySelectorAll('mark')].some((mark) => /cucumber/i.test(mark.textContent)));
  await page.goto(`${origin}/${PAGE}`);

  // Another site may ask, and is refused.
  const evil = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Evil</title>');
  }).listen(0, '127.0.0.1');
  await once(evil, 'listening');
  const visitor = await (await browser.newContext()).newPage();
  const answers = [];
  visitor.on('response', (response) => answers.push([new URL(response.url()).pathname, response.status()]));
  await visitor.goto(`http://127.0.0.1:${evil.address().port}/`);
  const asked = await visitor.evaluate(async ([origin, key]) => {
    const body = JSON.stringify({ example: 'two-sleepers' });
    const tries = [
      { method: 'POST', mode: 'no-cors', body },
      { method: 'POST', body, headers: { 'content-type': 'application/json', 'textbook-key': key } },
    ];
    const heard = [];
    for (const init of tries) {
      await fetch(`${origin}/run`, init).then((answer) => heard.push(answer.type), () => heard.push('refused'));
    }
    return heard;
  }, [origin, key]);
  check(asked.join() === 'opaque,refused', `another site hears ${asked}`);
  const ran = answers.filter(([path, status]) => path === '/run' && status < 400);
  check(ran.length === 0, 'another site has something done');
  evil.close();

  // How soon the first line of an example comes that is built, and prints at once.
  await page.goto(`${origin}/concurrency/kitchen.html`);
  const [quick, said] = ['.run', '.panel[data-language=rust] .printed > code']
    .map((part) => `.listing[data-example=one-knife] ${part}`);
  await page.click(`${quick} button`);
  await says(page, quick, 'It ended');
  console.log(`one-knife: the first line after ${await soon(page, quick, said)} ms`);

  // Eight tabs at once, and the last one runs.
  const tabs = await Promise.all(Array.from({ length: 8 }, async () => {
    const tab = await page.context().newPage();
    await tab.goto(`${origin}/${PAGE}`);
    return tab;
  }));
  await tabs[7].bringToFront();
  await tabs[7].click(`${row} button`);
  await says(tabs[7], row, 'It ended well.');

  // Without JavaScript the page is complete, and offers nothing that it cannot do.
  const plain = await open(PAGE, { javaScriptEnabled: false });
  check(await plain.isVisible(`${listing} .printed`), 'no output without JavaScript');
  check(await plain.$('.run, .edit') === null, 'controls without JavaScript');
} catch (error) {
  faults.push(`it went no further: ${error.message}`);
}

await browser.close();
server.kill('SIGKILL');
end(faults);
