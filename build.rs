//! The default theme is part of the binary: a new file in it is a reason to build again.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
