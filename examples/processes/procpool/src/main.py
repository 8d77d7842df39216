"""Note 002's `executor.map(work, [1, 2, 3, 4])`, on two worker processes, one of which is killed."""
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import os


def work(number):
    """How many primes there are below so many times thirty thousand."""
    def is_prime(n):
        d = 2
        while d * d <= n:
            if n % d == 0:
                return False
            d += 1
        return True

    return sum(is_prime(n) for n in range(2, number * 30_000))


def map_in_a_pool(before=None):
    with ProcessPoolExecutor(max_workers=2) as executor:
        if before:
            executor.submit(before)
        return list(executor.map(work, [1, 2, 3, 4]))


# A worker process may import this file, and must not start workers of its own.
if __name__ == "__main__":
    print(map_in_a_pool())
    try:
        map_in_a_pool(before=os.abort)
    except BrokenProcessPool:  # This pool has lost all its jobs, and takes no more.
        print("a worker was killed")
        print(map_in_a_pool())
