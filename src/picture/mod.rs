//! Drawings: an SVG image becomes a PNG image, its text in the one font that is part of the program.
//!
//! Where a page is passed on, the picture of the site is shown beside it; those who show it take no SVG.

mod font;
mod lines;

pub(crate) use lines::{Setting, set};

use std::sync::{Arc, LazyLock};

use anyhow::{Context, Result, anyhow};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

/// As an image has to be for those who show it large.
pub(crate) const WIDTH: u16 = 1200;
pub(crate) const HEIGHT: u16 = 630;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_source(Source::Binary(Arc::new(font::BYTES)));
    Arc::new(fonts)
});

/// An SVG image as PNG, as large as wanted. It sees no file and no font but the program's own.
///
/// # Errors
///
/// When it is no SVG.
pub(crate) fn png(svg: &str, (width, height): (u16, u16)) -> Result<Vec<u8>> {
    let options =
        Options { font_family: font::FAMILY.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| anyhow!("{error}"))?;
    let mut pixels = Pixmap::new(width.into(), height.into()).context("an image without pixels")?;
    let (x, y) = (f32::from(width) / tree.size().width(), f32::from(height) / tree.size().height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| anyhow!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30'><rect width='30' height='30'/><text x='30' y='20'>計</text></svg>";

    #[test]
    fn an_image_has_the_size_that_is_wanted_and_always_the_same_bytes() -> Result<()> {
        let image = png(SVG, (120, 60))?;
        assert_eq!(image.get(16..24), Some(&[0, 0, 0, 120, 0, 0, 0, 60][..]));
        assert_eq!(image, png(SVG, (120, 60))?);
        Ok(())
    }

    #[test]
    fn text_is_drawn() -> Result<()> {
        assert_ne!(png(SVG, (120, 60))?, png(&SVG.replace('計', ""), (120, 60))?);
        Ok(())
    }

    #[test]
    fn what_is_no_svg_is_told() {
        assert!(png("<html>", (1, 1)).is_err());
    }
}
