//! New files in the form that `keikaku fmt` gives to all.

use super::NewFiles;
use crate::content::form::{Outcome, form};
use crate::content::read::File;

/// The files, each in its form if it has one.
pub(super) fn formed(mut files: NewFiles) -> NewFiles {
    let file = |(path, text): (&String, &String)| File::in_memory(path.clone(), text.clone().into_bytes());
    let written: Vec<_> = files.iter().map(file).collect();
    for (nth, outcome) in form(&written) {
        let Outcome::Other(bytes) = outcome else { continue };
        if let (Some(file), Ok(text)) = (written.get(nth), String::from_utf8(bytes)) {
            files.insert(file.path.clone(), text);
        }
    }
    files
}
