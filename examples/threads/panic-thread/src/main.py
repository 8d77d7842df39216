"""An exception ends its thread, and not the program. A plain `join` would tell nothing; a future does."""
from concurrent.futures import ThreadPoolExecutor


def chop(onions):
    if onions > 10:
        raise ValueError(f"{onions} onions are too many")
    return onions * 8


with ThreadPoolExecutor() as pool:
    cooks = {"Anna": pool.submit(chop, 3), "Ben": pool.submit(chop, 30)}
for name, cook in cooks.items():
    if cook.exception() is None:
        print(f"{name}: {cook.result()} pieces")
    else:
        print(f"{name}: {cook.exception()}")
print("main goes on")
