// The widgets of the book, driven by keyboard alone.
//
//     node widgets.mjs SITE CHROMIUM

import { serve, launch, end, tabTo } from './site.mjs';

const [site, browserName] = process.argv.slice(2);
const faults = [];
const { origin, close } = await serve(site);
const browser = await launch(browserName);
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`));

const check = (right, what) => {
  if (!right) faults.push(what);
};

// The player of a timeline: scrub, step from event to event, zoom; the page does not turn.
{
  const url = `${origin}/concurrency/kitchen.html`;
  await page.goto(url);
  const player = '#timeline-illusion .player';
  const said = () => page.textContent(`${player} output`);
  const bars = () => page.$$eval('#timeline-illusion svg rect', (all) => all.map((bar) => bar.getAttribute('width')).join());

  await tabTo(page, `${player} input`);
  for (let presses = 0; presses < 100; presses += 1) await page.keyboard.press('ArrowRight');
  const scrubbed = await said();
  check(scrubbed.includes('in progress'), `scrubbing says nothing: ${scrubbed}`);
  check(page.url() === url, 'an arrow key in the player turned the page');

  await tabTo(page, `${player} button[aria-label="To the next event"]`);
  await page.keyboard.press('Enter');
  const stepped = await said();
  check(stepped !== scrubbed, 'stepping to the next event says nothing new');

  const before = await bars();
  await tabTo(page, `${player} button[aria-label="Zoom in"]`);
  await page.keyboard.press('Enter');
  check(await bars() !== before, 'zooming in changes no bar');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  check(await bars() === before, 'zooming out again does not give the first picture');
}

// Which model: the sliders, the box and the jobs of the table; the page does not turn.
{
  const url = `${origin}/tables/which-model.html`;
  await page.goto(url);
  const said = () => page.textContent('which-model output');
  const value = (name) => page.getAttribute(`#models-which-model-${name}`, 'aria-valuetext');
  const press = async (key, times) => {
    for (let presses = 0; presses < times; presses += 1) await page.keyboard.press(key);
  };

  await tabTo(page, '#models-which-model-items');
  await press('Home', 1);
  check(await value('items') === '1', `one item: ${await value('items')}`);
  await press('End', 1);
  check(await value('items') === '1,000,000', `the most items: ${await value('items')}`);
  await page.keyboard.press('Tab');
  await press('ArrowRight', 3);
  check(page.url() === url, 'an arrow key in a slider turned the page');
  await tabTo(page, '#models-which-model-share');
  await press('End', 1);
  const waiting = await said();
  check(/Least: (tasks|task pool),/.test(waiting), `a million items that wait: ${waiting}`);
  check(waiting.includes('No other') || waiting.includes('As good as'), `ties are not told: ${waiting}`);
  await tabTo(page, '.your-job input[type=checkbox]');
  await page.keyboard.press('Space');
  check(/Least: process(es| pool),/.test(await said()), `isolated: ${await said()}`);
  const row = (name) => page.textContent(`.answer tr:has(th:text("${name}"))`);
  check((await row('threads')).includes('✕ not isolated'), `a model that does not isolate: ${await row('threads')}`);
  check(await page.$$eval('.answer .least .mark', (all) => all.map((mark) => mark.textContent).join()) === '▶ least',
    'not one model is marked as the least');

  // A job of the table: the computed time is the one beside it.
  await tabTo(page, '.jobs tr:nth-child(2) button');
  await page.keyboard.press('Enter');
  check(await value('items') === '1', `a job of the table: ${await value('items')}`);
  const table = await page.$$eval('.jobs tr:nth-child(2) .should', (all) => all.map((cell) => cell.textContent.replace(/^[▶≈] /, '')));
  const answer = await page.$$eval('.answer td:nth-child(2) span:last-child', (all) => all.map((cell) => cell.textContent));
  const same = (a, b) => Number.parseFloat(a) === Number.parseFloat(b) && a.split(' ')[1] === b.split(' ')[1];
  check(table.length === 7 && table.every((time, at) => same(time, answer[at])), `${table} in the table, ${answer} computed`);
}

// The languages of a listing: the choice holds for the whole book.
{
  await page.goto(`${origin}/concurrency/kitchen.html`);
  await tabTo(page, '.listing[data-example=one-knife] input[value=rust]');
  await page.keyboard.press('ArrowRight');
  check(await page.isVisible('[data-example=one-knife] [data-language=python]'), 'no Python tab');
  await page.goto(`${origin}/concurrency/definitions.html`);
  check(await page.isVisible('[data-example=two-sleepers] [data-language=python]'),
    'the choice of a language is forgotten on the next page');
}

// Without JavaScript the picture, its numbers and every language are there.
{
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${origin}/concurrency/kitchen.html`);
  check(await plain.isVisible('#timeline-one-knife svg'), 'no picture without JavaScript');
  await plain.click('#timeline-one-knife summary');
  check(await plain.isVisible('#timeline-one-knife table'), 'no numbers without JavaScript');
  await plain.check('.listing[data-example=one-knife] input[value=go]', { force: true });
  check(await plain.isVisible('[data-example=one-knife] [data-language=go]'), 'no tabs without JavaScript');
  await plain.goto(`${origin}/tables/which-model.html`);
  check(await plain.locator('.jobs tbody tr').count() === 12, 'no jobs without JavaScript');
  check(await plain.locator('.jobs td.least').count() === 12, 'no least time without JavaScript');
  await context.close();
}

// On a static host a block opens in the Playground, on a click and not before; nothing asks for a run.
{
  const context = await browser.newContext();
  const asked = [];
  context.on('request', (request) => asked.push(request.url()));
  await context.route('https://play.rust-lang.org/**', (route) => route.fulfill({ body: 'there' }));
  const reader = await context.newPage();
  await reader.goto(`${origin}/concurrency/kitchen.html`);
  check(await reader.$('.run, button:text-is("Edit")') === null, 'a static page offers to run something');
  const frames = await reader.$$eval('.code-block', (all) => all.filter((frame) =>
    frame.textContent.includes('Playground') && /timeline/.test(frame.querySelector('code').textContent)).length);
  check(frames === 0, 'a block goes to the Playground, which lacks its crates');
  await reader.goto(`${origin}/threads/threads.html`);
  const there = reader.locator('button:text-is("Playground")').first();
  const code = await there.evaluate((button) => button.closest('.code-block').querySelector('code').textContent);
  const before = asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'));
  check(before.length === 0, `something is asked of another host before the click: ${before}`);
  await there.focus();
  const [opened] = await Promise.all([context.waitForEvent('page'), reader.keyboard.press('Enter')]);
  await opened.waitForURL('https://play.rust-lang.org/**');
  const sent = new URL(opened.url()).searchParams;
  check(sent.get('edition') === '2024' && sent.get('code').includes(code.trim()), `the Playground gets ${sent}`);
  await context.close();
}

await browser.close();
close();
end(faults);
