"""One name, and a variable for each thread: what one thread counts, no other thread sees."""
import threading

own = threading.local()


def chop(onions):
    own.chopped = getattr(own, "chopped", 0) + onions
    return own.chopped


chop(5)
for name, onions in [("Anna", 2), ("Ben", 3)]:
    cook = threading.Thread(target=lambda: print(f"{name} counts {chop(onions)}"))
    cook.start()
    cook.join()
print(f"main counts {own.chopped}")
