"""The list of threads of note 002, completed: each has a name, is started, and is joined."""
from threading import Thread, current_thread

results = {}


def work(number):
    print(f"{current_thread().name}: work({number})\n", end="", flush=True)
    results[number] = number * 10  # A thread has no result: it has to leave it somewhere.


threads = [
    Thread(target=work, args=(1,), name="worker 1"),
    Thread(target=work, args=(2,), name="worker 2"),
]
for thread in threads:
    thread.start()  # It runs from here on.
for thread in threads:
    thread.join()
for number in [1, 2]:
    print(f"main: {results[number]}")
