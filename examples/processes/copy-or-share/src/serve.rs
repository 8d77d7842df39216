//! The worker's side: it sums what it is sent, or what it is told of in the shared memory.

use memmap2::Mmap;
use std::fs::File;
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::path::Path;

/// How much a worker reads at a time. It sums a piece while the next is on its way.
const PIECE: usize = 1 << 16;

/// How many ones the squares of the numbers have in binary, all together.
pub fn sum(numbers: &[u8]) -> u64 {
    let number = |bytes: &[u8]| u64::from_ne_bytes(bytes.try_into().expect("eight bytes"));
    let ones = |n: u64| u64::from(n.wrapping_mul(n).count_ones());
    numbers.chunks_exact(8).map(|bytes| ones(number(bytes))).sum()
}

/// Answers the questions on standard input, until there are no more.
pub fn serve(file: &Path) -> io::Result<()> {
    // SAFETY: while it is mapped, the parent neither makes the file shorter nor writes to it.
    let shared = unsafe { Mmap::map(&File::open(file)?) }?;
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut question = String::new();
    while input.read_line(&mut question)? > 0 {
        let words: Vec<&str> = question.split_whitespace().collect();
        let number = |text: &str| text.parse::<usize>().map_err(|_| ErrorKind::InvalidInput);
        let answer = match words[..] {
            ["copied", length] => copied(&mut input, number(length)?)?,
            ["shared", start, length] => sum(&shared[number(start)?..][..number(length)?]),
            _ => return Err(ErrorKind::InvalidInput.into()),
        };
        output.write_all(&answer.to_ne_bytes())?;
        output.flush()?;
        question.clear();
    }
    Ok(())
}

/// The sum of so many bytes of the input.
fn copied(input: &mut impl Read, mut left: usize) -> io::Result<u64> {
    let (mut piece, mut total) = (vec![0; PIECE], 0);
    while left > 0 {
        let piece = &mut piece[..left.min(PIECE)];
        input.read_exact(piece)?;
        total += sum(piece);
        left -= piece.len();
    }
    Ok(total)
}
