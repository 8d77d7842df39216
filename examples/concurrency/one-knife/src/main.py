"""Note 003 ends with `import threading` and `import time`. This is one way to go on.

Two threads, one knife: each waits for its turn, does its work, and hands the knife on.
"""
import threading
import time

A_MINUTE = 0.01  # in seconds: this kitchen is in a hurry

minute = 0  # What the kitchen clock shows. Only the thread with the knife moves it.
switches = -1  # How often the knife changed hands; the first thread takes it from the drawer.


def cut():
    """Keeps a core busy for a kitchen minute."""
    end = time.monotonic() + A_MINUTE
    while time.monotonic() < end:
        pass


def prepare(verb, vegetable, minutes, my_turn, next_turn):
    global minute, switches
    my_turn.acquire()
    switches += 1
    for _ in range(minutes):
        cut()
        minute += 1
        print(f"minute {minute}: {verb} {vegetable}")
    next_turn.release()


first, second, done = (threading.Semaphore(0) for _ in range(3))
threads = [
    threading.Thread(target=prepare, args=("chop", "onions", 4, first, second)),
    threading.Thread(target=prepare, args=("slice", "cucumbers", 4, second, done)),
]
for thread in threads:
    thread.start()
first.release()  # The knife is out of the drawer.
for thread in threads:
    thread.join()

print(f"done after {minute} minutes, {switches} switch")
