"""The same scheduler for Python's generators, which yield with `yield`."""
from collections import deque


def door():
    for _ in range(4):
        print("  look at the door")
        yield 1


def onions():
    for onion in range(1, 5):
        print(f"  chop onion {onion}")
        yield 2


def onions_in_one_go():
    for onion in range(1, 5):
        print(f"  chop onion {onion}")
    yield 8


def run(onions):
    """Gives each task a turn, again and again, until all have finished."""
    ready = deque([("door", door()), ("onions", onions)])
    now, looked, unwatched = 0, None, 0
    while ready:
        name, task = ready.popleft()
        minutes = next(task, None)
        if minutes is None:
            continue
        if name == "door":
            unwatched = max(unwatched, 0 if looked is None else now - looked)
            looked = now + minutes
        now += minutes
        ready.append((name, task))
    return unwatched


for title, task in [("yields", onions()), ("does not yield", onions_in_one_go())]:
    print(f"the task of the onions {title}:")
    print(f"  at most {run(task)} min between two looks at the door")
