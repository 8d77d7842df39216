// Every prime has a goroutine of its own, which sends on what it does not divide.
package main

import "fmt"

// count sends 2, 3, 4 and so on.
func count(all chan<- int) {
	for number := 2; ; number++ {
		all <- number
	}
}

// filter sends on the numbers that prime does not divide.
func filter(prime int, numbers <-chan int, rest chan<- int) {
	for number := range numbers {
		if number%prime != 0 {
			rest <- number
		}
	}
}

func main() {
	numbers := make(chan int)
	go count(numbers)
	for found := 1; found <= 25; found++ {
		prime := <-numbers
		separator := " "
		if found%5 == 0 {
			separator = "\n"
		}
		fmt.Print(prime, separator)
		rest := make(chan int)
		go filter(prime, numbers, rest)
		numbers = rest
	}
	// The goroutines are still there; they end with the program.
}
