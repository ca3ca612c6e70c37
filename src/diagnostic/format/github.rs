//! Workflow commands of GitHub Actions: «Workflow commands for GitHub Actions», docs.github.com.

use super::told::Told;

pub(super) fn write(told: &[Told], folder: &str) -> String {
    told.iter().map(|told| command(told, folder)).collect()
}

fn command(told: &Told, folder: &str) -> String {
    let Told { code, severity, message, line, column, .. } = told;
    // GitHub calls the mildest «notice», and counts the last column as one that is meant.
    let level = if *severity == "note" { "notice" } else { severity };
    let end = told.end_column.max(column + 1) - 1;
    let path = property(&format!("{folder}{}", told.path));
    let (title, text) = (property(&format!("{code} {message}")), data(&told.advice()));
    format!("::{level} file={path},line={line},col={column},endColumn={end},title={title}::{text}\n")
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(property("a,b: 10%\n"), "a%2Cb%3A 10%25%0A");
        assert_eq!(data("a,b: 10%\n"), "a,b: 10%25%0A");
    }
}
