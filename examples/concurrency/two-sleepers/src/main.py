"""Two tasks that sleep for a second, as threads, as processes and as coroutines.

The middle one is the program of note 000, without its printing.
"""
import asyncio
import os
import time
from multiprocessing import Process
from threading import Thread


def task():
    time.sleep(1)


def start_and_join(kind):
    tasks = [kind(target=task) for _ in range(2)]
    for each in tasks:
        each.start()
    in_progress = sum(each.is_alive() for each in tasks)
    for each in tasks:
        each.join()
    return in_progress


async def coroutines():
    tasks = [asyncio.create_task(asyncio.sleep(1)) for _ in range(2)]
    in_progress = sum(not each.done() for each in tasks)
    await asyncio.gather(*tasks)
    return in_progress


def cpu_seconds():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main():
    print("                 wall   in progress      P")
    for title, way in [
        ("threads", lambda: start_and_join(Thread)),
        ("processes", lambda: start_and_join(Process)),
        ("async tasks", lambda: asyncio.run(coroutines())),
    ]:
        wall, cpu = time.monotonic(), cpu_seconds()
        in_progress = way()
        wall, cpu = time.monotonic() - wall, cpu_seconds() - cpu
        print(f"{title:11} {wall:7.2f} s {in_progress:11} {cpu / wall:8.1f}")


if __name__ == "__main__":
    main()
