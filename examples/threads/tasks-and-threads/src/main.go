// A hundred goroutines with GOMAXPROCS(1): how many threads did the runtime start for them?
package main

import (
	"fmt"
	"runtime"
	"runtime/pprof"
	"sync"
	"syscall"
)

const many = 100

func threads() string {
	if pprof.Lookup("threadcreate").Count() < many {
		return "fewer than 100 threads"
	}
	return "100 threads or more"
}

func main() {
	runtime.GOMAXPROCS(1)
	var here, gone sync.WaitGroup
	start := func(wait func()) {
		here.Add(many)
		gone.Add(many)
		for i := 0; i < many; i++ {
			go func() {
				here.Done()
				wait()
				gone.Done()
			}()
		}
		here.Wait()       // All are in progress …
		runtime.Gosched() // … and have come to wait.
	}

	gate := make(chan bool)
	start(func() { <-gate })
	fmt.Println("100 tasks that wait: ", threads())
	close(gate)
	gone.Wait()

	var pipe [2]int
	if err := syscall.Pipe(pipe[:]); err != nil {
		panic(err)
	}
	start(func() { syscall.Read(pipe[0], make([]byte, 1)) })
	fmt.Println("100 tasks that block:", threads())
	syscall.Close(pipe[1]) // Nothing will come: all reads end.
	gone.Wait()
}
