"""The primes below a hundred thousand, in one go and shared out among processes."""
from itertools import chain, count, takewhile
from multiprocessing import Pool


def is_prime(number):
    """Whether no smaller number divides it."""
    divisors = takewhile(lambda divisor: divisor * divisor <= number, count(2))
    return all(number % divisor != 0 for divisor in divisors)


def primes(numbers):
    return [number for number in numbers if is_prime(number)]


def main():
    below, part = 100_000, 5_000
    in_one_go = primes(range(2, below))
    parts = [range(max(start, 2), start + part) for start in range(0, below, part)]
    with Pool() as pool:
        shared_out = list(chain.from_iterable(pool.map(primes, parts)))
    print(f"in one go   {len(in_one_go)} primes, the last is {in_one_go[-1]}")
    print(f"shared out  the same in the same order: {str(shared_out == in_one_go).lower()}")


if __name__ == "__main__":
    main()
