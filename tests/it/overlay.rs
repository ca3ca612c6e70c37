//! A site's own theme stands over the default one file by file.

use crate::published::{Published, is_page, only, text};
use crate::site::{TestSite, attributes};

/// The village with the theme `own`, of which nothing is written yet.
fn with_own_theme() -> TestSite {
    let site = TestSite::fixture("three-years");
    site.replace("content/site.yaml", "levels:", "theme: own\nlevels:");
    site
}

const NOT_FOUND: &str = "{% extends \"base.html\" %}\n{% block main %}<h1>みどり村にありません</h1>\n\
                         <p><a href=\"{{ page.root }}index.html\">村へ</a></p>{% endblock main %}\n";

#[test]
fn a_file_of_the_own_theme_takes_the_place_of_the_default_one() {
    let default = Published::of(TestSite::fixture("three-years").build(&[]));
    let site = with_own_theme();
    site.write("themes/own/templates/not-found.html", NOT_FOUND);
    site.write("themes/own/static/style.css", "body { color: green }\n");
    site.write("themes/own/static/images/mark.svg", "<svg/>");
    let own = Published::of(site.build(&[]));
    assert_eq!(text(only(&own.page("404.html"), "main h1")), "みどり村にありません");
    assert_eq!(own.asset_text("style.css"), "body { color: green }\n");
    assert_eq!(own.asset_text("images/mark.svg"), "<svg/>");
    let changed = own.0.iter().filter(|(path, bytes)| default.0.get(*path) != Some(bytes));
    let changed: Vec<_> = changed.map(|(path, _)| path.as_str()).filter(|path| !is_page(path)).collect();
    assert_eq!(changed, [own.asset("images/mark.svg"), own.asset("style.css")]);
    let gone: Vec<_> = default.0.keys().filter(|path| !own.has(path)).collect();
    assert_eq!(gone, [&default.asset("style.css")]);
}

#[test]
fn a_stylesheet_of_the_own_theme_comes_behind_the_default_ones() {
    let default = Published::of(TestSite::fixture("three-years").build(&[]));
    let default = default.asset_text("style.css");
    let site = with_own_theme();
    site.write("themes/own/styles/99-city.css", "h1 { color: green }\n");
    let own = Published::of(site.build(&[]));
    assert_eq!(own.asset_text("style.css"), format!("{default}\nh1 {{ color: green }}\n"));
}

#[test]
fn scripts_of_a_folder_are_one_without_comments_and_indentation() {
    let site = with_own_theme();
    site.write("themes/own/scripts/own/README.md", "No script.\n")
        .write("themes/own/scripts/own/2.js~", "old();\n");
    site.write("themes/own/scripts/alone.js", "// Begins.\nalone();\n");
    site.write("themes/own/scripts/own/2.js", "  // Says so.\n  say(\"//\");");
    site.write("themes/own/scripts/own/1.js", "// Begins.\n\nstart(); // now\n");
    let own = Published::of(site.build(&[]));
    assert_eq!(own.asset_text("own.js"), "start(); // now\nsay(\"//\");\n");
    assert_eq!(own.asset_text("alone.js"), "alone();\n");
}

#[test]
fn a_script_of_static_takes_the_place_of_one_that_is_put_together() {
    let site = with_own_theme();
    site.write("themes/own/scripts/own/1.js", "theirs();\n").write("themes/own/static/own.js", "mine();\n");
    assert_eq!(Published::of(site.build(&[])).asset_text("own.js"), "mine();\n");
}

#[test]
fn a_file_of_the_theme_is_called_after_what_is_in_it() {
    let site = with_own_theme();
    site.write("themes/own/static/images/mark.svg", "<svg/>");
    let with = Published::of(site.build(&[]));
    let hash = "d4dc56669143";
    assert_eq!(with.asset("images/mark.svg"), format!("assets/images/mark-{hash}.svg"));
    for path in with.pages() {
        for name in ["style.css", "favicon.svg", "apple-touch-icon.png"] {
            let links = attributes(&with.page(path), "head link", "href").into_iter();
            let mut files = links.filter_map(|href| Some(with.follow(path, &href)?.file));
            assert!(files.any(|file| file == with.asset(name)), "{path}: {name}");
        }
    }
}

