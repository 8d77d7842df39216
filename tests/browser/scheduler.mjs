// Schedules, questions and their progress, driven by keyboard alone, on the book in fixture/.
//
//     node scheduler.mjs SITE CHROMIUM [SCREENSHOTS]

import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { serve, launch, end, tabTo } from './site.mjs';

const [site, browserName, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const { origin, close } = await serve(site);
const browser = await launch(browserName);
const url = `${origin}/widgets.html`;
let page;

const check = (right, what) => {
  if (!right) faults.push(what);
};

const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text) => page.keyboard.type(text);

// axe-core on the page as it stands now.
async function look(where) {
  if (!await page.evaluate(() => 'axe' in window)) await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, nodes } of violations) faults.push(`${where}: ${id}: ${nodes[0].html.slice(0, 200)}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `${where}: ${over} px wider than the window`);
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `${where.replaceAll(' ', '-')}.png`), fullPage: true });
  }
}

async function schedules() {
  const onions = '#schedules-onions';
  const said = () => page.textContent(`${onions} output`);
  const says = async (part, what) => check((await said()).includes(part), `${what}: ${await said()}`);
  const facts = () => page.textContent(`${onions} .facts`);

  // An outcome by number keys and by a button; the page does not turn.
  await tabTo(page, `${onions} .moves button`);
  await press('1', '2', 'ArrowRight', 'ArrowLeft', 'Enter');
  await says('Anna: store, line 10', 'the button of the first thread moves it');
  await press('2');
  await says('The end: 1, as in 4 of 6 schedules.', 'an outcome is not named');
  check(page.url() === url, 'an arrow key turned the page');
  check((await facts()).includes('1 of 2 outcomes'), `what is possible at the end: ${await facts()}`);
  await press('1');
  await says('Anna is finished', 'a finished thread says nothing');
  check(await page.isVisible(`${onions} tr.out[data-outcome="0"]`), 'an outcome that is gone is not struck out');

  // Undo, restart, hint.
  await press('u', 'u');
  await says('Undone: Anna', 'undo');
  check((await facts()).includes('onions = 0'), `the value after undo: ${await facts()}`);
  await press('r', 'h');
  await says('To end with 2 in 4 moves: Anna moves next.', 'a hint to the rarest');
  for (let moves = 0; moves < 4; moves += 1) {
    await press('h');
    await press((await said()).includes('Anna moves next') ? '1' : '2');
  }
  await says('The end: 2, as in 2 of 6 schedules.', 'following the hints');

  // Is it possible at all?
  await tabTo(page, `${onions} .ask input`);
  await type('3');
  await press('ArrowLeft', 'Enter');
  await says('3: 0 of 6 schedules. It is impossible.', 'an impossible outcome');
  check(page.url() === url, 'an arrow key in the field turned the page');
  await press('Control+A');
  await type('1');
  await press('Enter');
  await says('1: 4 of 6 schedules.', 'a possible outcome');
  await press('Tab', 'Tab', 'Enter');
  await says('From here 1 cannot come out any more', 'a hint to what is gone');

  // A witness, step by step.
  await tabTo(page, `${onions} [data-outcome="1"] button`);
  for (let steps = 0; steps < 4; steps += 1) await press('Enter');
  await says('The end: 1', 'a replayed witness');

  // Blocked, and dead.
  const knives = '#schedules-knives output';
  await tabTo(page, '#schedules-knives .moves button');
  await press('1', '2', '1');
  check((await page.textContent(knives)).includes('Anna is blocked: lock'), 'a blocked thread says nothing');
  check((await page.textContent('#schedules-knives .moves')).includes('blocked: lock'), 'no reason on the button');
  await press('u', '2');
  check((await page.textContent(knives)).includes('Deadlock, nobody can move'), 'a deadlock is not named');
}

async function questions() {
  const said = (id) => page.textContent(`#q-${id} .said`);
  const says = async (id, part, what) => check((await said(id)).includes(part), `${what}: ${await said(id)}`);
  const mark = (id) => page.textContent(`#q-${id} .state`);

  // Outcomes: a wrong tick and a missed one each have their proof.
  await tabTo(page, '#q-onions input');
  await press('Space', 'Tab', 'Space', 'Tab', 'Tab', 'Enter');
  await says('onions', '0 of 6 schedules end so', 'a wrong tick');
  await says('onions', '2 of 6 schedules end so', 'a missed one');
  check(!await page.isVisible('#q-onions .answer'), 'the answer is there before a second try');
  await tabTo(page, '#q-onions .said a[data-play="2"]');
  await press('Enter');
  check((await page.textContent('#schedules-onions output')).includes('Anna: load'), 'a proof is not played');
  check(await page.evaluate(() => document.activeElement.closest('#schedules-onions') !== null), 'the focus stays behind');

  // One of several: wrong, why, again, right.
  await tabTo(page, '#q-lost input');
  await press('Space');
  const wrong = await page.evaluate(() => !('right' in document.activeElement.closest('li').dataset));
  if (!wrong) await press('ArrowDown');
  const chosen = () => page.$eval('#q-lost input:checked', (input) => input.closest('li').textContent);
  for (let tries = 0; tries < 3 && !(await chosen()).includes('forgets'); tries += 1) await press('ArrowDown');
  await tabTo(page, '#q-lost .checks button');
  await press('Enter');
  await says('lost', 'Not so. Try again.', 'a wrong answer');
  await says('lost', 'No core does. See “The end”', 'its reason');
  check(await page.isHidden('#q-lost .checks button:nth-of-type(2)'), 'the answer is offered before a second try');
  await look(`a wrong answer ${page.viewportSize().width} ${await page.evaluate(() => document.documentElement.className)}`);
  await press('Shift+Tab');
  for (let tries = 0; tries < 3 && !(await chosen()).includes('Both cooks'); tries += 1) await press('ArrowDown');
  check(await said('lost') === '', 'what was said of another choice stays');
  await press('Enter');
  await says('lost', 'Right.', 'the right answer');
  check(await mark('lost') === '● right', `its state: ${await mark('lost')}`);
  check(page.url() === url, 'an arrow key in a question turned the page');

  // What it prints: nothing, wrong, wrong, then the answer is offered.
  await tabTo(page, '#q-prints textarea');
  await press('Tab', 'Enter');
  await says('prints', 'Answer first.', 'no answer');
  await press('Shift+Tab');
  await type('three cooks');
  await press('Tab', 'Enter', 'Enter', 'Tab', 'Enter');
  check(await page.isVisible('#q-prints .answer .printed'), 'the answer is not shown');
  check(await mark('prints') === '◐ answer shown', `its state: ${await mark('prints')}`);

  // A word.
  await tabTo(page, '#q-name input');
  await type('Livelock');
  await press('Enter');
  await says('name', 'nobody gets on', 'a foreseen answer');
  await press('Control+A');
  await type(' A  deadlock ');
  await press('Enter');
  await says('name', 'Right.', 'another way to say it');
}

