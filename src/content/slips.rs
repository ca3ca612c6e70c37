//! Why a value cannot be read: the slips that make a parser give up, found in the value itself.
//!
//! A parser notices a bracket or a quotation mark that was left open where the text ends, and calls the rest by names that
//! help nobody. Here a value is walked from its beginning, and the first thing that cannot be right is what is told.

use std::ops::Range;

use super::lines::{self, Slip, first_line};
use crate::diagnostic::{Diagnostic, Rule, rules};
use crate::source::FileId;

/// A slip in a value, and the words that belong into the rule's sentence.
#[derive(Debug)]
pub(super) struct Cause {
    pub(super) slip: Slip,
    /// What was written, as it has to be written.
    quoted: Option<String>,
    /// The character that is to blame.
    sign: Option<char>,
}

/// Characters that begin something else than a text.
const SIGNS: [char; 8] = ['@', '`', '%', '|', '>', ',', ']', '}'];

/// Quotation marks of texts, which mean nothing to YAML.
pub(super) const CURLY: [char; 10] = ['“', '”', '„', '‟', '＂', '‘', '’', '‚', '‛', '＇'];

/// A text as a quoted one.
pub(super) fn quote(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// The first slip of a value, which begins where the text does and may go on for lines.
pub(super) fn find(text: &str) -> Option<Cause> {
    if let Some((end, right)) = lines::wide_block(text) {
        let slip = Slip { rule: &rules::WIDE_BLOCK, at: 0..end };
        return Some(Cause { slip, quoted: Some(right), sign: None });
    }
    let line = uncommented(first_line(text));
    match text.chars().next()? {
        '"' | '\'' => {
            let end = match close_quote(text, 0) {
                Ok(end) => end,
                Err(cause) => return Some(cause),
            };
            behind(text, end)
        }
        '[' | '{' => Flow { text, at: 0, open: Vec::new() }.walk(),
        '-' if line == "-" => Some(slip(&rules::DASH, 0..1).quoted(line)),
        sign @ ('-' | '?') if line[1..].starts_with(' ') => {
            Some(slip(&rules::SIGN, 0..line.len()).quoted(line).sign(sign))
        }
        '|' | '>' if lines::is_block_header(line) => None,
        first if sign_rule(first).is_some() => sign_slip(line, 0),
        _ => {
            let colon = find_colon(line)?;
            Some(slip(&rules::SECOND_COLON, colon..colon + 1).quoted(line))
        }
    }
}

/// Which rule a value breaks that begins with a sign of YAML's own: `*1 注意` is no text to it.
fn sign_rule(first: char) -> Option<&'static Rule> {
    match first {
        '&' | '*' => Some(&rules::ANCHOR),
        '!' => Some(&rules::TAG),
        _ => SIGNS.contains(&first).then_some(&rules::SIGN),
    }
}

/// The slip of a value that begins with such a sign, at `start`.
fn sign_slip(value: &str, start: usize) -> Option<Cause> {
    let sign = value.chars().next()?;
    // A star is the key of a redirect for all there was.
    if value.starts_with("*: ") {
        return Some(slip(&rules::ANCHOR, start..start + 1).quoted("*").sign(sign));
    }
    Some(slip(sign_rule(sign)?, start..start + value.len()).quoted(value).sign(sign))
}

fn slip(rule: &'static Rule, at: Range<usize>) -> Cause {
    Cause { slip: Slip { rule, at }, quoted: None, sign: None }
}

impl Cause {
    /// The slip in a value that begins at `start` of its file.
    pub(super) fn diagnostic(self, file: FileId, start: usize) -> Diagnostic {
        let Slip { rule, at } = self.slip;
        let mut diagnostic = Diagnostic::new(rule, file.place(start + at.start..start + at.end));
        if let Some(sign) = self.sign {
            diagnostic = diagnostic.with("sign", &sign);
        }
        if rule == &rules::OPEN_BRACKET {
            diagnostic = diagnostic.with("closing", if self.sign == Some('[') { "]" } else { "}" });
        }
        let Some(whole) = self.quoted else { return diagnostic };
        // Where the place is that of the whole, it can be shown as it has to be.
        let shown =
            [&rules::DASH, &rules::SIGN, &rules::ANCHOR, &rules::TAG, &rules::WIDE_BLOCK, &rules::WIDE_COMMA];
        if shown.contains(&rule) { diagnostic.suggest(Some(whole)) } else { diagnostic.with("whole", &whole) }
    }

    fn quoted(mut self, text: &str) -> Self {
        self.quoted = Some(quote(text));
        self
    }

    fn sign(mut self, sign: char) -> Self {
        self.sign = Some(sign);
        self
    }
}

/// A line without the comment at its end, and without spaces there.
fn uncommented(line: &str) -> &str {
    line.find(" #").map_or(line, |comment| &line[..comment]).trim_end()
}

