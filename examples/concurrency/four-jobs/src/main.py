"""Note 002's second and third program, completed: threads, and a pool of processes."""
from concurrent.futures import ProcessPoolExecutor
from threading import Thread

JOBS = [1, 2, 3, 4]


def work(thousands):
    """How many primes there are below so many thousand."""
    def is_prime(n):
        d = 2
        while d * d <= n:
            if n % d == 0:
                return False
            d += 1
        return True

    return sum(is_prime(n) for n in range(2, thousands * 1_000))


def with_threads():
    results = {}

    def work_and_note(job):
        results[job] = work(job)  # A thread has no result: it has to leave it somewhere.

    threads = [Thread(target=work_and_note, args=(job,)) for job in JOBS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[job] for job in JOBS]


def with_processes():
    with ProcessPoolExecutor(max_workers=2) as executor:
        return list(executor.map(work, JOBS))


# A worker process may import this file, and must not start workers of its own.
if __name__ == "__main__":
    print("a worker each:", with_threads())
    print("a pool of two:", with_processes())
