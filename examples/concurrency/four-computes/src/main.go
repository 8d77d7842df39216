// The second program of note 004, as it stands there.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func compute(wg *sync.WaitGroup, id int) {
	defer wg.Done()
	fmt.Printf("Computing on task %d\n", id)
}

func main() {
	runtime.GOMAXPROCS(2) // Set number of threads to 2 for parallelism

	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Add(1)
		go compute(&wg, i)
	}
	wg.Wait()
}
