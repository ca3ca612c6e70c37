//! The picture of the site.

use serde::Serialize;

use crate::picture::{HEIGHT, Setting, WIDTH, set};
use crate::site::{Address, Site};

/// The variable of the template `picture.svg`.
#[derive(Debug, Serialize)]
pub(crate) struct PictureView {
    /// The plan's title.
    pub(crate) title: LinesView,
    /// The publisher.
    pub(crate) organization: LinesView,
    /// The plan's years.
    pub(crate) period: LinesView,
}

/// A text that was measured and broken into lines.
#[derive(Debug, Serialize)]
pub(crate) struct LinesView {
    /// Of the letters, in pixels.
    pub(crate) size: u16,
    pub(crate) lines: Vec<String>,
}

/// Where the picture is, for whoever shows a page elsewhere.
#[derive(Debug, Serialize)]
pub(crate) struct PictureLink {
    /// The whole address.
    pub(crate) url: String,
    /// What can be read in it.
    pub(crate) alt: String,
    pub(crate) width: u16,
    pub(crate) height: u16,
}

/// How wide a text may be, and the publisher's name, which has a sign beside it.
const TEXT: u16 = WIDTH - 2 * 80;
const BESIDE_SIGN: u16 = TEXT - 240;

/// Sizes, the largest first, and how many lines each may have.
const TITLE: [(u16, usize); 7] = [(104, 2), (88, 2), (76, 3), (66, 3), (58, 4), (50, 4), (42, 5)];
const BESIDE: [(u16, usize); 4] = [(44, 1), (36, 1), (30, 1), (24, 2)];

impl Site {
    /// What stands in the picture.
    pub(crate) fn picture_view(&self) -> PictureView {
        let period = self.wording().years(self.plan.period);
        PictureView {
            title: LinesView::of(&self.plan.title, TEXT, &TITLE),
            organization: LinesView::of(&self.plan.organization.name, BESIDE_SIGN, &BESIDE),
            period: LinesView::of(&period, TEXT, &BESIDE),
        }
    }

    pub(super) fn picture_link(&self, picture: &Address) -> PictureLink {
        let period = self.wording().years(self.plan.period);
        let gaps = [
            ("site", self.plan.title.as_str()),
            ("organization", self.plan.organization.name.as_str()),
            ("period", period.as_str()),
        ];
        PictureLink {
            url: self.base.of(picture),
            alt: self.words.filled("picture_alt", &gaps),
            width: WIDTH,
            height: HEIGHT,
        }
    }
}

/// The name of its file in the theme.
pub(crate) const PICTURE: &str = "picture.png";

impl LinesView {
    fn of(text: &str, width: u16, sizes: &[(u16, usize)]) -> Self {
        let Setting { size, lines } = set(text, width, sizes);
        Self { size, lines }
    }
}
