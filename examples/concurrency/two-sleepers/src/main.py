"""Two tasks that sleep for a second, as threads, as processes and as coroutines.

The middle one is the program of note 000.
"""
import asyncio
import os
import time
from multiprocessing import Process
from threading import Thread


def task(name):
    time.sleep(1)


def start_and_join(kind):
    tasks = [kind(target=task, args=(name,)) for name in ("A", "B")]
    for each in tasks:
        each.start()
    for each in tasks:
        each.join()


async def coroutines():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(1))


def cpu_seconds():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main():
    print("                 wall   in progress   cores busy")
    for title, way in [
        ("threads", lambda: start_and_join(Thread)),
        ("processes", lambda: start_and_join(Process)),
        ("async tasks", lambda: asyncio.run(coroutines())),
    ]:
        wall, cpu = time.monotonic(), cpu_seconds()
        way()
        wall, cpu = time.monotonic() - wall, cpu_seconds() - cpu
        print(f"{title:11} {wall:7.2f} s {2:11} {cpu / wall:12.0f}")


if __name__ == "__main__":
    main()
