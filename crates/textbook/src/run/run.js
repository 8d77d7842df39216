// "Run it here": Run on an example, Edit on a block, Measure on a claim, and what rustlings says of the
// exercises. Only a page that was served
// by `cargo run` and has its key loads this; what the page says is complete without it.

let key;
let added = false;

// Adds the controls, once; a newer key replaces the older.
export function start(with_key) {
    key = with_key;
    if (added) return;
    added = true;
    document.head.append(make('link', { rel: 'stylesheet', href: '/run.css' }));
    for (const listing of all('.listing[data-example]')) example(listing);
    all('.code-block').filter((block) => !block.closest('.listing')).forEach(block);
    all('figure.chart[id]').forEach(charts);
    all('.claims-of').forEach(claims);
    if (all('course-exercise, book-progress').length) {
        course();
        // The reader comes back from the terminal.
        addEventListener('focus', course);
    }
}

const all = (selector) => [...document.querySelectorAll(selector)];
const make = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
};
const button = (text, act) => {
    const element = make('button', { type: 'button' }, text);
    element.addEventListener('click', act);
    return element;
};

// Asks the server to do something.
async function post(path, what, signal) {
    const headers = { 'content-type': 'application/json', 'textbook-key': key };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(what), signal });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
}

// The same, and hands on what happens, event by event.
async function ask(path, what, signal, happens) {
    const answer = await post(path, what, signal);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        const lines = (rest + value).split('\n');
        rest = lines.pop();
        for (const line of lines) happens(JSON.parse(line));
    }
}

// A choice with a name; the first of its options is chosen. Each is a value, or a value and its text.
const choice = (title, ...options) => {
    const select = make('select', {}, ...options.map((option) => {
        const [value, text] = [option].flat();
        return make('option', { value }, text ?? value);
    }));
    return { select, label: make('label', {}, `${title} `, select) };
};

// A row of controls: one button that runs and stops, what can be chosen, and a line that says how it goes.
function controls(verb, path, what, { happens, begins = () => {}, starts = () => {}, choices = [], cores = true }) {
    let running = null;
    const status = make('output', { role: 'status' });
    const core = choice('Cores', 'all', 'one');
    const run = async () => {
        if (running) return running.abort();
        running = new AbortController();
        go.textContent = 'Stop';
        status.textContent = 'Asking';
        // The page asks nothing else meanwhile: the cores belong to the run.
        document.documentElement.dataset.running = 'yes';
        begins();
        let over = false;
        try {
            const asked = cores ? { ...what(), core: core.select.value } : what();
            await ask(path, asked, running.signal, (event) => {
                if (event.event === 'progress') status.textContent = event.text;
                else if (event.event === 'started') {
                    status.textContent = 'Running';
                    starts(event);
                } else if (event.event === 'ended') [status.textContent, over] = [event.how, true];
                else happens(event);
            });
            if (!over) status.textContent = 'The server went away.';
        } catch (error) {
            const stopped = error.name === 'AbortError';
            const gone = error instanceof TypeError;
            status.textContent = stopped ? 'Stopped.' : gone ? 'The server does not answer.' : error.message;
        }
        running = null;
        go.textContent = verb;
        delete document.documentElement.dataset.running;
    };
    const go = button(verb, run);
    const row = make('div', { class: 'run' }, go, ...choices, ...cores ? [core.label] : [], status);
    addEventListener('pagehide', () => running?.abort());
    return { row, run, status };
}

// What was printed, piece by piece; each pipe may look different.
const print = (to, { on, text }) => to.append(make('span', { class: on }, text));

// A figure with the picture of a run that was just made.
const picture = (figure, { player, numbers }) => {
    const caption = make('figcaption', {}, ...[...figure?.querySelector('figcaption')?.childNodes ?? []]
        .filter((node) => !node.matches?.('.passport')).map((node) => node.cloneNode(true)));
    caption.append(make('span', { class: 'passport' }, 'Your run, on this machine, just now.'));
    const mine = make('figure', { class: 'timeline', ...figure?.id && { id: figure.id } });
    mine.innerHTML = player + numbers;
    mine.querySelector('details').before(caption);
    return mine;
};

