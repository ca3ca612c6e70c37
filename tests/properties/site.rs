//! A small site without a mistake, and the places where an odd file can lie in it. Used by the fuzz target too.

/// Where files of each kind lie. The site works with any file at any of these places, if it is a good one.
pub const PLACES: [&str; 10] = [
    "content/site.yaml",
    "content/registers/departments.yaml",
    "content/registers/less.yaml",
    "content/search.yaml",
    "content/addresses.lock",
    "content/redirects.yaml",
    "content/plan/_index.md",
    "content/plan/1-living/_index.md",
    "content/plan/1-living/1-bus.md",
    "content/pages/about.md",
];

/// The fixture `three-years`, but for the file that links to what no site in memory has.
const GOOD: [(&str, &str); 7] = [
    ("content/site.yaml", include_str!("../fixtures/three-years/content/site.yaml")),
    (
        "content/registers/departments.yaml",
        include_str!("../fixtures/three-years/content/registers/departments.yaml"),
    ),
    ("content/plan/_index.md", include_str!("../fixtures/three-years/content/plan/_index.md")),
    (
        "content/plan/1-living/_index.md",
        include_str!("../fixtures/three-years/content/plan/1-living/_index.md"),
    ),
    (
        "content/plan/1-living/2-library.md",
        include_str!("../fixtures/three-years/content/plan/1-living/2-library.md"),
    ),
    (
        "content/plan/2-industry/_index.md",
        include_str!("../fixtures/three-years/content/plan/2-industry/_index.md"),
    ),
    (
        "content/plan/2-industry/1-terraces.md",
        include_str!("../fixtures/three-years/content/plan/2-industry/1-terraces.md"),
    ),
];

/// The good files, and this one among them or in the place of one of them.
pub fn with(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let others = GOOD.iter().filter(|(other, _)| *other != path);
    let good = others.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    good.chain([(path.to_owned(), bytes.to_vec())]).collect()
}
