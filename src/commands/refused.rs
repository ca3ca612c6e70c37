//! What is wrong with the arguments, in the words of this program: clap has English ones alone.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

/// What a person is told; `None` where clap's own words have to do.
pub(super) fn told(error: &Error) -> Option<String> {
    let advice = advice(error).map(|advice| format!("\n  {advice}")).unwrap_or_default();
    let usage = said(error, ContextKind::Usage).unwrap_or_default();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = if usage.is_empty() { String::new() } else { format!("\n使い方 (usage): {usage}") };
    let sentence = sentence(error)?;
    Some(format!("エラー (error): {sentence}{advice}\n{usage}\n詳しくは --help で見られます (see --help)"))
}

/// What is wrong.
fn sentence(error: &Error) -> Option<String> {
    let argument = || said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue).map(without_user);
    Some(match (error.kind(), value) {
        (ErrorKind::UnknownArgument, _) => {
            let argument = argument()?;
            format!("「{argument}」という指定はありません / there is no argument “{argument}”")
        }
        (ErrorKind::InvalidSubcommand, _) => {
            let command = said(error, ContextKind::InvalidSubcommand)?;
            format!("「{command}」というコマンドはありません / there is no command “{command}”")
        }
        (ErrorKind::MissingRequiredArgument, _) => {
            let missing = argument()?;
            format!("足りない指定があります: {missing} / something is missing: {missing}")
        }
        (ErrorKind::InvalidValue, None) => {
            let argument = argument()?;
            format!("{argument} に値がありません / there is no value behind {argument}")
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(value)) => {
            let argument = argument()?;
            format!("「{value}」は {argument} に使えません / “{value}” cannot be used for {argument}")
        }
        (ErrorKind::TooManyValues, Some(value)) => {
            let argument = argument()?;
            format!("{argument} に値「{value}」は付けられません / {argument} takes no value “{value}”")
        }
        (ErrorKind::ArgumentConflict, _) => conflict(&argument()?, &said(error, ContextKind::PriorArg)?),
        (ErrorKind::InvalidUtf8, _) => {
            "引数に UTF-8 でない文字があります / an argument is no UTF-8".to_owned()
        }
        _ => return None,
    })
}

/// An address without a password that may stand in it, as logs of a machine that builds are read by others.
fn without_user(value: String) -> String {
    let authority = value.split_once("://").and_then(|(_, behind)| behind.split('/').next());
    match authority.and_then(|authority| authority.rsplit_once('@')) {
        Some((user, _)) => value.replacen(user, "…", 1),
        None => value,
    }
}

fn conflict(argument: &str, other: &str) -> String {
    if argument == other {
        format!("{argument} が 2 回あります / {argument} stands there twice")
    } else {
        format!("{argument} と {other} は一緒に使えません / {argument} cannot be used with {other}")
    }
}

/// What to write instead, if that is known.
fn advice(error: &Error) -> Option<String> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(|kind| said(error, kind)) {
        return Some(format!("「{near}」ではありませんか / did you mean “{near}”?"));
    }
    if let Some(right) = said(error, ContextKind::ValidValue) {
        return Some(format!("使えるもの (there are): {right}"));
    }
    error.source().map(ToString::to_string)
}

/// What clap knows of a mistake.
fn said(error: &Error, kind: ContextKind) -> Option<String> {
    error.get(kind).map(ToString::to_string).filter(|said| !said.is_empty())
}