// An exercise is ticked by the reader where nobody else knows.
async function exercise() {
  check(await page.isHidden('#exercise-widgets1 .hint p'), 'the hint is there before it is asked for');
  await tabTo(page, '#exercise-widgets1 input');
  await press('Space');
  await tabTo(page, '#exercise-widgets1 summary');
  await press('Enter');
  check(await page.isVisible('#exercise-widgets1 .hint p'), 'the hint does not open');
}

async function progress() {
  await page.goto(`${origin}/progress.html`);
  const sum = () => page.textContent('.sum');
  const all = 'Questions: 2 right, 1 shown, 1 open. Exercises: 1 done, 0 open.';
  const none = 'Questions: 0 right, 0 shown, 4 open. Exercises: 0 done, 1 open.';
  check((await sum()).startsWith(all), `progress: ${await sum()}`);
  check((await page.textContent('[data-id=lost]')).includes('● right'), 'no state beside a question');
  check(await page.isChecked('[data-exercise=widgets1] input'), 'no tick beside an exercise');

  // Into a file, and out of it again.
  await tabTo(page, 'book-progress button');
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  const saved = readFileSync(await download.path());
  check(download.suggestedFilename() === 'one-knife-two-cooks.json', `the file is ${download.suggestedFilename()}`);
  await press('Tab', 'Tab', 'Enter');
  await look(`forget ${page.viewportSize().width} ${await page.evaluate(() => document.documentElement.className)}`);
  await press('Tab', 'Enter');
  check((await sum()).startsWith(all), 'what is to be kept is forgotten');
  await press('Enter', 'Enter');
  check((await sum()).startsWith(none), `after forgetting: ${await sum()}`);
  await page.goto(url);
  check(await page.textContent('#q-lost .state') === '○ open', 'a forgotten answer is back');
  check(!await page.isChecked('#exercise-widgets1 input'), 'a forgotten exercise is back');

  await page.goto(`${origin}/progress.html`);
  const field = 'book-progress input[type=file]';
  await page.$eval(field, (field) => field.addEventListener('click', () => { field.asked = true; }));
  await tabTo(page, 'book-progress button:nth-of-type(2)');
  await press('Enter');
  check(await page.$eval(field, (field) => field.asked), 'no file is asked for');
  const load = async (name, buffer) => {
    await page.setInputFiles(field, { name, mimeType: 'application/json', buffer });
    await page.waitForFunction((name) => document.querySelector('book-progress .said').textContent.includes(name), name);
  };
  for (const [at, strange] of ['{', '{"knives": 2}', '[]', 'null'].entries()) {
    await load(`strange${at}.json`, Buffer.from(strange));
    check((await page.textContent('book-progress .said')).includes('was not saved here'), `${strange} is loaded`);
    check((await sum()).startsWith(none), `after ${strange}: ${await sum()}`);
  }
  await load('saved.json', saved);
  check((await sum()).startsWith(all), `after loading: ${await sum()}`);
  await load('foreign.json', Buffer.from('{"questions": {"lost": "<b>", "__proto__": "right"}, "exercises": {"widgets1": "done"}}'));
  check((await sum()).startsWith('Questions: 0 right, 0 shown, 4 open. Exercises: 1 done'), `after a foreign file: ${await sum()}`);
}

