"""Note 004's first program, with threads. Python ends without waiting only for *daemon* threads."""
import sys
import time
from threading import Thread


def task(name):
    for i in range(5):
        print(f"{name} : {i}\n", end="", flush=True)
        time.sleep(0.5)


nap = "3000ms"
if sys.argv[1:2] == ["--nap"]:
    nap = sys.argv[2]

for name in ["Task 1", "Task 2"]:
    Thread(target=task, args=(name,), daemon=True).start()

# Give the threads time to finish.
time.sleep(int(nap.removesuffix("ms")) / 1000)
