"""Two threads add one to a number, over and over: how many of the additions are lost?

Run by any Python 3, it prints what that Python is, and how many additions were lost.
"""
import dis
import platform
import sys
from threading import Barrier, Lock, Thread

TIMES = 300_000

number = 0
lock = Lock()


def one_more(number):
    return number + 1


def with_a_call():
    global number
    for _ in range(TIMES):
        number = one_more(number)


def in_place():
    global number
    for _ in range(TIMES):
        number += 1


def with_a_lock():
    global number
    for _ in range(TIMES):
        with lock:
            number = one_more(number)


def lost(task):
    """How many additions are missing when two threads have done it."""
    global number
    number = 0
    ready = Barrier(2)  # Neither begins before both are there.
    threads = [Thread(target=lambda: (ready.wait(), task())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 2 * TIMES - number


def worst(task):
    return max(lost(task) for _ in range(3))


def step(task):
    """The bytecodes of what the task repeats."""
    names = [instruction.opname for instruction in dis.get_instructions(task)]
    return "  ".join(names[names.index("STORE_FAST") + 1 : names.index("STORE_GLOBAL") + 1])


def main():
    if "--bytecodes" in sys.argv:
        print(f"number = one_more(number)   {step(with_a_call)}")
        print(f"number += 1                 {step(in_place)}")
        return
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    name = f"Python {platform.python_version()}, GIL {'on' if gil else 'off'}"
    call, add, locked = worst(with_a_call), worst(in_place), worst(with_a_lock)
    print(f"{name:23} {call:18} {add:13} {locked:13}")


main()
