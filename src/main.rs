//! The program: its arguments go to the library, and the library's verdict is its exit code.

use std::process::ExitCode;

/// A build makes and drops millions of small values on every thread; the system's allocator took a quarter of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    keikaku::run(std::env::args_os())
}
