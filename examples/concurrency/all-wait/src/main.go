// Note 004's first program, with its second program's WaitGroup instead of the nap.
package main

import (
	"fmt"
	"sync"
	"time"
)

func task(name string, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < 5; i++ {
		fmt.Println(name, ":", i)
		time.Sleep(time.Millisecond * 500)
	}
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go task("Task 1", &wg)
	go task("Task 2", &wg)
	wg.Wait()
}
