//! 全国地方公共団体コード: five digits of a municipality, and one that checks them.

use crate::japanese;

/// A code whose last digit is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Code(String);

impl Code {
    /// The line of site.yaml for a code that nobody has.
    pub(super) const EXAMPLE: &'static str = "code: \"999997\"";

    /// A code of six digits of either width.
    ///
    /// # Errors
    ///
    /// What to write instead, in both languages.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let text: String = text.trim().chars().map(japanese::half_width).collect();
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() != text.chars().count() || !(5..=6).contains(&digits.len()) {
            return Err("6 桁の数字で書いてください / write six digits".to_owned());
        }
        let (first, check) = digits.split_at(5);
        let right = check_digit(first);
        match check.first() {
            Some(check) if *check == right => Ok(Self(text)),
            Some(_) => Err(format!(
                "{text} はコードではありません。5 桁目までが正しければ、6 桁目は {right} です / {text} is no code: if its first five digits are right, the sixth is {right}"
            )),
            None => Err(format!(
                "検査数字を付けて {text}{right} と書いてください / write {text}{right}, with the digit that checks it"
            )),
        }
    }

    /// As a line of site.yaml; without quotes a zero at its beginning would be lost in other programs.
    pub(super) fn line(&self) -> String {
        format!("code: \"{}\"", self.0)
    }
}

/// By «全国地方公共団体コード仕様» of the ministry: what eleven lacks of the remainder, its last digit.
fn check_digit(digits: &[u32]) -> u32 {
    let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_checks_the_others() {
        // 北海道, 札幌市, 東京都, 横浜市, 大阪市, 那覇市.
        for code in ["010006", "011002", "130001", "141003", "271004", "472018", "999997"] {
            assert_eq!(Code::parse(code), Ok(Code(code.to_owned())));
        }
        assert_eq!(Code::parse("０１１００２"), Code::parse("011002"));
        assert!(Code::parse("011003").unwrap_err().contains("6 桁目は 2"));
        assert!(Code::parse("01100").unwrap_err().contains("011002"));
        for text in ["", "1", "0110022", "01100a", "-11002"] {
            assert!(Code::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_example_is_a_code() {
        let digits: String = Code::EXAMPLE.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(Code::parse(&digits).unwrap().line(), Code::EXAMPLE);
    }
}
