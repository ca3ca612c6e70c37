//! Every file of a site and what makes it: where plan, pages, data and search come together to be published or served.

use std::borrow::Cow;
use std::io::Write;

use anyhow::Result;
use rayon::prelude::*;

use crate::Ready;
use crate::data;
use crate::hash::{self, PROGRAM};
use crate::hosting;
use crate::publish::File;
use crate::search;
use crate::site::distribution::{Distribution, Format};
use crate::site::{Address, Content, Ingredients, Page, Site, address};
use crate::theme::Theme;

/// The files of which each can be made when it is asked for: pages, data, the theme's and the editors' own. `numbered`: whether they
/// have the numbers of what they are made of, so that they need not be made again.
pub(crate) fn when_asked<'a>(ready: &'a Ready, theme: &'a Theme, numbered: bool) -> Vec<File<'a>> {
    let site = &ready.site;
    let look = (&ready.theme, PROGRAM);
    let ingredients = numbered.then(|| Ingredients::of(site, look, ready.theme.has_own_templates()));
    let numbers = ingredients.as_ref();
    let mut files = Vec::with_capacity(site.pages.len() + site.distributions.len() + ready.assets.len() + 8);
    // What takes longest comes first, so that no thread is left alone with it in the end: the largest files, and pictures.
    let (small, large): (Vec<_>, Vec<_>) = site.distributions.iter().partition(|it| it.is_small());
    files.extend(large.into_iter().map(|it| of_data(site, it, numbers)));
    if site.has_several_lists() {
        let write = move |to: &mut dyn Write| data::initiatives_json(site, to);
        files.push(File::written(Address::file(address::INITIATIVES_DATA), write));
    }
    for asset in theme.assets() {
        files.push(of_its_name(File::made(asset.address.clone(), || asset.bytes())));
    }
    files.par_extend(site.pages.par_iter().map(|page| of_page(site, theme, page, numbers)));
    files.par_extend(small.into_par_iter().map(|it| of_data(site, it, numbers)));
    for asset in &*ready.assets {
        files.push(File::made(Address::file(&asset.address), || asset.read()));
    }
    files.push(File::made(Address::file(address::ROBOTS), move || Ok(data::robots(site))));
    files
}

/// The files that are known once the whole plan was looked through: the search index, the sitemap, and those for hosts, which name all
/// others.
pub(crate) fn looked_up<'a>(ready: &'a Ready, others: &[File<'a>]) -> Result<Vec<File<'a>>> {
    let site = &ready.site;
    let mut files = Vec::new();
    if site.is_searched() {
        let made = search::files(site)?.into_iter();
        files.extend(made.map(|(address, make)| of_its_name(File::made(address, move || Ok(make())))));
    }
    let made = data::sitemaps(site)?.into_iter();
    files.extend(made.map(|(address, bytes)| File::ready(address, Cow::Owned(bytes))));
    let hosted = hosting::files(site, others.iter().chain(&files).map(|file| &file.address));
    files.extend(hosted.into_iter().map(|(address, bytes)| File::ready(address, Cow::Owned(bytes))));
    Ok(files)
}

/// A page.
fn of_page<'a>(site: &'a Site, theme: &'a Theme, page: &'a Page, numbers: Option<&Ingredients>) -> File<'a> {
    let file = match page.content {
        // It tells how long those files are.
        Content::Data => File::made(page.address.clone(), move || {
            data::measure(site)?;
            theme.render(page)
        })
        .last(),
        _ => File::made(page.address.clone(), move || theme.render(page)),
    };
    file.of(numbers.map(|all| all.number(page.content)))
}

/// A file of data. What is small, or made in memory as a whole anyway, is compared as a whole.
fn of_data<'a>(site: &'a Site, it: &'a Distribution, numbers: Option<&Ingredients>) -> File<'a> {
    let write = move |to: &mut dyn Write| data::write(site, it, to);
    let file = match it.format {
        Format::InitiativeJson { .. } | Format::Workbook => File::made(it.address.clone(), move || {
            let mut bytes = Vec::new();
            write(&mut bytes)?;
            Ok(bytes)
        }),
        _ => File::written(it.address.clone(), write),
    };
    file.of(numbers.map(|all| all.number_of_data(it.format)))
}

/// The file; if its name tells what is in it, it need not be made again under that name.
fn of_its_name(file: File<'_>) -> File<'_> {
    let number = file.address.lasting().map(|_| hash::number((PROGRAM, file.address.as_str())));
    file.of(number)
}
