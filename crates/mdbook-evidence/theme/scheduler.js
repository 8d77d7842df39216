// <be-the-scheduler>: the reader chooses which thread moves next, and sees what can still come out.
//
// The lines, the counts and the witnesses stand in the element without this. The graph of all states
// is in its script: a node is [shared values, printed, next node a thread, line a thread, what the
// step does, outcome]. Nothing here searches anything but that graph.
'use strict';

{
const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
};
const words = (text) => text.trim().replace(/\s+/g, ' ');
const capital = (name) => name[0].toUpperCase() + name.slice(1);
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

class BeTheScheduler extends HTMLElement {
    connectedCallback() {
        const script = this.querySelector('script');
        if (!script || this.said) return;
        this.graph = JSON.parse(script.textContent);
        const { nodes, outcomes, threads } = this.graph;
        const before = nodes.map(() => []);
        nodes.forEach((node, from) => node[2].forEach((to) => to !== null && before[to].push(from)));
        // How many steps it takes at least from each node to each outcome.
        this.steps = outcomes.map((_, outcome) => {
            const steps = nodes.map(() => Infinity);
            let front = [...nodes.keys()].filter((node) => nodes[node][5] === outcome);
            for (let count = 0; front.length; count += 1) {
                front = front.filter((node) => steps[node] === Infinity && ((steps[node] = count), true))
                    .flatMap((node) => before[node]);
            }
            return steps;
        });
        this.lanes = [...this.querySelectorAll('.lane')];
        this.rows = [...this.querySelectorAll('[data-outcome]')];
        this.moved = [];   // The threads in the order of their moves.
        this.path = [0];   // The nodes they led to.

        const bar = make('div', { class: 'moves', role: 'group', 'aria-label': 'Who moves next' });
        const button = (parent, key, text, act) => {
            const element = make('button', { type: 'button', ...key && { 'aria-keyshortcuts': key } });
            element.append(...key ? [make('kbd', {}, key), ' ', text] : [text]);
            element.addEventListener('click', act);
            parent.append(element);
            return element;
        };
        this.movers = threads.map((name, thread) => {
            const element = button(bar, String(thread + 1), `${capital(name)} moves`, () => this.move(thread));
            element.classList.add(`t${thread % 8}`);
            element.append(make('small'));
            return element;
        });
        button(bar, 'u', 'Undo', () => this.undo());
        button(bar, 'r', 'Restart', () => this.restart());
        this.said = make('output', { 'aria-live': 'polite' }, 'You are the scheduler: choose who moves.');
        this.facts = make('dl', { class: 'facts' });
        this.strip = make('pre', { class: 'strip', tabindex: '0', role: 'group', 'aria-label': 'The schedule so far' });

        // One field for both questions about an outcome.
        const list = `${this.parentElement.id}-outcomes`;
        this.wanted = make('input', { list, autocomplete: 'off', size: 12 });
        const ask = make('form', { class: 'ask' },
            make('label', {}, 'An outcome: ', this.wanted),
            make('datalist', { id: list }, ...outcomes.map(([text]) => make('option', { value: words(text) }))));
        ask.append(make('button', {}, 'Is it possible at all?'));
        button(ask, 'h', 'Hint', () => this.hint());
        ask.addEventListener('submit', (event) => {
            event.preventDefault();
            this.possible();
        });
        this.querySelector('.lanes').after(bar, this.said, this.facts, this.strip, ask);
        for (const row of this.rows) {
            const outcome = +row.dataset.outcome;
            row.player = button(row.children[1], '', 'Play', () => this.replay(outcome));
            row.gone = make('span', { class: 'gone' });
            row.children[0].append(row.gone);
        }
        this.addEventListener('keydown', (event) => this.key(event));
        this.draw();
    }

