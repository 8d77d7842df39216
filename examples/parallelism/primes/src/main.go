// The primes below a hundred thousand, in one go and shared out among goroutines.
package main

import (
	"fmt"
	"sync"
)

// isPrime says whether no smaller number divides it.
func isPrime(number int) bool {
	for divisor := 2; divisor*divisor <= number; divisor++ {
		if number%divisor == 0 {
			return false
		}
	}
	return true
}

func primes(from, to int) (found []int) {
	for number := from; number < to; number++ {
		if isPrime(number) {
			found = append(found, number)
		}
	}
	return found
}

func same(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func main() {
	const below, part = 100_000, 5_000
	inOneGo := primes(2, below)

	var parts [below / part][]int // One each: no two goroutines write to the same place.
	var all sync.WaitGroup
	for i := range parts {
		all.Add(1)
		go func(i int) {
			defer all.Done()
			from := i * part
			if from < 2 {
				from = 2
			}
			parts[i] = primes(from, (i+1)*part)
		}(i)
	}
	all.Wait()
	var sharedOut []int
	for _, found := range parts {
		sharedOut = append(sharedOut, found...)
	}

	fmt.Printf("in one go   %d primes, the last is %d\n", len(inOneGo), inOneGo[len(inOneGo)-1])
	fmt.Printf("shared out  the same in the same order: %t\n", same(sharedOut, inOneGo))
}
