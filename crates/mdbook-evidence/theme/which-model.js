// <which-model>: the reader describes a job; each model's time is computed, and the least is named.
//
// The table is complete without this. A test holds the formulas to the example's src/model.rs.
// What the reader sees as a formula is the text of the function that computes it.
'use strict';

{
const FORMULAS = {
  'one by one': (k) => k.items * (k.cpu + k.wait + k.late),
  'tasks': (k) => k.items * (k.task + k.cpu) + k.wait + k.tick,
  'threads': (k) => k.items * k.thread + k.rounds * k.cpu * k.slow + k.wait + k.late,
  'pool': (k) => k.pool + k.rounds * (k.cpu * k.slow + k.wait + k.late),
  'task pool': (k) => k.pool + k.items * k.task + k.rounds * k.cpu * k.slow + k.wait + k.tick,
  'process pool': (k) => k.cores * k.process + k.items * (k.message + k.bytes * k.byte)
    + k.rounds * (k.cpu * k.slow + k.wait + k.late),
  'processes': (k) => k.items * (k.process + k.bytes * k.byte) + k.rounds * k.cpu * k.slow
    + k.wait + k.late,
};
// So often all cores are at work together, and so much slower than one alone.
const SHARED = {
  rounds: (k) => Math.ceil(k.items / k.cores),
  slow: (k) => Math.max(Math.min(k.items, k.cores) / k.e, 1),
};

// All that the formulas know. Who does not wait is not late either.
const known = (job, costs) => {
  const all = { ...costs, ...job, ...!(job.wait > 0) && { late: 0, tick: 0 } };
  for (const name in SHARED) all[name] = SHARED[name](all);
  return all;
};

const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
};