/// The colon that makes a key of what stands before it.
fn find_colon(line: &str) -> Option<usize> {
    line.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| matches!(line.as_bytes().get(at + 1), None | Some(b' ' | b'\t')))
}

/// Where the quotation ends that begins at `start`. One that is closed with a mark of texts was not closed.
fn close_quote(text: &str, start: usize) -> Result<usize, Cause> {
    let mark = if text[start..].starts_with('"') { '"' } else { '\'' };
    let mut characters = text[start + 1..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let doubled = mark == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'');
        match c {
            '\\' if mark == '"' => _ = characters.next(),
            c if c == mark && doubled => _ = characters.next(),
            c if c == mark => return Ok(start + 1 + at + 1),
            _ => {}
        }
    }
    let line = first_line(&text[start..]);
    let closes = |(at, curly): &(usize, &str)| {
        let rest = line[at + curly.len()..].trim_start();
        rest.is_empty() || rest.starts_with([',', ']', '}', '#'])
    };
    Err(match line.match_indices(CURLY).find(closes) {
        Some((at, curly)) => {
            slip(&rules::CURLY_QUOTE, start + at..start + at + curly.len()).quoted(line[1..at].trim())
        }
        None => slip(&rules::OPEN_QUOTE, start..start + 1),
    })
}

/// What stands on the line behind a quotation or bracket that was closed.
fn behind(text: &str, end: usize) -> Option<Cause> {
    let rest = first_line(&text[end..]);
    let space = rest.len() - rest.trim_start().len();
    let stray = uncommented(rest).trim_start();
    let comment = stray.is_empty() || (space > 0 && stray.starts_with('#'));
    let at = end + space..end + space + stray.len();
    if !comment && stray.trim_end_matches([']', '}']).trim_end().is_empty() && text.starts_with(['[', '{']) {
        return Some(slip(&rules::EXTRA_BRACKET, at));
    }
    (!comment).then(|| {
        let from = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let whole = text[from..end].trim_start().to_owned() + uncommented(rest);
        slip(&rules::BEHIND_CLOSED, at).quoted(&whole)
    })
}

/// A walk through `[…]` or `{…}`.
struct Flow<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Bracket>,
}

/// A bracket that was not closed yet.
struct Bracket {
    sign: char,
    at: usize,
    /// Whether the entry that is being read has had its colon.
    colon: bool,
}

impl Flow<'_> {
    fn walk(mut self) -> Option<Cause> {
        loop {
            let rest = self.text.get(self.at..)?;
            let Some(sign) = rest.chars().next() else { break };
            match sign {
                '[' | '{' => self.open.push(Bracket { sign, at: self.at, colon: false }),
                ']' | '}' => {
                    let bracket = self.open.pop()?;
                    if (bracket.sign == '[') != (sign == ']') {
                        return Some(
                            slip(&rules::OPEN_BRACKET, bracket.at..bracket.at + 1).sign(bracket.sign),
                        );
                    }
                    if self.open.is_empty() {
                        return behind(self.text, self.at + 1);
                    }
                    if let Some(cause) = self.stray(self.at + 1) {
                        return Some(cause);
                    }
                }
                ',' => self.open.last_mut()?.colon = false,
                ':' => self.open.last_mut()?.colon = true,
                '#' => self.at += first_line(rest).len().saturating_sub(1),
                c if c.is_whitespace() => {}
                _ => match self.token(sign) {
                    Ok(end) => self.at = end,
                    Err(cause) => return Some(cause),
                },
            }
            if !rest.starts_with(is_token) {
                self.at += sign.len_utf8();
            }
        }
        self.open.last().map(|open| slip(&rules::OPEN_BRACKET, open.at..open.at + 1).sign(open.sign))
    }

    /// Where a key or value ends that begins here.
    fn token(&mut self, first: char) -> Result<usize, Cause> {
        if matches!(first, '"' | '\'') {
            let end = close_quote(self.text, self.at)?;
            return self.stray(end).map_or(Ok(end), Err);
        }
        if first == '-' || sign_rule(first).is_some() {
            let token = self.whole_token();
            if token == "-" {
                return Err(slip(&rules::DASH, self.at..self.at + 1).quoted(token));
            }
            if let Some(cause) = sign_slip(token, self.at) {
                return Err(cause);
            }
        }
        let had_colon = self.open.last().is_some_and(|open| open.colon);
        let rest = &self.text[self.at..];
        let end = self.at + token_end(rest);
        if had_colon && self.text[end..].starts_with(':') {
            // `{name: 読者、target: 5件}`
            if let Some((comma, sign)) = rest[..end - self.at].match_indices(['、', '，']).next_back() {
                let at = self.at + comma..self.at + comma + sign.len();
                let cause = slip(&rules::WIDE_COMMA, at);
                return Err(Cause { quoted: Some(", ".to_owned()), sign: sign.chars().next(), ..cause });
            }
            return Err(slip(&rules::SECOND_COLON, end..end + 1).quoted(self.whole_token()));
        }
        Ok(end.max(self.at + first.len_utf8()))
    }

    /// All that stands before the next comma or closing bracket. Where brackets stand in brackets, that may be far.
    fn whole_token(&self) -> &str {
        let rest = &self.text[self.at..];
        uncommented(&rest[..rest.find([',', ']', '}', '\n']).unwrap_or(rest.len())])
    }

    /// What stands behind something closed inside of brackets, where only a comma or another bracket may.
    fn stray(&self, end: usize) -> Option<Cause> {
        let rest = &self.text[end..];
        let stray = rest.trim_start_matches([' ', '\t']);
        if stray.is_empty() || stray.starts_with([',', ']', '}', ':', '#', '\n']) {
            return None;
        }
        let start = end + rest.len() - stray.len();
        let stray = uncommented(&stray[..stray.find([',', ']', '}', '\n']).unwrap_or(stray.len())]);
        let whole = self.text.get(self.at..start + stray.len())?;
        Some(slip(&rules::BEHIND_CLOSED, start..start + stray.len()).quoted(whole))
    }
}

