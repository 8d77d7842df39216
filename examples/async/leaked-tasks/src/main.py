"""A hundred requests give up after a while. Does what they had started go on?"""
import asyncio

A_WHILE = 0.001


async def ask():
    """Asks somebody who takes an hour to answer."""
    await asyncio.sleep(3_600)
    return "soup"


async def only_waited_for():
    """Gives up, and drops the task, which the clock still knows."""
    task = asyncio.create_task(ask())
    await asyncio.wait([task], timeout=A_WHILE)


async def cancelled():
    """Gives up, and `wait_for` cancels the task."""
    try:
        await asyncio.wait_for(ask(), A_WHILE)
    except asyncio.TimeoutError:
        pass


async def go_on(request):
    for _ in range(100):
        await request()
    return len(asyncio.all_tasks()) - 1  # This one is a task, too.


print("100 requests have given up; of what they started")
print(f"{asyncio.run(go_on(only_waited_for)):3} go on, left alone")
print(f"{asyncio.run(go_on(cancelled)):3} go on, where they end with their request")
