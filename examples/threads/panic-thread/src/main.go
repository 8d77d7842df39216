// A panic in a goroutine ends the whole program, unless the goroutine itself recovers from it.
package main

import "fmt"

func chop(onions int) int {
	if onions > 10 {
		panic(fmt.Sprintf("%d onions are too many", onions))
	}
	return onions * 8
}

func cook(onions int) <-chan string {
	told := make(chan string, 1)
	go func() {
		defer func() {
			if message := recover(); message != nil {
				told <- fmt.Sprint(message)
			}
		}()
		told <- fmt.Sprintf("%d pieces", chop(onions))
	}()
	return told
}

func main() {
	anna, ben := cook(3), cook(30)
	fmt.Println("Anna:", <-anna)
	fmt.Println("Ben:", <-ben)
	fmt.Println("main goes on")
}
