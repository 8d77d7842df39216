"""The two tasks of note 004, in Python: five lines each, in whichever order the threads take turns."""
import threading


def task(name):
    for i in range(5):
        print(f"{name} : {i}\n", end="", flush=True)  # One write, so that no line is cut.


tasks = [threading.Thread(target=task, args=(name,)) for name in ("Task 1", "Task 2")]
for each in tasks:
    each.start()
for each in tasks:
    each.join()
