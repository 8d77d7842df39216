// The formulas of <which-model> against those of the example, on jobs whose times Rust computed.
//
//     node models.mjs SCRIPT GOLDEN

import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const [script, golden] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
let element;
runInNewContext(script, { HTMLElement: class {}, customElements: { define: (_, made) => { element = made; } } });

const { models, costs, cases } = JSON.parse(golden);
const faults = [];
for (const { job, times } of cases) {
  times.forEach((time, at) => {
    const computed = element.time(models[at], job, costs);
    if (!(Math.abs(computed - time) <= 1e-9 * time)) {
      faults.push(`${models[at]}: ${computed}, not ${time}, for ${JSON.stringify(job)}`);
    }
  });
}
for (const fault of faults) console.error(fault);
console.log(`${cases.length} jobs in ${models.length} models`);
process.exitCode = faults.length > 0 || cases.length === 0 ? 1 : 0;
