// A hundred requests give up after a while. Does what they had started go on?
package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

const aWhile = time.Millisecond

// How many goroutines are asking.
var asking int64

// Asks somebody who takes an hour to answer, until it is told that nobody wants to know any more.
func ask(ctx context.Context) <-chan string {
	answer := make(chan string)
	atomic.AddInt64(&asking, 1)
	go func() {
		soup := "soup"
		select {
		case <-time.After(time.Hour):
		case <-ctx.Done():
			soup = ""
		}
		atomic.AddInt64(&asking, -1)
		answer <- soup
	}()
	return answer
}

// Gives up, and goes. Nobody tells the goroutine.
func notTold() {
	select {
	case <-ask(context.Background()):
	case <-time.After(aWhile):
	}
}

// Gives up, by telling the goroutine, and waits for its end.
func told() {
	ctx, cancel := context.WithTimeout(context.Background(), aWhile)
	defer cancel()
	<-ask(ctx)
}

func goOn(request func()) int64 {
	before := atomic.LoadInt64(&asking)
	for i := 0; i < 100; i++ {
		request()
	}
	return atomic.LoadInt64(&asking) - before
}

func main() {
	fmt.Println("100 requests have given up; of what they started")
	fmt.Printf("%3d go on, left alone\n", goOn(notTold))
	fmt.Printf("%3d go on, where they end with their request\n", goOn(told))
}
