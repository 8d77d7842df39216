"""The program of note 000, and its sequential twin."""
import asyncio
import time


async def task1():
    await asyncio.sleep(1)
    print("Task 1 completed")


async def task2():
    await asyncio.sleep(1)
    print("Task 2 completed")


async def put_together():
    await asyncio.gather(task1(), task2())


async def one_after_the_other():
    await task1()
    await task2()


for title, way in [
    ("put together", put_together),
    ("one after the other", one_after_the_other),
]:
    start = time.monotonic()
    asyncio.run(way())
    print(f"{title}: {time.monotonic() - start:.1f} s")
