"""Ten thousand tasks of asyncio, each of which waits until all the others are there."""
import asyncio

COUNT = 10_000


async def main():
    here = 0
    all_are_here = asyncio.Event()

    async def task():
        nonlocal here
        here += 1
        last = here == COUNT
        if last:
            all_are_here.set()
        await all_are_here.wait()
        return last

    last = sum(await asyncio.gather(*(task() for _ in range(COUNT))))
    print(f"{COUNT} in progress at once, and {last} of them was the last to come")


asyncio.run(main())
