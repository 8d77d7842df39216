// Two goroutines, one knife: each waits for its turn, does its work, and hands the knife on.
package main

import "fmt"

// A Knife goes from hand to hand through channels, and takes the kitchen clock along.
type Knife struct {
	minute   int
	switches int
}

func prepare(verb, vegetable string, minutes int, myTurn <-chan Knife, nextTurn chan<- Knife) {
	knife := <-myTurn
	for i := 0; i < minutes; i++ {
		knife.minute++
		fmt.Printf("minute %d: %s %s\n", knife.minute, verb, vegetable)
	}
	knife.switches++
	nextTurn <- knife
}

func main() {
	first, second, done := make(chan Knife), make(chan Knife), make(chan Knife)
	go prepare("chop", "onions", 4, first, second)
	go prepare("slice", "cucumbers", 4, second, done)

	first <- Knife{switches: -1} // The hand-over to the drawer, at the end, is no switch.
	knife := <-done
	fmt.Printf("done after %d minutes, %d switch\n", knife.minute, knife.switches)
}
