"""Three ways to start a process: what does it find in its memory?"""
from threading import Event, Lock, Thread
import multiprocessing
import sys

counter = 0
lock = Lock()


def look():
    """What a child finds, as its exit code: the counter after its step, and 100 more if the lock is held."""
    global counter
    held = not lock.acquire(blocking=False)
    counter += 1
    sys.exit(counter + (100 if held else 0))


def hold(is_held):
    with lock:
        is_held.set()
        Event().wait()  # For ever.


def main():
    global counter
    counter = 7
    is_held = Event()
    Thread(target=hold, args=(is_held,), daemon=True).start()
    is_held.wait()  # From here on, the other thread holds the lock.

    print("            the child counts to   the lock is", flush=True)
    for method in ["fork", "spawn", "forkserver"]:
        child = multiprocessing.get_context(method).Process(target=look)
        child.start()
        child.join()
        lock_is = "held" if child.exitcode >= 100 else "free"
        print(f"{method:11} {child.exitcode % 100:19}   {lock_is}", flush=True)
    print("the default here:", multiprocessing.get_start_method(), file=sys.stderr)


if __name__ == "__main__":
    main()
