//! `«name»` in a template, and lines that are for one use of it alone.

use std::collections::BTreeMap;

/// What stands for a name, as YAML where it stands in YAML.
pub(super) type Values = BTreeMap<&'static str, String>;

/// What a template is filled in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// To be read, as part of a site that shows what there can be: examples are content.
    Sample,
    /// To be written on: examples are comments.
    New,
}

/// A template with its values. `«name|A»` is A where there is none; another name without one stays as it is.
pub(super) fn fill(template: &str, values: &Values, purpose: Use) -> String {
    let lines = template.lines().filter_map(|line| kept(line, purpose));
    lines.fold(String::new(), |filled, (mark, line)| filled + mark + &with_values(line, values) + "\n")
}

/// A line as this use has it, with what comes before it.
fn kept(line: &str, purpose: Use) -> Option<(&'static str, &str)> {
    let marked = |mark: &str| line.strip_prefix(mark);
    match purpose {
        Use::Sample if marked("«new»").is_some() => None,
        Use::New if marked("«sample»").is_some() => None,
        Use::New if let Some(line) = marked("«example»") => Some(("# ", line)),
        _ => Some(("", ["«new»", "«sample»", "«example»"].into_iter().find_map(marked).unwrap_or(line))),
    }
}

/// A value is not looked through again: it may be anything.
fn with_values(line: &str, values: &Values) -> String {
    let (mut filled, mut rest) = (String::new(), line);
    while let Some((before, name, behind)) = place(rest) {
        filled.push_str(before);
        let (name, default) =
            name.split_once('|').map_or((name, None), |(name, default)| (name, Some(default)));
        match values.get(name).map(String::as_str).or(default) {
            Some(value) => filled.push_str(value),
            None => filled.extend(["«", name, "»"]),
        }
        rest = behind;
    }
    filled + rest
}

/// The first place for a value: what stands before it, its name, and what stands behind.
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('«')?;
    let (name, behind) = rest.split_once('»')?;
    Some((before, name, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "a: «a»\n«new»b: []\n«example»b: [«a», «a»]\n«sample»c\n";

    #[test]
    fn a_sample_shows_what_a_new_file_explains() {
        let values = Values::from([("a", "1".to_owned())]);
        assert_eq!(fill(TEMPLATE, &values, Use::Sample), "a: 1\nb: [1, 1]\nc\n");
        assert_eq!(fill(TEMPLATE, &values, Use::New), "a: 1\nb: []\n# b: [1, 1]\n");
    }

    #[test]
    fn a_value_is_no_template() {
        let values = Values::from([("a", "«a» «b»".to_owned())]);
        assert_eq!(fill("«a»«c»«d|[e]»", &values, Use::New), "«a» «b»«c»[e]\n");
    }
}