    key(event) {
        // The arrow keys turn the page elsewhere.
        if (event.key.startsWith('Arrow')) event.stopPropagation();
        if (event.target === this.wanted || event.altKey || event.ctrlKey || event.metaKey) return;
        const act = { u: () => this.undo(), r: () => this.restart(), h: () => this.hint() }[event.key];
        if (act) act();
        else if (this.movers[event.key - 1]) this.move(event.key - 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    get at() {
        return this.path[this.path.length - 1];
    }

    get node() {
        return this.graph.nodes[this.at];
    }

    // What a thread does next and in which line; nothing where it is finished.
    step(thread) {
        const [, , , at, does] = this.node;
        return does[thread] && does[thread] + (at[thread] === null ? '' : `, line ${this.graph.lines[at[thread]]}`);
    }

    // Why a thread cannot move.
    still(thread) {
        const dead = this.node[5] === null || this.graph.outcomes[this.node[5]][1] === 'deadlock';
        if (!this.step(thread)) return 'finished';
        return dead ? `blocked: ${this.step(thread)}` : 'stopped by the end of the program';
    }

    move(thread, replayed = false) {
        const name = capital(this.graph.threads[thread]);
        const to = this.node[2][thread];
        if (to === null) {
            this.say(`${name} is ${this.still(thread)}.`);
            return;
        }
        const did = this.step(thread);
        this.path.push(to);
        this.moved.push(thread);
        if (!replayed) this.playing = null;
        this.draw();
        const end = this.node[5];
        this.say(`${name}: ${did}. ${end === null ? this.values() : this.ended(end)}`);
    }

    undo() {
        if (!this.moved.length) return this.say('Nothing to undo.');
        const name = capital(this.graph.threads[this.moved.pop()]);
        this.path.pop();
        this.playing = null;
        this.draw();
        this.say(`Undone: ${name} has not moved. ${this.values()}`);
    }

    restart() {
        [this.moved, this.path, this.playing] = [[], [0], null];
        this.draw();
        this.say(`From the beginning. ${this.values()}`);
    }

    // The outcomes that the field means: by their text, or all deadlocks, all panics.
    meant() {
        const text = words(this.wanted.value);
        return [...this.graph.outcomes.keys()].filter((outcome) => {
            const [said, kind] = this.graph.outcomes[outcome];
            return words(said) === text || (kind !== 'finished' && kind === text);
        });
    }

    count(outcomes) {
        const counts = outcomes.map((outcome) => this.graph.outcomes[outcome][2]);
        const some = counts.includes(null) ? 'some' : String(counts.reduce((sum, n) => sum + BigInt(n), 0n));
        const all = this.graph.schedules;
        return all === null ? `${grouped(some)} of endlessly many schedules`
            : `${grouped(some)} of ${grouped(all)} schedules`;
    }

    possible() {
        const text = words(this.wanted.value);
        if (!text) return this.say('Name an outcome first.');
        const meant = this.meant();
        this.say(`${text}: ${this.count(meant)}${meant.length ? '.' : '. It is impossible.'}`);
    }

    hint() {
        let meant = this.meant();
        if (!meant.length && words(this.wanted.value)) return this.possible();
        // Without a wish: to the rarest.
        const rare = (a, b) => (BigInt(this.graph.outcomes[a][2] ?? 1e30) < BigInt(this.graph.outcomes[b][2] ?? 1e30) ? a : b);
        if (!meant.length) meant = [[...this.graph.outcomes.keys()].reduce(rare)];
        const best = meant.reduce((a, b) => (this.steps[b][this.at] < this.steps[a][this.at] ? b : a));
        const [steps, [said, kind]] = [this.steps[best], this.graph.outcomes[best]];
        const text = kind === 'finished' ? words(said) : `a ${kind}`;
        const left = steps[this.at];
        if (left === 0) return this.say(`This is it: ${text}.`);
        if (left === Infinity) return this.say(`From here ${text} cannot come out any more. Undo a move.`);
        const thread = this.node[2].findIndex((to) => to !== null && steps[to] === left - 1);
        this.say(`To end with ${text} in ${left} ${left === 1 ? 'move' : 'moves'}: `
            + `${capital(this.graph.threads[thread])} moves next.`);
        return undefined;
    }

    // A step of an outcome's witness each time it is pressed.
    replay(outcome) {
        const witness = this.graph.outcomes[outcome][3];
        if (this.playing !== outcome || this.moved.length === witness.length) this.restart();
        this.playing = outcome;
        if (witness.length) this.move(witness[this.moved.length], true);
        this.draw();
    }

    // Replays what a question asks for.
    play(text) {
        this.wanted.value = text;
        const row = this.rows.find((row) => this.meant().includes(+row.dataset.outcome));
        this.restart();
        (row?.player ?? this.movers[0]).focus();
        if (row) row.player.click();
    }

    values() {
        return this.graph.shared.map((name, at) => `${name} = ${this.node[0][at]}`).join(', ');
    }

    ended(outcome) {
        const [text, kind] = this.graph.outcomes[outcome];
        const how = { finished: 'The end', deadlock: 'Deadlock, nobody can move', panic: 'A panic' }[kind];
        return `${how}: ${words(text)}, as in ${this.count([outcome])}.`;
    }

    say(text) {
        this.said.textContent = text;
    }

    draw() {
        const { nodes, outcomes, threads } = this.graph;
        const [, out, next, at, , end] = this.node;
        this.lanes.forEach((lane, thread) => {
            for (const line of lane.querySelectorAll('li')) {
                const here = at[thread] === +line.dataset.line;
                line.classList.toggle('next', here);
                if (here) line.setAttribute('aria-current', 'step');
                else line.removeAttribute('aria-current');
            }
        });
        this.movers.forEach((mover, thread) => {
            const able = next[thread] !== null;
            // It keeps the focus, so that a key pressed once too often says why.
            mover.setAttribute('aria-disabled', !able);
            mover.lastChild.textContent = able ? this.step(thread) : this.still(thread);
        });
        const left = outcomes.filter((_, outcome) => this.steps[outcome][this.at] < Infinity).length;
        const facts = [['Shared', this.values() || 'nothing'], ...out.length ? [['Printed', out.join('\n')]] : [],
            ['Still possible', `${left} of ${outcomes.length} outcomes`]];
        this.facts.replaceChildren(...facts.map(([name, text]) =>
            make('div', {}, make('dt', {}, name), make('dd', {}, text))));
        for (const row of this.rows) {
            const outcome = +row.dataset.outcome;
            const gone = this.steps[outcome][this.at] === Infinity;
            row.classList.toggle('out', gone);
            row.gone.textContent = gone ? ' no longer possible' : end === outcome ? ' ← you are here' : '';
            const [, , , witness] = outcomes[outcome];
            const going = this.playing === outcome && this.moved.length < witness.length;
            row.player.textContent = going ? `Next: ${this.moved.length + 1} of ${witness.length}` : 'Play';
            row.player.setAttribute('aria-label', `${row.player.textContent}: ${words(outcomes[outcome][0])}`);
        }
        const rows = [...threads];
        const pad = () => {
            const longest = Math.max(...rows.map((row) => row.length));
            rows.forEach((row, thread) => { rows[thread] = row.padEnd(longest); });
        };
        pad();
        this.moved.forEach((mover, step) => {
            rows.forEach((_, thread) => {
                rows[thread] += `  ${thread === mover ? nodes[this.path[step]][4][mover] ?? '●' : '·'}`;
            });
            pad();
        });
        this.strip.textContent = rows.map((row) => row.trimEnd()).join('\n');
    }
}

customElements.define('be-the-scheduler', BeTheScheduler);
}