#[test]
fn stylesheets_name_files_by_what_is_in_them() {
    let site = with_own_theme();
    let sheet = "@import url(more/a.css);\n@font-face { src: url( 'fonts/own.woff2?x#y' ) format('woff2'), url(none.woff2) }\n\
                 i { background: url(\"data:image/svg+xml,<svg/>\"), url(https://example.jp/fonts/own.woff2), url(./mark.svg) }\n";
    site.write("themes/own/static/style.css", sheet)
        .write("themes/own/static/more/a.css", "b { background: url(../mark.svg), url(../mark.svg) }\n");
    let build = |mark: &str| {
        site.write("themes/own/static/fonts/own.woff2", "font").write("themes/own/static/mark.svg", mark);
        let output = format!("public/{mark}");
        Published(site.build(&["--output", &output]).files(&output))
    };
    let own = build("<svg");
    let name = |name: &str| own.asset(name).trim_start_matches("assets/").to_owned();
    let (a, font, mark) = (name("more/a.css"), name("fonts/own.woff2"), name("mark.svg"));
    let expected = sheet.replacen("more/a.css", &a, 1).replacen("fonts/own.woff2", &font, 1);
    assert_eq!(own.asset_text("style.css"), expected.replacen("mark.svg", &mark, 1));
    let expected = format!("b {{ background: url(../{mark}), url(../{mark}) }}\n");
    assert_eq!(own.asset_text("more/a.css"), expected);
    let other = build("<svg id");
    let differ = |name: &str| own.asset(name) != other.asset(name);
    let names = ["mark.svg", "more/a.css", "style.css", "fonts/own.woff2"];
    assert_eq!(names.map(differ), [true, true, true, false], "what names a file is named after it");
}

#[test]
fn stylesheets_that_name_each_other_are_told() {
    let site = with_own_theme();
    site.write("themes/own/static/a.css", "@import url(b.css);")
        .write("themes/own/static/b.css", "@import url(a.css);");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("a.css, b.css"), "{}", run.stderr);
}

#[test]
fn a_file_that_the_theme_lacks_is_told_with_the_place_that_asks_for_it() {
    let site = with_own_theme();
    site.write("themes/own/templates/not-found.html", "\n<img src=\"{{ asset(name=\"mark.svg\") }}\">\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("templates/not-found.html:2:"), "{}", run.stderr);
    assert!(run.stderr.contains("no file mark.svg"), "{}", run.stderr);
}

#[test]
fn a_component_of_the_own_theme_is_used_by_the_default_templates() {
    let site = with_own_theme();
    let component = "{% component count(n, @words) -%}<span>全部で {{ n }}</span>{%- endcomponent count %}\n\
                     {% component found(n, @words) -%}{{ n }} あります{%- endcomponent found %}\n";
    site.write("themes/own/templates/components/count.html", component);
    let site = Published::of(site.build(&[]));
    assert!(site.text("departments/index.html").contains("<span>全部で 1</span>"));
    assert!(site.text("departments/industry.html").contains("1 あります"));
}

#[test]
fn words_of_the_own_theme_take_the_place_of_the_default_ones() {
    let site = with_own_theme();
    let words = std::fs::read_to_string(crate::site::project().join("themes/default/i18n/ja.yaml")).unwrap();
    let line = words.lines().find(|line| line.starts_with("home: ")).unwrap();
    site.write("themes/own/i18n/ja.yaml", words.replacen(line, "home: むらの入口", 1));
    let page = site.build(&[]).page("plan/1-1.html");
    assert!(text(only(&page, "nav ol")).starts_with("むらの入口"));
}

#[test]
fn files_over_the_default_theme_need_no_name_in_site_yaml() {
    let site = TestSite::fixture("three-years");
    site.write("themes/default/static/style.css", "body { color: blue }\n");
    assert_eq!(Published::of(site.build(&[])).asset_text("style.css"), "body { color: blue }\n");
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    let run = with_own_theme().run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("themes/own"), "{}", run.stderr);
}

#[test]
fn a_slip_in_the_template_of_any_kind_of_page_is_found_before_anything_is_written() {
    let templates = std::fs::read_dir(crate::site::project().join("themes/default/templates")).unwrap();
    let names = templates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages = names.filter_map(|name| Some(name.strip_suffix(".html")?.to_owned()));
    for name in pages.filter(|name| name != "base") {
        let site = TestSite::koriyama();
        // The one kind of page that no plan has by itself.
        site.write("content/redirects.yaml", "plan/9.html: plan/index.html\n");
        site.write(&format!("themes/default/templates/{name}.html"), "{{ page.typo }}");
        let run = site.run(&["check"]);
        assert_eq!(run.code, 2, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("templates/{name}.html:1:")), "{}", run.stderr);
    }
}
