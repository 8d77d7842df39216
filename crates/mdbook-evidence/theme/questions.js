// <quiz-question> makes a question something to answer.
//
// Without this the question, its options and the answer with its reasons are there to read.
'use strict';

{
const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
};
const STATES = { open: '○ open', right: '● right', shown: '◐ answer shown' };
const state = (id) => kept.answer(id) ?? 'open';

class QuizQuestion extends HTMLElement {
    connectedCallback() {
        if (this.form) return;
        const { id, way } = this.dataset;
        this.details = this.querySelector('.answer');
        this.whys = [...this.querySelectorAll('.whys > li')];
        this.misses = 0;
        const fieldset = make('fieldset', { 'aria-labelledby': `q-${id}-prompt` });
        const options = this.querySelector('.options');
        if (options) {
            const type = way === 'one' ? 'radio' : 'checkbox';
            this.options = [...options.children].map((item) => {
                const input = make('input', { type, name: `q-${id}` });
                item.replaceChildren(make('label', {}, input, make('span', {}, ...item.childNodes)));
                return { item, input, right: 'right' in item.dataset };
            });
            if (way !== 'one') fieldset.append(make('p', { class: 'how' }, 'Tick all that are right.'));
            fieldset.append(options);
        } else {
            this.field = way === 'lines' ? make('textarea', { rows: 4 }) : make('input', { type: 'text' });
            this.field.setAttribute('autocomplete', 'off');
            this.field.setAttribute('aria-labelledby', `q-${id}-prompt`);
            this.field.spellcheck = false;
            fieldset.append(this.field);
        }
        this.show = make('button', { type: 'button' }, 'Show the answer');
        this.show.addEventListener('click', () => this.reveal());
        this.mark = make('span', { class: 'state' });
        this.said = make('div', { class: 'said', role: 'status' });
        this.form = make('form', {}, fieldset,
            make('div', { class: 'checks' }, make('button', {}, 'Check'), this.show, this.mark), this.said);
        this.details.before(this.form);
        this.form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.check();
        });
        // What was said belongs to what was chosen.
        this.form.addEventListener('input', () => this.say());
        this.form.addEventListener('keydown', (event) => {
            if (event.key.startsWith('Arrow')) event.stopPropagation();
        });
        this.addEventListener('click', (event) => {
            const link = event.target.closest('a[data-play]');
            const player = link && document.querySelector(`${link.getAttribute('href')} be-the-scheduler`);
            if (!player?.play) return;
            event.preventDefault();
            player.scrollIntoView();
            player.play(link.dataset.play);
        });
        this.draw();
    }

    say(text = '', whys = []) {
        for (const { item } of this.options ?? []) item.classList.remove('wrong');
        this.said.replaceChildren(text);
        if (!whys.length) return;
        const list = make('ul', {}, ...whys.map((why) => why.cloneNode(true)));
        // A copy of what can be scrolled must be reachable, as the original is.
        for (const strip of list.querySelectorAll('pre')) strip.tabIndex = 0;
        this.said.append(list);
    }

    check() {
        const { right, whys, empty } = this.options ? this.chosen() : this.written();
        if (empty) return this.say('Answer first.');
        if (right) {
            this.say('Right.');
            if (state(this.dataset.id) === 'open') kept.answered(this.dataset.id, 'right');
            this.details.open = true;
            return this.draw();
        }
        this.misses += 1;
        this.say('Not so. Try again.', whys);
        for (const { item, input, right } of this.options ?? []) {
            item.classList.toggle('wrong', input.checked && !right);
        }
        return this.draw();
    }

    chosen() {
        const wrong = [...this.options.keys()].filter((at) => {
            const { input, right } = this.options[at];
            // Of what can come out, what was missed has its proof, too.
            return input.checked ? !right : right && this.dataset.way === 'outcomes';
        });
        return {
            empty: !this.options.some(({ input }) => input.checked),
            right: this.options.every(({ input, right }) => input.checked === right),
            whys: this.whys.filter((why) => wrong.includes(+why.dataset.option)),
        };
    }

    written() {
        const lines = this.dataset.way === 'lines';
        const plain = (text) => (lines ? text.trimEnd().split('\n').map((line) => line.trimEnd()).join('\n')
            : text.trim().replace(/[`\s]+/g, ' ').trim().toLowerCase());
        const text = plain(this.field.value);
        return {
            empty: text === '',
            right: JSON.parse(this.dataset.key).some((answer) => plain(answer) === text),
            whys: this.whys.filter((why) => plain(why.dataset.text ?? '') === text),
        };
    }

    reveal() {
        if (state(this.dataset.id) === 'open') kept.answered(this.dataset.id, 'shown');
        this.details.open = true;
        this.say('The answer is below.');
        this.draw();
        this.details.querySelector('summary').focus();
    }

    draw() {
        const now = state(this.dataset.id);
        this.details.hidden = now === 'open';
        this.show.hidden = now !== 'open' || this.misses < 2;
        this.mark.textContent = STATES[now];
    }
}

customElements.define('quiz-question', QuizQuestion);
}
