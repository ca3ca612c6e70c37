//! What a shell and the manual are told of the program, and what the program tells of itself.

use std::path::Path;
use std::process::Command;

use super::site::{Run, TestSite, project};

fn run(arguments: &[&str]) -> Run {
    TestSite::fixture("minimal").run(arguments)
}

/// What the program says where all is well.
fn said(arguments: &[&str]) -> String {
    let run = run(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    run.stdout
}

/// Every command that the help names.
fn commands() -> Vec<String> {
    let help = said(&["--help"]);
    let (_, listed) = help.split_once("コマンド (commands):").unwrap();
    let names = listed.lines().skip(1).map_while(|line| line.split_whitespace().next());
    let names: Vec<_> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.len() > 5, "{help}");
    names
}

#[test]
fn every_shell_is_told_the_commands_and_their_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = said(&["completions", shell]);
        for word in commands().iter().map(String::as_str).chain(["deny-warnings", "base-url"]) {
            assert!(script.contains(word), "{shell}: {word}");
        }
        assert_eq!(script, said(&["completions", shell]), "{shell}");
    }
    assert_eq!(run(&["completions", "cmd"]).code, 2);
}

#[test]
fn bash_reads_the_completions() {
    let script = said(&["completions", "bash"]);
    let asked =
        "COMP_WORDS=(keikaku ch); COMP_CWORD=1; _keikaku keikaku ch keikaku; echo \"${COMPREPLY[@]}\"";
    let output = Command::new("bash").args(["-c", &format!("{script}\n{asked}")]).output().unwrap();
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.split_whitespace().any(|word| word == "check"), "{found}");
}

#[test]
fn the_manual_has_a_page_for_the_program_and_one_for_each_command() {
    let page = said(&["man"]);
    assert!(page.contains(".TH keikaku 1 "), "{page}");
    for command in commands() {
        assert!(page.contains(&format!("keikaku\\-{command}(1)")), "{command}");
        let page = said(&["man", &command]);
        assert!(page.contains(&format!(".TH keikaku-{command} 1 ")), "{page}");
        assert!(page.contains(&format!("\\fBkeikaku {command}\\fR")), "{page}");
    }
    let none = run(&["man", "publish"]);
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("「publish」"), "{none:?}");
}

#[test]
fn the_version_names_the_commit_where_there_is_one() {
    let said = said(&["--version"]);
    let behind = said.trim_end().strip_prefix(concat!("keikaku ", env!("CARGO_PKG_VERSION"))).unwrap();
    if Path::new(&project().join(".git")).exists() {
        let (commit, day) = behind.trim_matches([' ', '(', ')']).split_once(' ').unwrap();
        // What is built of files that were edited since says so.
        let commit = commit.strip_suffix("-dirty").unwrap_or(commit);
        assert!(commit.len() >= 9 && commit.chars().all(|c| c.is_ascii_hexdigit()), "{said}");
        assert!(day.len() == 10 && day.split('-').count() == 3, "{said}");
    } else {
        assert_eq!(behind, "");
    }
}

#[test]
fn no_page_knows_the_commit() {
    let said = said(&["--version"]);
    let Some((_, commit)) = said.trim_end().trim_end_matches(')').split_once('(') else {
        assert!(!Path::new(&project().join(".git")).exists(), "{said}");
        return;
    };
    let (commit, _) = commit.split_once([' ', '-']).unwrap();
    let site = TestSite::fixture("minimal");
    for (path, bytes) in site.build(&[]).files("public") {
        assert!(!String::from_utf8_lossy(&bytes).contains(commit), "{path}");
    }
}
