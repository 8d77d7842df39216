// Note 004's second program, with something to compute, and without its GOMAXPROCS.
package main

import (
	"fmt"
	"sync"
)

// How many numbers up to id hundred thousand seven divides.
func compute(id int) int {
	count := 0
	for number := 1; number <= id*100_000; number++ {
		if number%7 == 0 {
			count++
		}
	}
	return count
}

func main() {
	var wg sync.WaitGroup
	for id := 1; id <= 4; id++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			fmt.Printf("task %d: %d\n", id, compute(id))
		}(id)
	}
	wg.Wait()
}
