//! The font: a subset of `BIZ UDPGothic Bold`; `fonts/README.md` tells how it was made.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

pub(super) static BYTES: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Bold.subset.ttf");

pub(super) const FAMILY: &str = "BIZ UDPGothic";

/// What stands for a character that is not there (ゲタ).
const MISSING: char = '〓';

static FONT: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(BYTES).ok());

/// The width of a character, as a part of the font's size. Text is never wider than its characters: nothing is put apart.
pub(super) fn width(c: char) -> f32 {
    let measured = FONT.as_ref().and_then(|font| {
        let one = GlyphMetrics::new(font, Size::new(1.0), LocationRef::default());
        one.advance_width(font.charmap().map(c)?)
    });
    measured.unwrap_or(1.0)
}

/// A text of which every character can be drawn.
pub(super) fn drawable(text: &str) -> String {
    let has = |c: char| FONT.as_ref().is_some_and(|font| font.charmap().map(c).is_some());
    text.chars().map(|c| if has(c) { c } else { MISSING }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cities_can_be_drawn() {
        for name in [
            "郡山市",
            "南丹市",
            "塩竈市",
            "葛󠄀城市",
            "Greenford 2026–2029",
            "〇〇市（①・Ⅳ）",
            "髙﨑",
            "頴娃町",
            "匝瑳市",
        ] {
            let name = name.replace('\u{E0100}', "");
            assert_eq!(drawable(&name), name);
        }
    }

    #[test]
    fn a_character_that_is_not_there_leaves_a_sign() {
        assert_eq!(drawable("𠮷野家"), "〓野家");
    }

    #[test]
    fn a_kanji_is_as_wide_as_high_and_an_i_is_not() {
        assert!((width('郡') - 1.0).abs() < 0.01 && width('i') < 0.5, "{} {}", width('郡'), width('i'));
    }
}
