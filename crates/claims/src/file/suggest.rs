//! "Did you mean": the known word that is nearest to a misspelt one.

/// `; did you mean …?` where a word is near, otherwise `; there is …` with all of them.
pub(super) fn among(word: &str, known: &[&str]) -> String {
    let near = known.iter().map(|candidate| (distance(word, candidate), candidate)).min();
    match near {
        Some((distance, candidate)) if distance <= 1 + candidate.len() / 4 => {
            format!("; did you mean `{candidate}`?")
        }
        _ => {
            let all: Vec<_> = known.iter().map(|candidate| format!("`{candidate}`")).collect();
            format!("; there is {}", all.join(", "))
        }
    }
}

/// How many letters must be put in, taken out or replaced (Levenshtein, row by row).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        // `corner` is the value above and to the left, which `row` no longer holds.
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted_in_letters() {
        let known = [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0), ("ß", "s", 1)];
        for (a, b, expected) in known {
            assert_eq!((distance(a, b), distance(b, a)), (expected, expected), "{a} {b}");
        }
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        let known = ["id", "says", "needs_e", "at_least_times_e"];
        assert_eq!(among("need_e", &known), "; did you mean `needs_e`?");
        assert_eq!(among("atleast_times_E", &known), "; did you mean `at_least_times_e`?");
        assert!(among("colour", &known).starts_with("; there is `id`, `says`"));
    }
}
