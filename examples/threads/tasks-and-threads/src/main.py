"""A hundred asyncio tasks, and a hundred calls that block: how many threads did they run on?"""
import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, get_ident

MANY = 100


def count(threads):
    return "fewer than 100 threads" if len(set(threads)) < MANY else "100 threads or more"


async def main():
    here = 0
    gate = asyncio.Event()

    async def wait():
        nonlocal here
        here += 1
        if here == MANY:
            gate.set()
        await gate.wait()
        return get_ident()

    threads = await asyncio.gather(*(wait() for _ in range(MANY)))
    print("100 tasks that wait: ", count(threads))

    barrier = Barrier(MANY)

    def block():
        barrier.wait()
        return get_ident()

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(MANY) as pool:
        threads = await asyncio.gather(*(loop.run_in_executor(pool, block) for _ in range(MANY)))
    print("100 tasks that block:", count(threads))


asyncio.run(main())
