"""Note 004's second program, with something to compute. Python has no WaitGroup: it joins a list."""
from threading import Thread


def compute(number):
    """How many numbers up to `number` hundred thousand seven divides."""
    print(f"task {number}: {sum(n % 7 == 0 for n in range(1, number * 100_000 + 1))}\n", end="")


threads = [Thread(target=compute, args=(number,)) for number in range(1, 5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