/// Where a key, or a value without one, ends: at a colon that makes it a key, a comma, a closing bracket, a comment.
fn token_end(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        match c {
            ',' | ']' | '}' | '\n' => return text[..at].trim_end().len(),
            ' ' if next == Some('#') => return text[..at].trim_end().len(),
            ':' if matches!(next, None | Some(' ' | '\t' | '\n')) => return at,
            _ => {}
        }
    }
    text.trim_end().len()
}

/// Whether a key or value begins with a character, rather than a sign between them.
fn is_token(c: char) -> bool {
    !(c.is_whitespace() || "[]{},:#".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Option<(&str, &str)>) {
        let found = find(value).map(|cause| (cause.slip.rule.code, value[cause.slip.at].to_owned()));
        let found = found.as_ref().map(|(code, at)| (*code, at.as_str()));
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn slips() {
        check("\"行政", Some(("K208", "\"")));
        check("'行政’", Some(("K214", "’")));
        check("行政: 改革", Some(("K215", ":")));
        check("[市民課, {a: b]", Some(("K216", "{")));
        check("[市民課, [人事課", Some(("K216", "[")));
        check("\"行政\"の改革 # 覚え書き", Some(("K217", "の改革")));
        check("[新規] 窓口改革", Some(("K217", "窓口改革")));
        check("[市民課]]", Some(("K224", "]")));
        check("[\"新\"規, 窓口]", Some(("K217", "規")));
        check("-", Some(("K218", "-")));
        check("{value: -, year: 2024}", Some(("K218", "-")));
        check("｜", Some(("K225", "｜")));
        check("＞－ # 覚え書き", Some(("K225", "＞－")));
        check(">5人", Some(("K219", ">5人")));
        check("- 5人 -", Some(("K219", "- 5人 -")));
        check("*1 注意", Some(("K202", "*1 注意")));
        check("*: index.html", Some(("K202", "*")));
        check("& 市民 # 覚え書き", Some(("K202", "& 市民")));
        check("[市民課, **太字** 課]", Some(("K202", "**太字** 課")));
        check("!<新 規", Some(("K203", "!<新 規")));
        check("{name: @広報, target: 5}", Some(("K219", "@広報")));
        check("{name: 行政: 改革, target: 5}", Some(("K215", ":")));
        check("{name: 読者、target: 5}", Some(("K226", "、")));
        check("[市民課, \"人事課]", Some(("K208", "\"")));
    }

    #[test]
    fn brackets_in_brackets_are_walked_once() {
        let open = "{a: ".repeat(100_000);
        let found = find(&open).map(|cause| (cause.slip.rule.code, cause.slip.at.start));
        assert_eq!(found, Some(("K216", open.len() - 4)));
    }

    #[test]
    fn what_is_right() {
        let right = [
            "行政",
            "|",
            ">-",
            "｜行政",
            "＞5人",
            "[a, \"b\", 'c''d']",
            "{a: {b: [c]}, \"d\": e} # f",
            "\"a\\\"b\" # c",
        ];
        for value in
            right.into_iter().chain(["[\n  a, # b\n  {c: d}\n]", "https://a.example/", "{a: b:c}", ""])
        {
            check(value, None);
        }
    }

    #[test]
    fn quotes() {
        assert_eq!(quote("行政: 改革"), "\"行政: 改革\"");
        assert_eq!(quote("\"A\"と'B'"), "'\"A\"と''B'''");
    }
}
