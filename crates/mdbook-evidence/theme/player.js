// <timeline-player>: lets a reader go through the picture of an execution, by mouse or keyboard.
//
// The picture and its table are complete without this. Inside the element stand the drawing, which
// says where its time axis lies (data-left, data-right, data-end), and the runs it was drawn from.
'use strict';

{
const make = (name, attributes = {}, text = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
};

// A time in the picture's own unit, or in the one that suits nanoseconds.
const shown = (time, unit) => {
    if (unit !== 'ns') return `${+time.toFixed(1)} ${unit}`;
    for (const [size, name] of [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs']]) {
        if (time >= size) return `${(time / size).toPrecision(4)} ${name}`;
    }
    return `${Math.round(time)} ns`;
};

const list = (names) => {
    const some = names.slice(0, 6).join(', ');
    return names.length > 6 ? `${some} and ${names.length - 6} more` : some;
};

// Times come in steps of the run, which keeps the page small.
const widened = (run) => {
    const times = (list, from) => list?.map((entry) =>
        entry.map((value, at) => at >= from && at < from + 2 && value !== null ? value * run.step : value));
    return {
        ...run, end: run.end * run.step,
        tasks: times(run.tasks, 1), spans: times(run.spans, 2), slices: times(run.slices, 1) ?? null,
    };
};

class TimelinePlayer extends HTMLElement {
    connectedCallback() {
        this.svg = this.querySelector('svg');
        const data = this.querySelector('script');
        if (!this.svg || !data || this.slider) return;
        this.runs = JSON.parse(data.textContent).map(widened);
        this.unit = this.runs[0]?.unit ?? '';
        const { left, right, end } = this.svg.dataset;
        [this.left, this.right, this.end] = [+left, +right, +end];
        if (!(this.end > 0)) return;
        this.zoom = this.drawn = 1;
        this.from = this.drawnFrom = 0; // The time at the left edge.
        this.events = [...new Set(this.runs.flatMap((run) => [
            ...run.tasks.flatMap(([, start, finish]) => [start, finish ?? run.end]),
            ...run.spans.flatMap(([, , start, finish]) => [start, finish]),
        ]))].sort((a, b) => a - b);
        this.originals = [...this.svg.querySelectorAll('rect, path, text')].map((element) => ({
            element,
            x: element.hasAttribute('x') ? +element.getAttribute('x') : null,
            width: +element.getAttribute('width'),
            d: element.getAttribute('d'),
        }));
        this.time = 0;
        this.build();
    }

    build() {
        const bar = make('div', { class: 'player', role: 'group', 'aria-label': 'Go through this picture' });
        const button = (text, label, act) => {
            const element = make('button', { type: 'button', 'aria-label': label, title: label }, text);
            element.addEventListener('click', act);
            bar.append(element);
            return element;
        };
        button('◀', 'To the event before', () => this.step(-1));
        this.slider = make('input', {
            type: 'range', min: 0, max: this.end, value: 0,
            step: Math.max(1, Math.round(this.end / 400)), 'aria-label': 'Time',
        });
        this.slider.addEventListener('input', () => this.show(+this.slider.value));
        // The arrow keys move the time; they must not turn the page.
        this.slider.addEventListener('keydown', (event) => event.stopPropagation());
        bar.append(this.slider);
        button('▶', 'To the next event', () => this.step(1));
        this.out = button('−', 'Zoom out', () => this.magnify(0.5));
        this.in = button('+', 'Zoom in', () => this.magnify(2));
        this.out.disabled = true;
        this.said = make('output', { 'aria-live': 'polite' },
            'Move along the time to read who is in progress and who executes.');
        bar.append(this.said);

        this.cursor = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        this.cursor.setAttribute('class', 'cursor');
        this.svg.append(this.cursor);
        this.svg.addEventListener('click', (event) => {
            const box = this.svg.getBoundingClientRect();
            const scale = this.svg.viewBox.baseVal.width / box.width;
            const x = (event.clientX - box.left) * scale;
            const time = this.from + (x - this.left) / this.scale();
            if (x >= this.left && time <= this.end) this.show(time);
        });
        this.querySelector('.drawing').after(bar);
    }

    // Pixels of the drawing for a tick of time.
    scale() {
        return (this.right - this.left) / this.end * this.zoom;
    }

    step(direction) {
        const later = this.events.filter((time) => (time - this.time) * direction > 0);
        const next = direction > 0 ? later[0] : later[later.length - 1];
        if (next !== undefined) this.show(next);
    }

    magnify(factor) {
        this.zoom = Math.min(Math.max(this.zoom * factor, 1), 1024);
        this.show(this.time);
    }

    show(time) {
        this.time = Math.min(Math.max(time, 0), this.end);
        const window = this.end / this.zoom;
        // The cursor stays in view, in the middle where there is room on both sides.
        this.from = Math.min(Math.max(this.time - window / 2, 0), this.end - window);
        this.redraw();
        const x = this.left + (this.time - this.from) * this.scale();
        this.cursor.setAttribute('d', `M${x} 0V${this.svg.viewBox.baseVal.height}`);
        this.slider.value = this.time;
        this.out.disabled = this.zoom === 1;
        this.in.disabled = this.zoom === 1024;
        this.say();
    }

    // Moves everything that stands on the time axis; what is left of it stays.
    redraw() {
        if (this.zoom === this.drawn && this.from === this.drawnFrom) return;
        [this.drawn, this.drawnFrom] = [this.zoom, this.from];
        const whole = this.zoom === 1; // Then a number stays as it was written.
        const move = (x) => whole ? x : this.left + (x - this.left) * this.zoom - this.from * this.scale();
        const clamp = (x) => whole ? x : Math.min(Math.max(x, this.left), this.right);
        for (const { element, x, width, d } of this.originals) {
            if (d !== null) {
                const points = [...d.matchAll(/[MLHVC]([-\d. ]+)/g)];
                if (points.length === 0 || +points[0][1].trim().split(' ')[0] < this.left - 1) continue;
                if (element.matches('.axis') && /M[-\d.]+ [-\d.]+H/.test(d)) continue; // A line across.
                element.setAttribute('d', d.replace(/([MLHC])([-\d. ]+)/g, (_, letter, numbers) => {
                    const moved = numbers.trim().split(' ').map((number, at) =>
                        letter === 'H' || at % 2 === 0 ? clamp(move(+number)) : number);
                    return letter + moved.join(' ');
                }));
            } else if (element.localName === 'rect' && x >= this.left && !element.matches('.lane')) {
                const [start, finish] = [clamp(move(x)), clamp(move(x + width))];
                element.setAttribute('x', start);
                element.setAttribute('width', whole ? width : Math.max(finish - start, 0));
            } else if (element.localName === 'text' && x !== null && x >= this.left) {
                const at = move(x);
                element.setAttribute('x', at);
                element.style.display = at < this.left || at > this.right + 30 ? 'none' : '';
            }
        }
    }

    say() {
        const several = this.runs.length > 1;
        const lines = this.runs.map((run) => {
            const at = Math.min(this.time, run.end);
            const has = (start, finish) => start <= at && at < (finish ?? Infinity);
            const progress = run.tasks.filter(([, start, finish]) => has(start, finish));
            const on = run.spans.filter(([, , start, finish]) => has(start, finish));
            // A task on a worker executes all the time in a model; in a recording the slices say.
            const shares = on.map(([worker]) => run.slices === null ? 1 : run.slices
                .filter(([of, start, finish]) => of === worker && has(start, finish))
                .reduce((sum, slice) => sum + slice[3], 0));
            const held = on.filter((_, at) => shares[at] >= 0.5)
                .map(([worker, task]) => `${run.workers[worker]}: ${run.tasks[task][0]}`);
            const title = several ? `${run.title}: ` : '';
            if (this.time >= run.end) return `${title}finished`;
            return `${title}${progress.length} in progress`
                + (progress.length ? ` (${list(progress.map(([name]) => name))})` : '')
                + `, ${held.length} executing${held.length ? ` (${list(held)})` : ''}`;
        });
        const now = shown(this.time, this.unit);
        this.slider.setAttribute('aria-valuetext', now);
        this.said.replaceChildren(make('b', {}, now), ...lines.map((line) => make('span', {}, line)));
    }
}

customElements.define('timeline-player', TimelinePlayer);
}
