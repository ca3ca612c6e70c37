//! Looks for a file that makes the check panic, hang or speak with two tongues, or that has two forms, or one that says something else. The first byte says which file it is, the
//! others are what it holds.
//!
//! ```sh
//! cargo +nightly fuzz run check
//! ```

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/properties/site.rs"]
mod site;

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    let place = site::PLACES[usize::from(*first) % site::PLACES.len()];
    let said = || keikaku::check_files(site::with(place, bytes)).expect("a page cannot be made");
    assert_eq!(said(), said());
    let formed = keikaku::form_files(site::with(place, bytes)).expect("its form says something else");
    let again = keikaku::form_files(formed.clone()).expect("its form's form says something else");
    assert!(again == formed, "it has two forms");
});
