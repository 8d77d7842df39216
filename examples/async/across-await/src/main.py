"""A hundred coroutines on one thread, with an `await` between reading a number and writing it."""
import asyncio

number = 0


async def in_one_turn():
    global number
    number = number + 1
    await asyncio.sleep(0)


async def across_an_await():
    global number
    old = number
    await asyncio.sleep(0)
    number = old + 1


async def count(task):
    global number
    number = 0
    await asyncio.gather(*(task() for _ in range(100)))
    return number


print(f"100 tasks add one in one turn:    {asyncio.run(count(in_one_turn)):3}")
print(f"100 tasks add one across an await: {asyncio.run(count(across_an_await)):2}")
