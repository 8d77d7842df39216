// The page's own behaviour. Everything here is a convenience: the text, the tabs, the drawings
// and the table of contents work without it.
'use strict';

// A widget, a field or a scrollable region keeps its own keys. searcher.js asks too, by this name.
function mdbook_something_else_has_focus(event) {
    const at = event.target;
    return at instanceof Element
        && at.closest('input,select,textarea,button,summary,iframe,dialog,[contenteditable],[tabindex="0"],[role=slider]') !== null;
}

(function () {
    const html = document.documentElement;
    const script = document.currentScript;
    const id = name => document.getElementById('mdbook-' + name);
    const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
    const make = (tag, name, text) => {
        const element = document.createElement(tag);
        element.className = name;
        if (text) element.textContent = text;
        if (tag === 'button') element.type = 'button';
        return element;
    };
    // Storage may be forbidden; a choice then lasts as long as the page.
    const recall = key => { try { return localStorage.getItem(key); } catch (e) { return null; } };
    const keep = (key, value) => {
        try {
            if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
        } catch (e) { /* see above */ }
    };

    // Theme: auto, light, dark.
    const night = matchMedia('(prefers-color-scheme: dark)');
    const themes = ['auto', 'light', 'dark'];
    let theme = themes.includes(recall('mdbook-theme')) ? recall('mdbook-theme') : 'auto';
    function paint() {
        const dark = theme === 'auto' ? night.matches : theme === 'dark';
        html.classList.toggle('dark', dark);
        html.classList.toggle('light', !dark);
        id('theme-toggle').textContent = 'Theme: ' + theme;
    }
    id('theme-toggle').addEventListener('click', () => {
        theme = themes[(themes.indexOf(theme) + 1) % 3];
        keep('mdbook-theme', theme === 'auto' ? null : theme);
        paint();
    });
    night.addEventListener('change', paint);
    paint();

    // Sidebar. On a narrow screen it lies over the text, starts hidden and is not remembered.
    const toggle = id('sidebar-toggle');
    const sidebar = id('sidebar');
    const wide = () => innerWidth >= 1000;
    const open = () => html.classList.contains('sidebar-visible');
    function show(yes) {
        html.classList.toggle('sidebar-visible', yes);
        toggle.setAttribute('aria-expanded', yes);
    }
    show(open());
    toggle.addEventListener('click', () => {
        show(!open());
        if (wide()) keep('mdbook-sidebar', open() ? 'visible' : 'hidden');
        else if (open()) (sidebar.querySelector('.active') || sidebar.querySelector('a')).focus();
        measure();
    });
    sidebar.addEventListener('click', event => {
        if (!wide() && event.target.closest('a')) show(false);
    });
    document.addEventListener('click', event => {
        if (!wide() && open() && !sidebar.contains(event.target) && event.target !== toggle) show(false);
    });

    // Highlighting, piece by piece, so that hidden lines stay elements of their own.
    if (window.hljs) {
        for (const code of all('code[class*=language-]')) {
            const language = /language-([^\s,]+)/.exec(code.className)[1];
            if (/^(output|text|error|console)$/.test(language) || !hljs.getLanguage(language)) continue;
            for (const piece of Array.from(code.childNodes)) {
                const colours = make('span', '');
                colours.innerHTML = hljs.highlight(piece.textContent, { language, ignoreIllegals: true }).value;
                if (piece.nodeType === Node.TEXT_NODE) piece.replaceWith(...colours.childNodes);
                else piece.replaceChildren(...colours.childNodes);
            }
            code.classList.add('hljs');
        }
    }

    // Copy buttons, and a frame that keeps a listing and the output below it equally wide.
    for (const code of all('main pre > code')) {
        const pre = code.parentElement;
        if (pre.matches('.printed') || code.matches('.language-output, .language-error')) continue;
        const block = make('div', 'code-block');
        const after = pre.nextElementSibling;
        pre.replaceWith(block);
        block.append(pre);
        if (pre.matches('.command')) block.classList.add('command-block');
        const buttons = make('div', 'buttons');
        block.append(buttons);
        if (code.querySelector('.boring')) {
            block.classList.add('hide-boring');
            const whole = make('button', '', 'All lines');
            whole.setAttribute('aria-pressed', 'false');
            whole.addEventListener('click', () => {
                whole.setAttribute('aria-pressed', !block.classList.toggle('hide-boring'));
                measure();
            });
            buttons.append(whole);
        }
        if (navigator.clipboard) {
            const copy = make('button', '', 'Copy');
            copy.addEventListener('click', () => {
                const text = pre.matches('.command')
                    ? code.textContent.replace(/^\$ /gm, '') : code.textContent;
                const say = word => {
                    copy.textContent = word;
                    setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
                };
                navigator.clipboard.writeText(text).then(() => say('Copied'), () => say('Not copied'));
            });
            buttons.append(copy);
        }
        if (after && after.matches('pre:not(.printed)') && after.querySelector('.language-output, .language-error')) {
            block.append(after);
        }
    }

    // On a static host, the Playground: for blocks whose crates it has, and not before a click.
    document.addEventListener('DOMContentLoaded', () => {
        if (document.querySelector('script[data-version]')) return; // Served by `cargo run`.
        for (const code of all('.code-block > pre > code.language-rust')) {
            const text = code.textContent;
            if (code.closest('.listing') || /\b(timeline|interleave|core_affinity)\b/.test(text)) continue;
            const program = /\bfn main\(/.test(text) ? text : 'fn main() {\n' + text + '}\n';
            const there = make('button', '', 'Playground');
            there.title = 'Opens play.rust-lang.org';
            there.addEventListener('click', () => window.open('https://play.rust-lang.org/?edition=2024&code='
                + encodeURIComponent(program), '_blank', 'noopener,noreferrer'));
            code.closest('.code-block').querySelector('.buttons').prepend(there);
        }
    });

    // Language tabs: one choice for every listing of the book.
    function choose(language) {
        for (const input of all('.tabs > input')) {
            if (input.value === language) input.checked = true;
        }
    }
    if (recall('language')) choose(recall('language'));
    document.addEventListener('change', event => {
        const input = event.target;
        if (!input.matches('.tabs > input')) return;
        const before = input.getBoundingClientRect().top;
        choose(input.value);
        keep('language', input.value);
        // Listings above may have grown or shrunk; the one in hand stays where it is.
        scrollBy({ top: input.getBoundingClientRect().top - before, behavior: 'instant' });
        measure();
    });

    // Whatever scrolls sideways can be reached by keyboard.
    function measure() {
        for (const box of all('main pre, .table-wrapper, .drawing')) {
            if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
        }
    }
    measure();
    addEventListener('resize', measure);
    if (document.fonts) document.fonts.ready.then(measure);

    // An aside is a remark, not a landmark.
    for (const aside of all('main aside:not([role])')) aside.setAttribute('role', 'note');

    // Paper cannot be clicked: what is folded is printed open.
    let folded = [];
    addEventListener('beforeprint', () => {
        folded = all('details:not([open])');
        for (const details of folded) details.open = true;
    });
    addEventListener('afterprint', () => {
        for (const details of folded) details.open = false;
    });

    // Search. Its scripts, like its index, are fetched when it is used for the first time.
    const seek = id('search-toggle');
    let sought = false;
    function load(then) {
        sought = true;
        const urls = script.dataset.search.split(' ');
        (function next() {
            if (!urls.length) return then && then();
            const element = document.createElement('script');
            element.src = urls.shift();
            element.onload = next;
            document.head.append(element);
        })();
    }
    function search() {
        // From here on searcher.js listens to the button and to the keys itself.
        if (!sought) load(() => { if (seek.getAttribute('aria-expanded') !== 'true') seek.click(); });
    }
    if (seek) {
        seek.addEventListener('click', search);
        if (/[?&](search|highlight)=/.test(location.search)) load();
    }

    // Keys.
    const help = id('help');
    id('help-toggle').addEventListener('click', () => help.showModal());
    document.addEventListener('keydown', event => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === 'Escape' && open() && !wide()) {
            show(false);
            toggle.focus();
        }
        if (mdbook_something_else_has_focus(event)) return;
        const turn = way => {
            const link = document.querySelector('.turn a[rel=' + way + ']');
            if (link && !event.shiftKey) location.href = link.href;
        };
        if (event.key === 'ArrowLeft') turn('prev');
        else if (event.key === 'ArrowRight') turn('next');
        else if (event.key === '?') help.showModal();
        else if (seek && !sought && (event.key === 's' || event.key === '/')) {
            event.preventDefault();
            search();
        }
    });
})();
