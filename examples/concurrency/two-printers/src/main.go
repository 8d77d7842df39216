// The two tasks of note 004, which here are waited for and not slept for.
package main

import (
	"fmt"
	"sync"
)

func task(wg *sync.WaitGroup, name string) {
	defer wg.Done()
	for i := 0; i < 5; i++ {
		fmt.Println(name, ":", i)
	}
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go task(&wg, "Task 1")
	go task(&wg, "Task 2")
	wg.Wait()
}
