// Which one to write
//
// It belongs to the section "What the rows have in common" of the chapter "Which model?".
//
// Some models are in a list, the plainer one first, each with the time that its formula gives. If the items
// must not harm one another, only a model that isolates them will do. Of those that will do, one is as good
// as the best if it takes at most half as long again. Recommend the plainest of them.

use exercises::which_model::Rated;

/// The place of the model to recommend, if there is one.
fn recommend(models: &[Rated], isolated: bool) -> Option<usize> {
    // TODO: This is the place of the fastest of all.
    let _ = isolated;
    let fastest = models.iter().enumerate().min_by_key(|(_, model)| model.time)?;
    Some(fastest.0)
}

fn main() {
    let one_by_one = Rated { time: 120, isolates: false };
    let processes = Rated { time: 100, isolates: true };
    println!("{:?}", recommend(&[one_by_one, processes], false));
}

#[cfg(test)]
mod tests {
    use super::*;
    use exercises::which_model;

    #[test]
    fn the_plainest_of_those_that_are_as_good() {
        which_model::the_plainest_as_good_as_the_best(recommend);
    }
}
