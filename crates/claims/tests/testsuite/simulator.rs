//! A machine that never was: cores, other programs that come and go, and what is measured beside
//! them. What is true of it is known, so verdicts can be held against the truth.
//!
//! Times are milliseconds, speeds are shares of one undisturbed core.

use claims::{Bench, Bound, Claim, Evidence, Kind, Round, Work};

/// SplitMix64: the same numbers in every run of the tests.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to 1, the latter not included.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }

    /// Each order of magnitude as likely as the next.
    fn scale(&mut self, low: f64, high: f64) -> f64 {
        self.between(low.ln(), high.ln()).exp()
    }

    /// From 0 to `end`, the latter not included.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// How long a state of this mean length lasts, memoryless.
    fn lasting(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.share()).ln()
    }
}

/// Another program, which runs and pauses.
#[derive(Clone, Debug)]
struct Load {
    core: usize,
    /// Whether it stays on that core or comes back on any.
    pinned: bool,
    runs: bool,
    until: f64,
    mean_run: f64,
    mean_pause: f64,
}

/// How the kernel places workers.
#[derive(Clone, Copy, Debug)]
enum Placement {
    /// Everybody gets the same share of the machine.
    Fair,
    /// A worker moves to the emptiest core at once.
    Greedy,
    /// A worker stays where it began.
    Sticky,
}

/// What is asked of several workers' speeds.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// Their sum: spinners, each for itself.
    All,
    /// The least: shares dealt out beforehand, and the last worker is waited for.
    Slowest,
    /// The mean: work taken from a common heap.
    Mean,
}

/// The machine, at one moment of its time.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    pub(crate) cores: usize,
    /// What a core is worth when several work: a slower clock, a shared cache.
    together: f64,
    placement: Placement,
    loads: Vec<Load>,
    now: f64,
    /// By how much a measurement is off, at most.
    noise: f64,
    random: Random,
}

impl Machine {
    /// A machine with nothing else on it.
    pub(crate) fn quiet(mut random: Random, cores: usize) -> Self {
        let placement = match random.below(3) {
            0 => Placement::Fair,
            1 => Placement::Greedy,
            _ => Placement::Sticky,
        };
        let together = random.between(0.95, 1.0);
        Machine { cores, together, placement, loads: Vec::new(), now: 0.0, noise: 0.015, random }
    }

    /// The same machine with one to four other programs on it, some of which never pause.
    pub(crate) fn busy(&self) -> Self {
        let mut machine = self.clone();
        let random = &mut machine.random;
        // The hardest to see are those as long as E is measured, or a little longer: all of the
        // programs on one machine in three are of that kind.
        let hard = random.chance(0.33);
        let (run_low, run_high) = if hard { (20.0, 300.0) } else { (3.0, 20_000.0) };
        let (pause_low, pause_high) = if hard { (50.0, 2_000.0) } else { (3.0, 20_000.0) };
        for _ in 0..=random.below(4) {
            let endless = random.chance(0.1);
            let mean_run = if endless { 1e9 } else { random.scale(run_low, run_high) };
            let mean_pause = random.scale(pause_low, pause_high);
            machine.loads.push(Load {
                core: random.below(self.cores),
                pinned: random.chance(0.5),
                runs: random.chance(mean_run / (mean_run + mean_pause)),
                until: random.share() * mean_pause,
                mean_run,
                mean_pause,
            });
        }
        machine
    }

    /// The speed of each of so many workers just now; `base` is where a sticky one began.
    fn speeds(&self, workers: usize, base: usize) -> Vec<f64> {
        let worth = if workers > 1 { self.together } else { 1.0 };
        let running = || self.loads.iter().filter(|load| load.runs);
        if let Placement::Fair = self.placement {
            let share = self.cores as f64 / (workers + running().count()) as f64;
            return vec![worth * share.min(1.0); workers];
        }
        let mut on_core = vec![0_usize; self.cores];
        running().for_each(|load| on_core[load.core] += 1);
        let places: Vec<usize> = (0..workers)
            .map(|worker| {
                let emptiest = (0..self.cores).min_by_key(|&core| on_core[core]).unwrap_or(0);
                let sticky = (base + worker) % self.cores;
                let place = if let Placement::Greedy = self.placement { emptiest } else { sticky };
                on_core[place] += 1;
                place
            })
            .collect();
        places.into_iter().map(|place| worth / on_core[place] as f64).collect()
    }

