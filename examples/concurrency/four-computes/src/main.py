"""The second program of note 004, in Python: four threads, a line each, and a wait for all of them."""
import threading


def compute(number):
    print(f"Computing on task {number}\n", end="", flush=True)


threads = [threading.Thread(target=compute, args=(number,)) for number in range(1, 5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
