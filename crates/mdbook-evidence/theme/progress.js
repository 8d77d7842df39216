// <course-exercise> shows whether an exercise is done, and <book-progress> what of the book is.
//
// Where rustlings does not say which exercises are done, the reader ticks them.
'use strict';

{
const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
};
const button = (text, act) => {
    const element = make('button', { type: 'button' }, text);
    element.addEventListener('click', act);
    return element;
};

// A box to tick, or rustlings' word for it.
function tick(name, title) {
    const box = make('input', { type: 'checkbox', 'aria-label': `Done: ${title}` });
    box.addEventListener('change', () => kept.done(name, box.checked));
    const word = make('span');
    const element = make('label', { class: 'state' }, box, ' ', word);
    const draw = () => {
        box.checked = kept.isDone(name);
        box.hidden = kept.byRustlings();
        word.textContent = !box.hidden ? 'done' : box.checked ? '● done' : '○ open';
    };
    document.addEventListener('kept', draw);
    draw();
    return element;
}

class CourseExercise extends HTMLElement {
    connectedCallback() {
        if (this.tick) return;
        const title = this.querySelector('.title');
        title.after(this.tick = tick(this.dataset.name, title.textContent));
    }
}

class BookProgress extends HTMLElement {
    connectedCallback() {
        if (this.sum) return;
        this.sum = this.querySelector('.sum');
        this.sum.setAttribute('role', 'status');
        this.questions = [...this.querySelectorAll('[data-id]')];
        for (const item of this.questions) item.append(' ', item.mark = make('span', { class: 'state' }));
        this.exercises = [...this.querySelectorAll('[data-exercise]')];
        for (const item of this.exercises) {
            item.append(' ', tick(item.dataset.exercise, item.querySelector('a').textContent));
        }
        this.field = make('input', { type: 'file', accept: '.json,application/json', 'aria-label': 'A file that was saved here' });
        this.field.hidden = true;
        this.field.addEventListener('change', () => this.load());
        this.forget = button('Forget all', () => this.ask(true));
        this.row = make('div', { class: 'checks' }, button('Save as a file', () => this.save()),
            button('Load a file', () => this.field.click()), this.forget);
        this.sure = make('div', { class: 'sure', role: 'group', 'aria-label': 'Forget all?' },
            'Forget what this browser keeps, for the whole book? ',
            this.yes = button('Yes, forget', () => {
                kept.forget();
                this.ask(false);
            }), button('No, keep', () => this.ask(false)));
        this.said = make('p', { class: 'said', role: 'status' });
        this.append(this.row, this.sure, this.said, this.field);
        this.sure.hidden = true;
        document.addEventListener('kept', () => this.draw());
        this.draw();
    }

    ask(sure) {
        this.sure.hidden = !sure;
        this.row.hidden = sure;
        this.said.textContent = '';
        (sure ? this.yes : this.forget).focus();
    }

    save() {
        const address = URL.createObjectURL(new Blob([kept.text()], { type: 'application/json' }));
        make('a', { href: address, download: 'one-knife-two-cooks.json' }).click();
        URL.revokeObjectURL(address);
    }

    async load() {
        const [file] = this.field.files;
        this.field.value = '';
        try {
            kept.load(await file.text());
            this.said.textContent = `What ${file.name} says is kept now.`;
        } catch (error) {
            this.said.textContent = `${file.name} was not saved here. ${error.message}`;
        }
    }

    draw() {
        const words = { right: '● right', shown: '◐ answer shown', open: '○ open' };
        const count = { right: 0, shown: 0, open: 0 };
        for (const item of this.questions) {
            const now = kept.answer(item.dataset.id) ?? 'open';
            item.mark.textContent = words[now];
            count[now] += 1;
        }
        const done = this.exercises.filter((item) => kept.isDone(item.dataset.exercise)).length;
        this.sum.textContent = `Questions: ${count.right} right, ${count.shown} shown, ${count.open} open. `
            + `Exercises: ${done} done, ${this.exercises.length - done} open. `
            + (kept.byRustlings() ? 'rustlings knows the exercises; only this browser knows the rest.' : 'Only this browser knows.');
    }
}

customElements.define('course-exercise', CourseExercise);
customElements.define('book-progress', BookProgress);
}