    /// The mean speed of some workers while `length` passes.
    fn pass(&mut self, workers: usize, length: f64, of: Of, base: usize) -> f64 {
        let (end, mut done) = (self.now + length, 0.0);
        while self.now < end {
            let next = self.loads.iter().map(|load| load.until).fold(end, f64::min);
            let speeds = self.speeds(workers, base);
            let speed = match of {
                Of::All => speeds.iter().sum(),
                Of::Slowest => speeds.iter().copied().fold(f64::INFINITY, f64::min),
                Of::Mean => speeds.iter().sum::<f64>() / workers as f64,
            };
            done += speed * (next - self.now);
            self.now = next;
            for load in self.loads.iter_mut().filter(|load| load.until <= next) {
                load.runs = !load.runs;
                let mean = if load.runs { load.mean_run } else { load.mean_pause };
                load.until = next + self.random.lasting(mean).max(0.1);
                if load.runs && !load.pinned {
                    load.core = self.random.below(self.cores);
                }
            }
        }
        done / length
    }

    fn noise(&mut self) -> f64 {
        1.0 + self.random.between(-self.noise, self.noise)
    }

    fn effective_cores(&mut self, workers: usize) -> f64 {
        let base = [0; 3].map(|_| self.random.below(self.cores));
        let before = self.pass(1, 25.0, Of::All, base[0]);
        let together = self.pass(workers, 50.0, Of::All, base[1]);
        let after = self.pass(1, 25.0, Of::All, base[2]);
        2.0 * together / (before + after) * self.noise()
    }

    /// The time that criterion tells: the median of ten samples.
    fn bench(&mut self, workers: usize, work: f64, length: f64, of: Of) -> f64 {
        let base = self.random.below(self.cores);
        let mut samples: Vec<f64> =
            (0..10).map(|_| work / self.pass(workers, length / 10.0, of, base)).collect();
        samples.sort_by(f64::total_cmp);
        f64::midpoint(samples[4], samples[5]) * self.noise()
    }
}

/// A claim, and the programs it is about.
#[derive(Clone, Debug)]
pub(crate) struct Measurement {
    pub(crate) claim: Claim,
    workers: usize,
    of: Of,
    /// The contender's work in ns, where the baseline's is a million.
    work: f64,
    length: f64,
    rounds: usize,
}

impl Measurement {
    /// A claim of which `truth` is true on this machine when it is quiet: the ratio (divided by E
    /// where the bound is on that) is so many times the bound.
    pub(crate) fn of(machine: &Machine, random: &mut Random, truth: f64) -> Self {
        let workers = if random.chance(0.7) { 2 } else { 3 + random.below(2) };
        Self::with(machine, random, workers, |bound| bound, truth)
    }

    /// The same with a given number of workers, and a bound of a kind that the caller may change.
    pub(crate) fn with(
        machine: &Machine,
        random: &mut Random,
        workers: usize,
        change: impl Fn(Bound) -> Bound,
        truth: f64,
    ) -> Self {
        let contenders = if random.chance(0.85) { workers } else { 1 };
        let of = if random.chance(0.5) { Of::Slowest } else { Of::Mean };
        let bound = random.between(0.5, 3.0);
        let bound = change(match random.below(3) {
            0 => Bound::AtLeast(bound),
            1 => Bound::AtMost(bound),
            _ => Bound::AtLeastTimesE(bound),
        });
        // What an undisturbed machine would show, without noise.
        let mut undisturbed = Machine { loads: Vec::new(), noise: 0.0, ..machine.clone() };
        let e = undisturbed.effective_cores(workers);
        let speed = undisturbed.pass(contenders, 1.0, of, 0);
        let ratio = match bound {
            Bound::AtLeast(bound) => bound * truth,
            Bound::AtMost(bound) => bound / truth,
            Bound::AtLeastTimesE(bound) => bound * truth * e,
        };
        let bench = Bench {
            baseline: "sum/one".to_owned(),
            contender: "sum/many".to_owned(),
            bound,
            needs_e: None,
            work: Work::Integer,
            workers,
        };
        let evidence = Evidence::Bench(bench);
        let (id, says) = ("a".to_owned(), "A sentence".to_owned());
        let claim = Claim { id, says, kind: Kind::Ratio, evidence, line: 1 };
        let (length, rounds) = (random.scale(100.0, 3_000.0), 9 + random.below(12));
        Measurement { claim, workers: contenders, of, work: 1e6 * speed / ratio, length, rounds }
    }

    /// Its rounds on a machine.
    pub(crate) fn rounds(&self, machine: &mut Machine) -> Vec<Round> {
        let spinners = self.claim.bench().map_or(2, |bench| bench.workers);
        let one = |number: usize| {
            let e_before = machine.effective_cores(spinners);
            let baseline = |machine: &mut Machine| machine.bench(1, 1e6, self.length, Of::All);
            let contender = |machine: &mut Machine| {
                machine.bench(self.workers, self.work, self.length, self.of)
            };
            let (baseline_ns, contender_ns) = if number.is_multiple_of(2) {
                let first = baseline(machine);
                (first, contender(machine))
            } else {
                let first = contender(machine);
                (baseline(machine), first)
            };
            let e_after = machine.effective_cores(spinners);
            Round { e_before, e_after, baseline_ns, contender_ns }
        };
        (0..self.rounds).map(one).collect()
    }
}