// A number with two digits that count, in the unit that it reads best in.
const scaled = (...units) => (value) => {
  const [size, name] = units.find(([size]) => +value.toPrecision(2) >= size) ?? units.at(-1);
  return value ? `${+(value / size).toPrecision(2)} ${name}` : '0';
};
const time = scaled([1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']);
const size = scaled([1e6, 'MB'], [1e3, 'kB'], [1, 'B']);
const plain = (value) => (+value.toPrecision(3)).toLocaleString('en');
const percent = (share) => `${+(share * 100).toFixed(share < .99 ? 0 : 2)} %`;
const UNITS = { items: plain, cores: plain, rounds: plain, e: plain, slow: plain, bytes: size };
const told = (name, value) => name === 'byte' ? `${time(value)}/B` : (UNITS[name] ?? time)(value);
const text = (formula) => String(formula).replace(/^.*?=>|Math\.|k\./g, '')
  .replaceAll('*', '×').replaceAll('/', '÷').trim();
const filled = (formula, all) =>
  text(formula).replace(/[a-z]+/g, (name) => name in all ? told(name, all[name]) : name);

const decades = (from, to, steps) => [...Array(to - from).keys()]
  .flatMap((power) => steps.map((step) => step * 10 ** (from + power))).concat(10 ** to);
const CONTROLS = [
  ['items', 'Items', decades(0, 6, [1, 2, 3, 5]), plain],
  ['cpu', 'CPU per item', decades(2, 9, [1, 2, 5]), time],
  ['share', 'Waiting share', [0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .98, .99, .995, .999, .9995, .9999], percent],
  ['bytes', 'Payload per item', [0, ...decades(2, 8, [1, 2, 5])], size],
  ['cores', 'Cores', [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64], plain],
];

class WhichModel extends HTMLElement {
  // What the job takes in each model, by its name.
  static time(name, job, costs) {
    return FORMULAS[name](known(job, costs));
  }

  connectedCallback() {
    const script = this.querySelector('script');
    if (!script || this.said) return;
    this.given = JSON.parse(script.textContent);
    const { jobs, models } = this.given;

    const panel = make('div', { class: 'your-job', role: 'group', 'aria-label': 'Your job' });
    this.controls = CONTROLS.map(([name, label, stops, tell]) => {
      const id = `${this.parentElement.id}-${name}`;
      const input = make('input', { type: 'range', id, max: stops.length - 1 });
      const value = make('span', { 'aria-hidden': true });
      input.addEventListener('input', () => this.set(name, stops[input.value]));
      panel.append(make('label', { for: id }, label), value, input);
      return { name, stops, tell, input, value };
    });
    this.isolated = make('input', { type: 'checkbox' });
    this.isolated.addEventListener('change', () => this.set('isolated', this.isolated.checked));
    panel.append(make('label', {}, this.isolated, ' An item may crash, and must harm no other'));

    this.said = make('output', { 'aria-live': 'polite' });
    this.rows = models.map(() => make('tr'));
    this.shared = make('p', { class: 'shared' });
    const heads = ['Model', 'Time', 'Formula, and with your numbers'].map((head) => make('th', { scope: 'col' }, head));
    this.prepend(panel, this.said, make('div', { class: 'table-wrapper' }, make('table', { class: 'answer' },
      make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...this.rows))), this.shared);

    this.querySelectorAll('.jobs tbody th').forEach((head, at) => {
      const button = make('button', { 'aria-label': `Try ${head.firstChild.data}` }, 'Try');
      button.addEventListener('click', () => {
        this.take(jobs[at]);
        this.controls[0].input.focus();
      });
      head.append(button);
    });
    this.take(jobs.find((job) => job.wait > 0 && job.cpu > 1e6) ?? jobs[0]);
  }

  take(job) {
    this.job = { ...job, share: job.wait / (job.cpu + job.wait), cores: this.given.costs.cores };
    this.draw();
  }

  set(name, value) {
    const job = this.job = { ...this.job, [name]: value };
    // The share stays when the computing changes, so the waiting changes with it.
    job.wait = name === 'share' || name === 'cpu' ? job.cpu * job.share / (1 - job.share) : job.wait;
    this.draw();
  }

  draw() {
    const { job, given: { margin, models, costs: { cores, e } } } = this;
    for (const { name, stops, tell, input, value } of this.controls) {
      const off = stops.map((stop) => Math.abs(stop - job[name]));
      input.value = off.indexOf(Math.min(...off));
      const wait = name === 'share' && job.wait ? `: ${time(job.wait)}` : '';
      value.textContent = tell(job[name]) + wait;
      input.setAttribute('aria-valuetext', value.textContent);
    }
    this.isolated.checked = job.isolated;

    // More cores are thought to be worth as much, each.
    const costs = { ...this.given.costs, e: e * job.cores / cores };
    const all = known(job, costs);
    const times = models.map(({ name }) => FORMULAS[name](all));
    const allowed = (_, at) => models[at].isolates || !job.isolated;
    const least = Math.min(...times.filter(allowed));
    const best = times.findIndex((time, at) => time === least && allowed(time, at));
    const alike = (time, at) => at !== best && allowed(time, at) && time < margin * least;
    times.forEach((ns, at) => {
      const formula = FORMULAS[models[at].name];
      const mark = at === best ? '▶ least' : alike(ns, at) ? '≈ as good' : allowed(ns, at) ? '' : '✕ not isolated';
      this.rows[at].className = at === best ? 'least' : allowed(ns, at) ? '' : 'out';
      this.rows[at].replaceChildren(
        make('th', { scope: 'row' }, models[at].name, make('span', { class: 'mark' }, mark)),
        make('td', {}, make('span', { class: 'bar', style: `--long:${8 + 30 * Math.log10(ns / least)}%` }),
          make('span', {}, time(ns))),
        make('td', {}, make('code', {}, text(formula)), make('span', { class: 'filled' }, `= ${filled(formula, all)}`)));
    });
    this.shared.textContent = Object.entries(SHARED)
      .map(([name, value]) => `${name} = ${text(value)} = ${filled(value, all)} = ${told(name, all[name])}`).join('; ')
      + (job.cores === cores ? '' : `; measured on ${cores}`);
    const others = models.filter((_, at) => alike(times[at], at)).map(({ name }) => name);
    this.said.replaceChildren('Least: ', make('b', {}, models[best].name), `, ${time(least)}. `,
      others.length ? `As good as that: ${others.join(', ')}.` : 'No other comes near.');
  }
}

customElements.define('which-model', WhichModel);
}
