// Search, as a reader would use it: a term, an example's name and the words of a claim each lead to
// the page that has them, by keyboard, from a page in a folder.
//
//     node search.mjs SITE CHROMIUM
//
// Prints one line a fault and exits 1, or prints the place of each among the results and exits 0.

import { serve, launch, end } from './site.mjs';

// What is typed, and the page that must be among the first results.
const WANTED = [
  ['backpressure', 'glossary.html#backpressure'],
  ['race condition', 'glossary.html#race-condition'],
  ['mini-steal', 'programs.html#mini-steal'],
  ['lbs-rendezvous', 'programs.html#lbs-rendezvous'],
  ['lock to read, and lock again to write', 'claims.html#locked-twice'],
  ['if the onions yield after each, the door is looked at', 'claims.html#coop-loop'],
];
// As many results as a reader looks through.
const FIRST = 5;

const [site, browserName] = process.argv.slice(2);
const faults = [];
const { origin, close } = await serve(site);
const browser = await launch(browserName);
const page = await browser.newPage();
page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`));

for (const [typed, wanted] of WANTED) {
  await page.goto(`${origin}/concurrency/kitchen.html`);
  await page.keyboard.press('s');
  await page.waitForFunction(() => document.activeElement.id === 'mdbook-searchbar');
  await page.keyboard.type(typed);
  // A link of the results has the words in its query, to mark them on the page.
  const place = await page.waitForFunction(([wanted, all]) => {
    const links = [...document.querySelectorAll('#mdbook-searchresults a')].map((link) => link.href);
    const at = links.findIndex((link) => link.replace(/\?[^#]*/, '').endsWith(`/${wanted}`));
    return links.length > 0 && (at >= 0 || links.length >= all) ? at + 1 || 'nowhere' : false;
  }, [wanted, FIRST], { timeout: 10_000 }).then((found) => found.jsonValue(), () => 'nowhere');
  console.log(`${typed}: ${wanted} is result ${place}`);
  if (!(place <= FIRST)) faults.push(`“${typed}” does not find ${wanted} among the first ${FIRST}: ${place}`);
}

await browser.close();
close();
end(faults);
