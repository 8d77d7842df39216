"""Two threads add one to a number, over and over: how much of it arrives?

Run by any Python 3, it prints what that Python is, and what was left of the additions.
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


def left_of(task):
    """What is left when two threads have done it."""
    global number
    number = 0
    ready = Barrier(2)  # Neither begins before both are there.
    threads = [Thread(target=lambda: (ready.wait(), task())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return number


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
    left = [left_of(task) for task in (with_a_call, in_place, with_a_lock)]
    print(f"{name:23} {left[0]:18} {left[1]:13} {left[2]:13}")


main()
