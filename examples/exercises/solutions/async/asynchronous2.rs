// A list of requests
//
// A call of `fetch` makes a future, and a list of them is a list of things to do. `spawn` makes tasks of
// them, which the executor drives while this one waits. `collect` matters: without it the iterator would
// spawn each task only when the loop comes to it. Awaiting the tasks in the order of the dishes puts the
// answers in that order, and costs nothing, as all are needed.
//
// A task must own what it uses, and goes on if `fetch_all` is given up. For a fixed number of requests
// `tokio::join!` does without tasks. A `JoinSet` gives the answers as they come, so each would have to
// bring its place along.

use exercises::asynchronous::Server;

/// Asks for all dishes. The answers, in the order of the dishes.
async fn fetch_all(server: Server, dishes: &'static [&'static str]) -> Vec<String> {
    let requests: Vec<_> = dishes.iter().map(|dish| tokio::spawn(server.fetch(dish))).collect();
    let mut answers = Vec::new();
    for request in requests {
        answers.push(request.await.expect("no request panics"));
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
