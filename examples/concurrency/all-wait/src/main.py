"""Note 004's first program, with threads that are joined instead of a nap."""
import time
from threading import Thread


def task(name):
    for i in range(5):
        # One string: `print` writes its arguments, and the end of the line, one by one.
        print(f"{name} : {i}\n", end="")
        time.sleep(0.5)


threads = [Thread(target=task, args=(name,), daemon=True) for name in ["Task 1", "Task 2"]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
