"""Python's coroutines are as lazy, and `create_task` begins as late."""
import asyncio


async def boil(what):
    print(f"    {what} is boiling")


async def main():
    print("soup: call")
    soup = boil("soup")
    print("soup: await")
    await soup

    print("tea: call, and never await")
    tea = boil("tea")
    tea.close()  # Without this, Python warns that it was never awaited.

    print("rice: spawn")
    rice = asyncio.create_task(boil("rice"))
    print("rice: await")
    await rice


asyncio.run(main())
