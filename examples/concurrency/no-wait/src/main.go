// Note 004's first program. The nap has become a flag; the rest is as it was.
package main

import (
	"flag"
	"fmt"
	"time"
)

func task(name string) {
	for i := 0; i < 5; i++ {
		fmt.Println(name, ":", i)
		time.Sleep(time.Millisecond * 500)
	}
}

func main() {
	nap := flag.Duration("nap", time.Second*3, "how long main naps")
	flag.Parse()

	// LAUNCHES GOROUTINE
	go task("Task 1")
	go task("Task 2")

	// Give goroutines time to finish
	time.Sleep(*nap)
}
