// What the reader has done: answers and exercises. It stays in this browser and goes nowhere, except
// into a file that the reader saves. In the served book, rustlings knows which exercises are done.
'use strict';

const kept = (() => {
    // Storage may be forbidden; what is kept then lasts as long as the page.
    const read = (key) => {
        try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch (error) { return {}; }
    };
    const parts = { questions: read('questions'), exercises: read('exercises') };
    // The exercises that rustlings calls done; null where nobody asked it.
    let solved = null;
    const changed = () => document.dispatchEvent(new Event('kept'));
    const save = () => {
        for (const [key, part] of Object.entries(parts)) {
            try { localStorage.setItem(key, JSON.stringify(part)); } catch (error) { /* see above */ }
        }
        changed();
    };
    // Of a file only what could have been saved is taken.
    const plain = (part, states) => Object.fromEntries(Object.entries(part ?? {})
        .filter(([id, state]) => /^[a-z0-9_-]+$/.test(id) && states.includes(state)));
    document.addEventListener('course', ({ detail }) => {
        solved = new Set(detail.done);
        changed();
    });
    return {
        answer: (id) => parts.questions[id],
        answered: (id, state) => { parts.questions[id] = state; save(); },
        isDone: (name) => (solved ? solved.has(name) : parts.exercises[name] === 'done'),
        done: (name, yes) => {
            if (yes) parts.exercises[name] = 'done'; else delete parts.exercises[name];
            save();
        },
        byRustlings: () => solved !== null,
        text: () => `${JSON.stringify(parts, null, 1)}\n`,
        // Takes the place of what was kept; throws where the text is none of ours.
        load: (text) => {
            const { questions, exercises } = JSON.parse(text);
            if (!questions && !exercises) throw new Error('It holds no answers and no exercises.');
            parts.questions = plain(questions, ['right', 'shown']);
            parts.exercises = plain(exercises, ['done']);
            save();
        },
        forget: () => { parts.questions = {}; parts.exercises = {}; save(); },
    };
})();
