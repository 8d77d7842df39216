// So many goroutines that wait at once, as the first argument says: what memory each of them holds,
// in bytes.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// The memory that this process really uses, in bytes; an error where the system has no such file.
func memory() (int, error) {
	status, err := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	kib := 0
	fmt.Sscan(after, &kib)
	return kib * 1024, err
}

func main() {
	count, _ := strconv.Atoi(os.Args[1])
	memory() // The first time it needs some itself.
	before, err := memory()
	if err != nil {
		os.Exit(1)
	}
	// ANCHOR: wait
	var here, gone sync.WaitGroup
	letGo := make(chan struct{})
	here.Add(count)
	gone.Add(count)
	for i := 0; i < count; i++ {
		go func() {
			here.Done()
			<-letGo
			gone.Done()
		}()
	}
	here.Wait()
	// ANCHOR_END: wait
	after, _ := memory()
	fmt.Println((after - before) / count)
	close(letGo)
	gone.Wait()
}
