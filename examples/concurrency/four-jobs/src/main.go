// Four jobs: a goroutine each, and then two goroutines that take them from a channel.
package main

import (
	"fmt"
	"strings"
	"sync"
)

// How many primes there are below so many thousand.
func work(thousands int) int {
	count := 0
next:
	for n := 2; n < thousands*1000; n++ {
		for d := 2; d*d <= n; d++ {
			if n%d == 0 {
				continue next
			}
		}
		count++
	}
	return count
}

func oneEach() (results [4]int) {
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			results[i] = work(i + 1)
		}(i)
	}
	wg.Wait()
	return results
}

func poolOfTwo() (results [4]int) {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for worker := 0; worker < 2; worker++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range jobs {
				results[i] = work(i + 1)
			}
		}()
	}
	for i := range results {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	return results
}

// Go prints blanks where Rust and Python print commas.
func list(results [4]int) string {
	return strings.ReplaceAll(fmt.Sprint(results), " ", ", ")
}

func main() {
	fmt.Println("a worker each:", list(oneEach()))
	fmt.Println("a pool of two:", list(poolOfTwo()))
}
