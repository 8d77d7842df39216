// Which one to write
//
// First who will do, then who is the best of these, then the first that is as good. In another order it goes
// wrong: a fast model that will not do would set the measure.
//
// The comparison is written with whole numbers, so that it is exact: three halves of the best are as much as
// three times the best against twice the time.

use exercises::which_model::Rated;

/// The place of the model to recommend, if there is one.
fn recommend(models: &[Rated], isolated: bool) -> Option<usize> {
    let will_do = |model: &&Rated| model.isolates || !isolated;
    let best = models.iter().filter(will_do).map(|model| model.time).min()?;
    models.iter().position(|model| will_do(&model) && 2 * model.time <= 3 * best)
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
