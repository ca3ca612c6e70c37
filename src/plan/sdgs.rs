//! The Sustainable Development Goals: 17 goals with 169 targets.
//!
//! Numbers: United Nations, A/RES/71/313. Japanese names of the goals: United Nations Information Centre, Tokyo, press
//! release 16-019-J of 2 March 2016. The targets' texts are not ours to give out and are not here.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// A goal, or one of its targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SdgsTarget {
    /// From 1 to 17.
    pub(crate) goal: u8,
    /// What stands behind the point; a goal as a whole stands before its targets.
    part: Part,
}

/// In the order in which the United Nations list them: numbers before letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Whole,
    Number(u8),
    Letter(char),
}

/// A goal's names and how far its targets go.
struct Goal {
    ja: &'static str,
    en: &'static str,
    /// Targets 1 to this.
    numbers: u8,
    /// Targets `a` to this.
    last_letter: Option<char>,
}

static GOALS: [Goal; 17] = [
    goal("貧困をなくそう", "No poverty", 5, Some('b')),
    goal("飢餓をゼロに", "Zero hunger", 5, Some('c')),
    goal("すべての人に健康と福祉を", "Good health and well-being", 9, Some('d')),
    goal("質の高い教育をみんなに", "Quality education", 7, Some('c')),
    goal("ジェンダー平等を実現しよう", "Gender equality", 6, Some('c')),
    goal("安全な水とトイレを世界中に", "Clean water and sanitation", 6, Some('b')),
    goal("エネルギーをみんなに そしてクリーンに", "Affordable and clean energy", 3, Some('b')),
    goal("働きがいも 経済成長も", "Decent work and economic growth", 10, Some('b')),
    goal("産業と技術革新の基盤をつくろう", "Industry, innovation and infrastructure", 5, Some('c')),
    goal("人や国の不平等をなくそう", "Reduced inequalities", 7, Some('c')),
    goal("住み続けられるまちづくりを", "Sustainable cities and communities", 7, Some('c')),
    goal("つくる責任 つかう責任", "Responsible consumption and production", 8, Some('c')),
    goal("気候変動に具体的な対策を", "Climate action", 3, Some('b')),
    goal("海の豊かさを守ろう", "Life below water", 7, Some('c')),
    goal("陸の豊かさも守ろう", "Life on land", 9, Some('c')),
    goal("平和と公正をすべての人に", "Peace, justice and strong institutions", 10, Some('b')),
    goal("パートナーシップで目標を達成しよう", "Partnerships for the goals", 19, None),
];

const fn goal(ja: &'static str, en: &'static str, numbers: u8, last_letter: Option<char>) -> Goal {
    Goal { ja, en, numbers, last_letter }
}

impl SdgsTarget {
    /// Reads `17.14`, `11.a` or, for a goal as a whole, `17`. Only what exists can be read.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (goal, part) = match text.split_once('.') {
            None => (text, Part::Whole),
            Some((goal, part)) => (goal, Part::parse(part)?),
        };
        let goal = plain_number(goal)?;
        let known = GOALS.get(usize::from(goal).checked_sub(1)?)?;
        let exists = match part {
            Part::Whole => true,
            Part::Number(number) => number <= known.numbers,
            Part::Letter(letter) => known.last_letter.is_some_and(|last| letter <= last),
        };
        exists.then_some(Self { goal, part })
    }

    /// What was meant by `１７．１４`, `17-14` or `目標17`: the same numbers in another dress, never other numbers.
    pub(crate) fn guess(text: &str) -> Option<Self> {
        Self::parse(&undress(text))
    }

    /// The target that an indicator belongs to: 5.5 for 5.5.1.
    pub(crate) fn of_indicator(text: &str) -> Option<Self> {
        let text = undress(text);
        let (target, number) = text.rsplit_once('.')?;
        plain_number(number)?;
        Self::parse(target).filter(|target| !target.is_goal())
    }

    /// The goal that this is, or that it belongs to, as a whole.
    pub(crate) fn whole_goal(self) -> Self {
        Self { part: Part::Whole, ..self }
    }

    pub(crate) fn is_goal(self) -> bool {
        self.part == Part::Whole
    }

    /// The goal's name in Japanese.
    pub(crate) fn goal_name_ja(self) -> &'static str {
        self.known().ja
    }

    /// The goal's name in English.
    pub(crate) fn goal_name_en(self) -> &'static str {
        self.known().en
    }

    fn known(self) -> &'static Goal {
        &GOALS[usize::from(self.goal) - 1]
    }
}

