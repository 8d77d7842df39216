// Keeps an open page fresh: reloads it when a new version of the book is served, and shows what
// is wrong with the chapters while the last good version stays up.
//
// It asks again and again instead of listening on an EventSource, because a browser allows six
// connections a host: a seventh open tab would hang. A hidden tab does not ask at all, and none does
// while it runs something: the cores belong to that.
//
// It also takes the key from the address, and with it loads what runs code here.
(() => {
    'use strict';
    const version = Number(document.currentScript.dataset.version);
    const interval = 200;
    let timer;

    // How it looks is the theme's business (`#fault`).
    function show(fault) {
        let box = document.getElementById('fault');
        if (!fault) {
            box?.remove();
            return;
        }
        if (!box) {
            box = document.createElement('div');
            box.id = 'fault';
            box.setAttribute('role', 'alert');
            box.append(document.createElement('pre'));
            document.body.prepend(box);
        }
        // Written only when it differs, or a screen reader would read it out at every turn.
        if (box.firstChild.textContent !== fault) {
            box.firstChild.textContent = fault;
        }
    }

    async function ask() {
        if (document.visibilityState !== 'visible') {
            return;
        }
        if (!document.documentElement.dataset.running) {
            try {
                const answer = await fetch('/live');
                const news = await answer.json();
                if (news.version !== version) {
                    location.reload();
                    return;
                }
                show(news.fault);
            } catch {
                // The server was stopped. The page stays readable, and follows once it is back.
            }
        }
        clearTimeout(timer);
        timer = setTimeout(ask, interval);
    }

    document.addEventListener('visibilitychange', () => {
        clearTimeout(timer);
        ask();
    });
    ask();

    // The key, for as long as this tab is open. It comes in the address, once, or from another tab
    // of this book; storage may be forbidden, and it then lasts as long as the page.
    let key = null;
    const tabs = new BroadcastChannel('textbook-key');
    function keep(value) {
        if (!/^[0-9a-f]{32}$/.test(value ?? '') || value === key) {
            return;
        }
        key = value;
        try {
            sessionStorage.setItem('textbook-key', key);
        } catch { /* See above. */ }
        import('/run.js').then((run) => run.start(key));
    }
    function take() {
        if (location.hash.startsWith('#key=')) {
            keep(location.hash.slice('#key='.length));
            // A server that was started again has another key; older tabs want it too.
            tabs.postMessage(key);
            history.replaceState(history.state, '', location.pathname + location.search);
        }
    }
    tabs.onmessage = ({ data }) => {
        if (data !== 'which?') {
            keep(data);
        } else if (key) {
            tabs.postMessage(key);
        }
    };
    addEventListener('hashchange', take);
    take();
    if (!key) {
        try {
            keep(sessionStorage.getItem('textbook-key'));
        } catch { /* See above. */ }
    }
    if (!key) {
        tabs.postMessage('which?');
    }
})();