for (const width of [1280, 500]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`));
    await page.goto(url);
    try {
      await schedules();
      await look(`schedules ${width} ${colorScheme}`);
      await questions();
      await exercise();
      await look(`questions ${width} ${colorScheme}`);
      await progress();
    } catch (error) {
      faults.push(error.message);
    }
    await context.close();
  }
}

// Without JavaScript everything is there to read.
{
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(url);
  check(await page.isVisible('#schedules-onions .lane li'), 'no program without JavaScript');
  check(await page.isVisible('#schedules-onions table .strip'), 'no witness without JavaScript');
  check((await page.textContent('#schedules-onions .count')).includes('6 schedules'), 'no count without JavaScript');
  check(await page.isVisible('#q-lost .options li'), 'no options without JavaScript');
  await page.click('#q-lost summary');
  check((await page.textContent('#q-lost .answer')).includes('No core does.'), 'no reason without JavaScript');
  check(await page.isVisible('#q-lost .answer li'), 'no answer without JavaScript');
  check((await page.textContent('#exercise-widgets1 code')).includes('course widgets1'), 'no command without JavaScript');
  await page.click('#exercise-widgets1 summary');
  check(await page.isVisible('#exercise-widgets1 .hint p'), 'no hint without JavaScript');
  await page.goto(`${origin}/progress.html`);
  check((await page.textContent('.sum')).includes('with JavaScript'), 'no word about JavaScript');
  await page.click('book-progress a[href="widgets.html#q-lost"]');
  check(page.url() === `${url}#q-lost`, 'a question of the list leads nowhere');
  await context.close();
}

await browser.close();
close();
end([...new Set(faults)]);
