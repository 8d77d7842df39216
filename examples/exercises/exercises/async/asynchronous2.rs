// A list of requests
//
// It belongs to the section "Nothing begins by itself" of the chapter "Asynchronous".
//
// This server answers nobody before it has been asked for all dishes, and what was asked for last is
// ready first. Get all dishes from it. The answers are in the order of the dishes. The program looks as
// if it asked for all of them first; why does the first answer never come?

use exercises::asynchronous::Server;

/// Asks for all dishes. The answers, in the order of the dishes.
async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
    // TODO: How many of these requests have been made when the first answer is awaited?
    let requests: Vec<_> = dishes.iter().map(|dish| server.fetch(dish)).collect();
    let mut answers = Vec::new();
    for request in requests {
        answers.push(request.await);
    }
    answers
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", fetch_all(Server::new(&["soup"]), &["soup"]).await);
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::asynchronous;

    #[test]
    fn all_are_asked_for_before_the_first_answer() {
        asynchronous::all_are_asked_for_before_the_first_answer(fetch_all);
    }
}
