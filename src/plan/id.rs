//! The numbers that name a section or an initiative: 1-3-1.

use std::fmt;

/// The numbers from the top of the plan down. The numbers of a level may restart in every section; together they are unique.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id(Vec<u32>);

/// Numbers that Unicode has in a circle: ① to ⑳, ㉑ to ㉟, ㊱ to ㊿.
const CIRCLED: [(u32, u32, u32); 3] = [(1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)];

impl Id {
    pub(crate) fn new(numbers: Vec<u32>) -> Self {
        Self(numbers)
    }

    /// The last of the numbers, which is the section's or initiative's own.
    pub(crate) fn number(&self) -> u32 {
        self.0.last().copied().unwrap_or_default()
    }

    /// How many numbers it has: 1 at the top.
    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    /// What has this number in the section of this id.
    pub(crate) fn within(&self, number: u32) -> Self {
        Self(self.0.iter().copied().chain([number]).collect())
    }

    /// The section around it.
    pub(crate) fn above(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        (!above.is_empty()).then(|| Self(above.to_vec()))
    }

    /// Whether this is the id of something in the section of that id.
    pub(crate) fn is_within(&self, section: &Self) -> bool {
        self.0.len() > section.0.len() && self.0.starts_with(&section.0)
    }

    /// As Japanese plans print it, the last number in a circle: 1-3-①. Beyond ㊿ there are no circles.
    pub(crate) fn circled(&self) -> String {
        let number = self.number();
        let block = CIRCLED.iter().find(|(first, last, _)| (first..=last).contains(&&number));
        let circle = block.and_then(|(first, _, start)| char::from_u32(start + number - first));
        match (circle, self.above()) {
            (Some(circle), None) => circle.to_string(),
            (Some(circle), Some(above)) => format!("{above}-{circle}"),
            (None, _) => self.to_string(),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, number) in self.0.iter().enumerate() {
            f.write_str(if position == 0 { "" } else { "-" })?;
            number.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles() {
        let circled = |numbers: &[u32]| Id::new(numbers.to_vec()).circled();
        assert_eq!(circled(&[1, 3, 1]), "1-3-①");
        assert_eq!(circled(&[2, 21]), "2-㉑");
        assert_eq!(circled(&[50]), "㊿");
        assert_eq!(circled(&[1, 51]), "1-51");
    }
}
