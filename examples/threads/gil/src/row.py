"""The same work by one worker and by two: threads, processes, interpreters.

Run by any Python 3, it prints what that Python is and what its workers gain.
"""
import platform
import sys
import time
from concurrent import futures
from threading import Thread

LIMIT = 60_000
HOPS = 40


def primes(limit):
    """Counts the primes below limit, by trial division."""
    count = 0
    for number in range(2, limit):
        for divisor in range(2, int(number**0.5) + 1):
            if number % divisor == 0:
                break
        else:
            count += 1
    return count


def seconds(run, rounds=3):
    """The time of the best of some rounds; in the first the workers have yet to start."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - begun)
    return best


def two(kind):
    """The time in which two workers of a kind do a worker's work each."""
    with getattr(futures, kind)(2) as workers:
        return seconds(lambda: list(workers.map(primes, [LIMIT] * 2)))


def hop():
    """The shortest time in which a ball goes from one spinning thread to the other."""
    ball, hits = [0], []

    def play(first):
        for hop in range(first, HOPS, 2):
            while ball[0] != hop:
                pass
            ball[0] = hop + 1
            hits.append(time.perf_counter())

    players = [Thread(target=play, args=(first,)) for first in (0, 1)]
    for player in players:
        player.start()
    for player in players:
        player.join()
    # Without the last: by then the other player has gone home, and left the lock.
    hits = sorted(hits)[:-1]
    return min(later - earlier for earlier, later in zip(hits, hits[2:])) / 2


def main():
    one = seconds(lambda: [primes(LIMIT), primes(LIMIT)])
    cells = []
    for kind in "ThreadPoolExecutor", "ProcessPoolExecutor", "InterpreterPoolExecutor":
        there = hasattr(futures, kind)  # Interpreters came with 3.14.
        cells.append(f"{one / two(kind):.2f}" if there else "")
    threads, processes, interpreters = cells

    # An extension that is not made for it switches the lock on again: so this is asked last.
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    built_without = "free-threading" in sys.version
    name = f"Python {platform.python_version()}{'t' if built_without else ''}"
    print(
        f"{name:17} {'on' if gil else 'off':>4} {one:10.2f} s {threads:>13} {processes:>11}"
        f" {interpreters:>14} {hop() * 1e6:9.1f} µs"
    )


if __name__ == "__main__":
    main()
