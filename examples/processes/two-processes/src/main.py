"""Note 000's two processes, with a counter; and after them the same two tasks as threads."""
from multiprocessing import Process
from threading import Lock, Thread
import time

counter = 0
lock = Lock()


def task(name):
    global counter
    time.sleep(1)
    with lock:
        counter += 1
    # One string: `print` writes its argument and the end of the line one by one, and so does the other.
    print(f"Task {name} completed\n", end="", flush=True)


def process(name):
    task(name)
    print(f"process {name} counted to {counter}\n", end="", flush=True)


def start_and_join(kind, target):
    tasks = [kind(target=target, args=(name,)) for name in ["A", "B"]]
    for each in tasks:
        each.start()
    for each in tasks:
        each.join()


if __name__ == "__main__":
    start_and_join(Process, process)
    print(f"after two processes main has {counter}")
    start_and_join(Thread, task)
    print(f"after two threads main has {counter}")
