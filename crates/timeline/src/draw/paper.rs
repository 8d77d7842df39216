//! Text that becomes SVG: escaping, short numbers, an estimate of widths.

/// An SVG's content so far, one element a line: no blank line, so that Markdown takes it for one
/// block. Charts of other things than runs are drawn on it too.
#[derive(Debug, Clone, Default)]
pub struct Paper(pub(crate) String);

impl Paper {
    /// An element, as it is.
    pub fn line(&mut self, element: &str) {
        self.0 += element;
        self.0.push('\n');
    }

    /// Text at a point. `anchor` is `start`, `middle` or `end`.
    pub fn text(&mut self, class: &str, x: f64, y: f64, anchor: &str, text: &str) {
        let (x, y, text) = (number(x), number(y), escape(text));
        let anchor = match anchor {
            "start" => String::new(),
            other => format!(" text-anchor=\"{other}\""),
        };
        self.line(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>"));
    }

    /// A rectangle, with a tooltip unless that is empty.
    pub fn rect(&mut self, class: &str, [x, y, width, height]: [f64; 4], tip: &str) {
        let round = if height >= 16.0 && width >= 6.0 { " rx=\"3\"" } else { "" };
        let end = match tip {
            "" => "/>".to_owned(),
            tip => format!("><title>{}</title></rect>", escape(tip)),
        };
        let [x, y, width, height] = [x, y, width, height].map(number);
        self.line(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}{end}"
        ));
    }

    /// A path.
    pub fn path(&mut self, class: &str, d: &str) {
        self.line(&format!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// All that was drawn, as text.
    #[must_use]
    pub fn as_text(&self) -> &str {
        &self.0
    }
}

/// A coordinate to a tenth of a pixel, without trailing zeros.
#[must_use]
pub fn number(value: f64) -> String {
    // Adding zero turns -0 into 0.
    format!("{}", (value * 10.0).round() / 10.0 + 0.0)
}

/// Text as it may stand in HTML, in an element or in a double-quoted attribute. Line breaks become
/// blanks, since a blank line would end a Markdown block.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            control if control.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

/// About how wide a text is, in pixels, in a proportional face of this size. It errs on the wide
/// side: a label that is left out is found in the legend, one that spills is ugly.
#[must_use]
pub fn width(text: &str, size: f64) -> f64 {
    let of = |character: char| match character {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | '\'' | '|' => 0.36,
        'm' | 'w' | 'M' | 'W' | '…' => 0.88,
        upper if upper.is_uppercase() => 0.70,
        wide if wide >= '\u{1100}' && wide != '\u{2026}' => 1.1,
        _ => 0.57,
    };
    text.chars().map(of).sum::<f64>() * size
}

/// The text, cut with an ellipsis to what fits.
pub(crate) fn fitting(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() && width(&cut, size) + size * 0.9 > room {}
    cut.truncate(cut.trim_end().len());
    cut + "…"
}
