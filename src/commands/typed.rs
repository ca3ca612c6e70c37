//! What people type who are asked, or behind a flag: read leniently, refused with what to write instead, in both languages.

use crate::content::written::{YearSpan, has_user, is_base_address};
use crate::japanese;
use crate::language::Language;
use crate::plan::{FiscalYear, Id, Years};
use crate::scaffold::Code;

/// A name, a title: one line of words.
pub(super) fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    match text.chars().any(char::is_control) {
        _ if text.is_empty() => Err("空です / nothing is written".to_owned()),
        true => Err("使えない文字（制御文字）があります / there is a control character in it".to_owned()),
        false => Ok(text.to_owned()),
    }
}

/// 1-3, in digits and dashes of any width.
pub(super) fn id(text: &str) -> Result<Id, String> {
    let parts = text.trim().split(japanese::is_dash).map(japanese::number).collect::<Option<Vec<_>>>();
    parts.map(Id::new).ok_or_else(|| "1-3 のように書いてください / write it as 1-3".to_owned())
}

pub(super) fn code(text: &str) -> Result<Code, String> {
    Code::parse(text)
}

/// Nothing is an answer too.
pub(super) fn code_or_none(text: &str) -> Result<Option<Code>, String> {
    if text.is_empty() { Ok(None) } else { code(text).map(Some) }
}

/// 2027-2030, 令和9～12年度.
pub(super) fn period(text: &str) -> Result<Years, String> {
    if let Some(span) = YearSpan::meant(text) {
        return Ok(Years { first: FiscalYear(span.first), last: FiscalYear(span.last) });
    }
    Err(match YearSpan::reversed(text) {
        Some(span @ YearSpan { first, last }) => format!(
            "初めの年度（{last}）が終わりの年度（{first}）より後です。{span} と書いてください / it begins with {last} and ends with {first}, which is before it: write {span}"
        ),
        None => "2027-2030 のように書いてください / write it as 2027-2030".to_owned(),
    })
}

/// Names with commas between them.
pub(super) fn levels(text: &str) -> Result<Levels, String> {
    let levels = japanese::parts(text, &[]).into_iter().map(words).collect::<Result<Vec<_>, _>>()?;
    let mut others = levels.iter().enumerate().map(|(nth, level)| (level, &levels[..nth]));
    if let Some((twice, _)) = others.find(|(level, before)| before.contains(level)) {
        return Err(format!(
            "「{twice}」が 2 つあります。段には別々の名前を付けてください / “{twice}” stands there twice: call each level by another name"
        ));
    }
    if (1..=MOST_LEVELS).contains(&levels.len()) {
        Ok(Levels(levels))
    } else {
        Err(format!(
            "1 つから {MOST_LEVELS} つまで、コンマで区切って書いてください / write one to {MOST_LEVELS}, with commas between them"
        ))
    }
}

/// What the levels of a plan are called.
#[derive(Clone, Debug)]
pub(super) struct Levels(pub(super) Vec<String>);

/// More folders in each other than any plan has.
const MOST_LEVELS: usize = 8;

pub(super) fn language(text: &str) -> Result<Language, String> {
    match text.trim().to_ascii_lowercase().as_str() {
        "ja" | "日本語" => Ok(Language::Japanese),
        "en" | "english" => Ok(Language::English),
        _ => Err("ja か en と書いてください / write ja or en".to_owned()),
    }
}

/// How many threads are to work.
pub(super) fn threads(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST_THREADS).contains(number));
    number.ok_or_else(|| {
        format!("1 から {MOST_THREADS} までの数を書いてください / write a number from 1 to {MOST_THREADS}")
    })
}

/// More threads than any machine has use for take longer to start than they work.
const MOST_THREADS: u16 = 256;

pub(super) fn web_address(text: &str) -> Result<String, String> {
    let text = text.trim();
    if is_base_address(text) {
        Ok(text.to_owned())
    } else if has_user(text) {
        Err("利用者名やパスワード（@ の前）を除いて書いてください。サイトの全ページに載ってしまいます / leave out what stands before the @: every page would show it".to_owned())
    } else {
        Err("https://… または http://… と書いてください (write an address)".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_keyboard_is_used() {
        assert_eq!(id("1-3").unwrap(), Id::new(vec![1, 3]));
        assert_eq!(id("１ー３").unwrap(), id("1-③").unwrap());
        assert_eq!(period("２０２７～２０３０年度").unwrap(), period("令和9-12").unwrap());
        assert_eq!(levels("基本目標、施策，取組").unwrap().0, ["基本目標", "施策", "取組"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for reversed in ["2030-2027", "令和12～令和9年度", "2030年度から2027年度まで"] {
            let advice = period(reversed).unwrap_err();
            assert!(advice.contains("（2030）") && advice.contains("2027-2030 と"), "{advice}");
        }
        assert!(levels("目標、施策, 目標").unwrap_err().contains("「目標」"));
        for address in ["https://user:secret@plan.example.jp/", "https://user@plan.example.jp"] {
            let advice = web_address(address).unwrap_err();
            assert!(advice.contains("パスワード") && !advice.contains("secret"), "{advice}");
        }
        assert!(web_address("https://plan.example.jp/@city").is_ok());
    }

    #[test]
    fn what_says_nothing_is_refused() {
        assert!(words(" ").is_err() && words("a\nb").is_err());
        assert!(id("").is_err() && id("1-").is_err() && id("a").is_err());
        assert!(period("").is_err());
        assert!(levels("、").is_err() && levels("1,2,3,4,5,6,7,8,9").is_err());
        assert!(language("fr").is_err() && web_address("plan.example.jp").is_err());
    }
}