impl Part {
    fn parse(text: &str) -> Option<Self> {
        match plain_number(text) {
            Some(number) => Some(Self::Number(number)),
            None => text.parse().ok().filter(char::is_ascii_lowercase).map(Self::Letter),
        }
    }
}

/// The numbers of a target in their usual dress, without the words around them: `17.14` for ターゲット１７－１４.
fn undress(text: &str) -> String {
    let dressed = |c: char| match c {
        '-' | '‐' | '‑' | '–' | '−' | 'ー' | '・' | '。' | ',' | '_' | 'の' => '.',
        c => c.to_ascii_lowercase(),
    };
    let text: String = text.nfkc().map(dressed).collect();
    let words = |c: char| !c.is_ascii_digit();
    let behind = |c: char| !c.is_ascii_alphanumeric();
    // A minus is no dress.
    let signed = text.trim_start().starts_with('.');
    let numbers = if signed { &text } else { text.trim_start_matches(words).trim_end_matches(behind) };
    numbers.replace(". ", ".").replace(" .", ".")
}

/// A number from 1, written as the United Nations do: no sign, no zero in front.
fn plain_number(text: &str) -> Option<u8> {
    let legal = text.chars().all(|c| c.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| legal)
}

impl fmt::Display for SdgsTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Whole => write!(f, "{}", self.goal),
            Part::Number(number) => write!(f, "{}.{number}", self.goal),
            Part::Letter(letter) => write!(f, "{}.{letter}", self.goal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every target, in order.
    fn targets() -> impl Iterator<Item = SdgsTarget> {
        (1u8..).zip(&GOALS).flat_map(|(goal, known)| {
            let numbers = (1..=known.numbers).map(Part::Number);
            let letters = known.last_letter.into_iter().flat_map(|last| ('a'..=last).map(Part::Letter));
            numbers.chain(letters).map(move |part| SdgsTarget { goal, part })
        })
    }

    #[test]
    fn there_are_169_targets_and_each_reads_as_itself() {
        assert_eq!(targets().count(), 169);
        for target in targets() {
            assert_eq!(SdgsTarget::parse(&target.to_string()), Some(target));
        }
    }

    #[test]
    fn seventeen_ten_is_not_seventeen_one() {
        let target = |text| SdgsTarget::parse(text).map(|it| it.to_string());
        assert_eq!(target("17.10").as_deref(), Some("17.10"));
        assert_eq!(target("17.1").as_deref(), Some("17.1"));
        assert!(SdgsTarget::parse("8.9") < SdgsTarget::parse("8.10"));
        assert!(SdgsTarget::parse("8.10") < SdgsTarget::parse("8.a"));
    }

    #[test]
    fn other_dress_is_understood_and_other_numbers_are_not() {
        let guess = |text| SdgsTarget::guess(text).map(|it| it.to_string());
        for text in
            ["１７．１４", "17-14", "ターゲット17.14", "17。14", "SDGs 17.14", "17. 14", "17.14（官民連携）"]
        {
            assert_eq!(guess(text).as_deref(), Some("17.14"), "{text}");
        }
        assert_eq!(guess("目標17").as_deref(), Some("17"));
        assert_eq!(guess("11.A").as_deref(), Some("11.a"));
        for text in
            ["17.20", "18", "0", "5.d", "1 7", "1、2", "5.5、17.14", "-5.5", "5.5.1", "目標", "1x7", ""]
        {
            assert_eq!(guess(text), None, "{text}");
        }
    }

    #[test]
    fn an_indicator_is_told_from_a_target() {
        let target = |text| SdgsTarget::of_indicator(text).map(|it| it.to_string());
        assert_eq!(target("5.5.1").as_deref(), Some("5.5"));
        assert_eq!(target("17-14-1").as_deref(), Some("17.14"));
        assert_eq!(target("11.a.1").as_deref(), Some("11.a"));
        for text in ["5.5", "17.20.1", "5.5.1.1", "5.5.0", "17", "5.1.", ""] {
            assert_eq!(target(text), None, "{text}");
        }
    }

    #[test]
    fn what_does_not_exist_cannot_be_read() {
        for text in ["0", "18", "17.20", "17.a", "1.c", "5.5.1", "17.01", "+1", "1.A", "", "1."] {
            assert_eq!(SdgsTarget::parse(text), None, "{text}");
        }
    }
}
