// Ten thousand goroutines, each of which waits until all the others are there.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const count = 10_000

func main() {
	var here, last int64
	var done sync.WaitGroup
	allAreHere := make(chan struct{})
	for i := 0; i < count; i++ {
		done.Add(1)
		go func() {
			defer done.Done()
			if atomic.AddInt64(&here, 1) == count {
				atomic.AddInt64(&last, 1)
				close(allAreHere)
			}
			<-allAreHere
		}()
	}
	done.Wait()
	fmt.Printf("%d in progress at once, and %d of them was the last to come\n", count, last)
}
