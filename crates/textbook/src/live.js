// Keeps an open page fresh: reloads it when a new version of the book is served, and shows what
// is wrong with the chapters while the last good version stays up.
//
// It asks again and again instead of listening on an EventSource, because a browser allows six
// connections a host: a seventh open tab would hang. A hidden tab does not ask at all.
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
        clearTimeout(timer);
        timer = setTimeout(ask, interval);
    }

    document.addEventListener('visibilitychange', () => {
        clearTimeout(timer);
        ask();
    });
    ask();
})();
