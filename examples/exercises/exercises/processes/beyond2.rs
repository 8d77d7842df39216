// A request that comes twice
//
// It belongs to the section "At a thousand machines" of the chapter "Beyond one machine".
//
// A shop far away sells onions. A request says how many, and has a number that was chosen once. If no
// answer comes, the same request is sent again, with the same number: perhaps it was lost, perhaps only
// its answer was. So a request can arrive several times, also late, after others. It must be done once,
// and each time it must be answered as it was the first time. The answer says how many onions are left.

use exercises::beyond::Request;
use std::collections::HashMap;

/// The shop, and room for what it has to remember.
struct Shop {
    onions: u32,
    answers: HashMap<u32, u32>,
}

impl Shop {
    fn new(onions: u32) -> Shop {
        Shop { onions, answers: HashMap::new() }
    }

    /// Does the request, and says how many onions are left.
    fn serve(&mut self, request: &Request) -> u32 {
        // TODO: It sells as often as it is asked.
        self.onions -= request.onions;
        self.answers.insert(request.number, self.onions);
        self.onions
    }
}

fn main() {
    let mut shop = Shop::new(10);
    println!("{} are left", shop.serve(&Request { number: 1, onions: 3 }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::beyond;

    #[test]
    fn a_request_is_done_once_and_answered_always() {
        beyond::each_request_is_done_once(Shop::new, Shop::serve, |shop| shop.onions);
    }
}
