// A request that comes twice
//
// Whoever has done a number answers again, and does nothing. The answer has to be kept with the number:
// to compute it anew would tell of sales that came later.
//
// For how long? This shop keeps every answer for ever. A real one forgets them after a while, and then
// refuses numbers that are too old. It also has to write the sale and the answer down in one step, or a
// crash between them would bring the question back.

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
        *self.answers.entry(request.number).or_insert_with(|| {
            self.onions -= request.onions;
            self.onions
        })
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