// Run, below what the chapter shows an example to print.
function example(listing) {
    const name = listing.dataset.example;
    const panel = listing.querySelector('.panel[data-language=rust]');
    const printed = panel?.querySelector('.printed > code');
    if (!printed) return;
    const recorded = [...printed.childNodes];
    const command = panel.querySelector('.command > code');
    const typed = [...command.childNodes];
    // What the example offers to be changed; nothing is sent of what is left as it was recorded.
    const offered = JSON.parse(listing.dataset.controls ?? '[]').map(({ option, title, values }) =>
        ({ option, ...choice(title, ['', 'as recorded'], ...values) }));
    const chosen = () => Object.fromEntries(offered.filter(({ select }) => select.value !== '')
        .map(({ option, select }) => [option, select.value]));
    const verdicts = make('ul', { class: 'verdicts' });
    let figure = null;
    let mine = null;
    const restore = () => {
        printed.replaceChildren(...recorded);
        command.replaceChildren(...typed);
        verdicts.replaceChildren();
        if (figure) mine?.replaceWith(figure); else mine?.remove();
        mine = null;
        back.hidden = true;
    };
    const back = button('Show the recorded run', () => {
        restore();
        status.textContent = 'This is the recorded run.';
        row.querySelector('button').focus();
    });
    back.hidden = true;
    const { row, status } = controls('Run', '/run', () => ({ example: name, chosen: chosen() }), {
        choices: offered.map(({ label }) => label),
        starts: (event) => command.replaceChildren(`$ ${event.command}`),
        begins: () => {
            restore();
            back.hidden = false;
            printed.replaceChildren();
        },
        happens: (event) => {
            if (event.event === 'printed') print(printed, event);
            if (event.event === 'verdict') {
                const { says, verdict } = event;
                verdicts.append(make('li', {}, `${says}: `, make('strong', {}, verdict)));
            }
            if (event.event === 'timeline') {
                figure = document.getElementById(`timeline-${name}`);
                mine = picture(figure, event);
                if (figure) figure.replaceWith(mine); else panel.append(mine);
            }
        },
    });
    row.append(back);
    panel.append(row, verdicts);
}

// A name for a block's text, so that an edit comes back to the block that it was made of.
const named = (text) => {
    let hash = 5381;
    for (const character of text) hash = (hash * 33 + character.codePointAt(0)) >>> 0;
    return `edit:${hash.toString(16)}`;
};
// Storage may be forbidden; an edit then lasts as long as the page.
const stored = (name, text) => {
    try {
        if (text === undefined) return localStorage.getItem(name);
        if (text === null) localStorage.removeItem(name); else localStorage.setItem(name, text);
    } catch { /* See above. */ }
    return null;
};

// Edit, on a block of Rust.
function block(frame) {
    const pre = frame.querySelector('pre');
    const code = pre.querySelector('code.language-rust');
    if (!code) return;
    const original = code.textContent.replace(/\n?$/, '\n');
    const name = named(original);
    const buttons = frame.querySelector('.buttons');
    buttons.prepend(button(stored(name) === null ? 'Edit' : 'Your edit', () => {
        buttons.remove(); // They are about the text that stood here.
        edit(pre, original, name);
    }));
}

// Puts a field in the place of a block's text.
function edit(pre, original, name) {
    const id = `field-${name}`;
    const field = make('textarea', { id, spellcheck: 'false', autocapitalize: 'off', wrap: 'off' });
    field.value = stored(name) ?? original;
    field.rows = Math.min(40, field.value.split('\n').length + 1);
    field.addEventListener('input', () => stored(name, field.value === original ? null : field.value));
    const printed = make('code', { class: 'language-output' });
    const result = make('pre', {
        class: 'printed', tabindex: '0', role: 'region', 'aria-label': 'what the block prints',
    }, printed);
    result.hidden = true;
    let mine = null;
    const { row, run, status } = controls('Run', '/block', () => ({ code: field.value }), {
        begins: () => {
            printed.replaceChildren();
            result.hidden = false;
            mine?.remove();
        },
        happens: (event) => {
            if (event.event === 'printed') print(printed, event);
            if (event.event === 'timeline') result.after(mine = picture(null, event));
        },
    });
    field.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        run();
    });
    row.append(button('Reset', () => {
        field.value = original;
        stored(name, null);
        status.textContent = 'The block as it was.';
        field.focus();
    }));
    const label = make('label', { for: id }, 'This block, to be edited: Ctrl-Enter runs it, Tab leaves it');
    pre.hidden = true;
    pre.after(make('div', { class: 'edit' }, label, field, row, result));
    field.focus();
}

// Measure, on a chart and where a page tells the command that measures.
function charts(figure) {
    figure.append(...measure(figure.id.replace('chart-', '')));
}
function claims(line) {
    const command = [...line.querySelectorAll('code')].map((code) => code.textContent)
        .find((text) => text.startsWith('cargo run -- measure '));
    if (command) line.after(...measure(command.split(' ').pop()));
}
function measure(name) {
    const printed = make('pre', { class: 'printed', tabindex: '0', role: 'region', 'aria-label': 'the verdicts' },
        make('code', { class: 'language-output' }));
    printed.hidden = true;
    const { row } = controls('Measure', '/measure', () => ({ example: name }), {
        cores: false,
        happens: (event) => {
            printed.hidden = false;
            if (event.event === 'printed') print(printed.firstChild, event);
        },
    });
    return [row, printed];
}

// What rustlings remembers, for the elements that show it. Where it cannot be had, they show what this
// browser keeps.
async function course() {
    try {
        const answer = await post('/course', {});
        document.dispatchEvent(new CustomEvent('course', { detail: await answer.json() }));
    } catch { /* See above. */ }
}
