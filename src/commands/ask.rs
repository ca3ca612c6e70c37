//! Questions on the terminal, each with an answer that Enter gives.

use std::io::{BufRead, Write};

use anyhow::{Context, Error, Result, bail};

/// Where questions are put, and answers come from.
pub(super) struct Conversation<R, W> {
    /// Without it every question has its default.
    pub(super) is_asked: bool,
    pub(super) from: R,
    pub(super) to: W,
}

impl<R: BufRead, W: Write> Conversation<R, W> {
    /// What is given already, or else what is answered; asks until it can be read. No answer is the default.
    pub(super) fn ask<T>(
        &mut self,
        given: Option<T>,
        question: &str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T> {
        if let Some(given) = given {
            return Ok(given);
        }
        if !self.is_asked {
            return read(default).map_err(Error::msg);
        }
        loop {
            let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
            write!(self.to, "{question}{shown}: ")?;
            self.to.flush()?;
            let mut line = Vec::new();
            let read_line = self.from.read_until(b'\n', &mut line);
            if read_line.context("入力を読めません / the answer cannot be read")? == 0 {
                bail!(
                    "入力が終わったので、やめました。何も書いていません / there are no more answers; nothing was written"
                );
            }
            let answer = std::str::from_utf8(&line).map(str::trim).map_err(|_| NOT_UTF8.to_owned());
            match answer.and_then(|answer| read(if answer.is_empty() { default } else { answer })) {
                Ok(answer) => return Ok(answer),
                Err(advice) => writeln!(self.to, "  {advice}")?,
            }
        }
    }
}

/// What is said of an answer in `Shift_JIS`, as some terminals of Windows send it. Guessing might put other characters into every page.
const NOT_UTF8: &str = "文字が UTF-8 ではないので読めません。端末の文字コードを UTF-8 にするか（Windows では chcp 65001）、--name などのオプションで指定してください / this is not in UTF-8: set the terminal to it, or use --name and the other flags";

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(answers: &str, default: &str) -> (Result<Option<u8>>, String) {
        let mut told = Vec::new();
        let mut conversation = Conversation { is_asked: true, from: answers.as_bytes(), to: &mut told };
        let read = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| "a number".to_owned()),
        };
        let answer = conversation.ask(None, "How many", default, read);
        (answer, String::from_utf8(told).unwrap())
    }

    #[test]
    fn enter_gives_the_default() {
        let (answer, told) = asked("\n", "3");
        assert_eq!((answer.unwrap(), told.as_str()), (Some(3), "How many [3]: "));
        assert_eq!(asked("\r\n", "").0.unwrap(), None);
    }

    #[test]
    fn what_cannot_be_read_is_asked_again() {
        let (answer, told) = asked("many\n 5 \n", "");
        assert_eq!((answer.unwrap(), told.as_str()), (Some(5), "How many:   a number\nHow many: "));
    }

    #[test]
    fn an_answer_in_shift_jis_is_asked_for_again() {
        let mut told = Vec::new();
        let answers: &[u8] = b"\x89\xcb\x8b\xf3\x8es\n\xe6\x9e\xb6\xe7\xa9\xba\xe5\xb8\x82\r\n";
        let mut conversation = Conversation { is_asked: true, from: answers, to: &mut told };
        let answer = conversation.ask(None, "Name", "", |text| Ok(text.to_owned()));
        assert_eq!(answer.unwrap(), "架空市");
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("UTF-8 ではないので") && told.matches("Name: ").count() == 2, "{told}");
    }

    #[test]
    fn where_nobody_answers_nothing_is_asked_for_ever() {
        assert!(asked("many\n", "3").0.is_err());
    }

    #[test]
    fn what_is_given_is_not_asked_for() {
        let mut silent = Conversation { is_asked: false, from: std::io::empty(), to: std::io::sink() };
        let read = |text: &str| text.parse::<u8>().map_err(|error| error.to_string());
        assert_eq!(silent.ask(Some(1), "", "3", read).unwrap(), 1);
        assert_eq!(silent.ask(None, "", "3", read).unwrap(), 3);
    }
}
