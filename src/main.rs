//! The program: its arguments go to the library, and the library's verdict is its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    keikaku::run(std::env::args_os())
}
