//! Stories about whole sites, told through the program itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "tests read fixtures and what was published, and write sites of their own"
)]
#![allow(unreachable_pub, reason = "what is public is for the other stories")]

mod site;
mod web;
mod published;
mod publish;
mod copies;
mod crashes;
mod data;
mod tables;
mod export;
mod plan_schema;
mod stratml;
mod json_ld;
mod truth;
mod files;
mod fragments;
mod koriyama;
mod schedules;
mod indexes;
mod cross;
mod initiative;
mod targets;
mod feeds;
mod filters;
mod search_page;
mod pages;
mod head;
mod accessibility;
mod again;
mod addresses;
mod vocabulary;
mod schema;
mod shapes;
mod shell;
mod texts;
mod booklets;
mod odd_texts;
mod omit;
mod overlay;
mod reader;
mod search;
mod stable;
mod hosting;
mod nginx;
mod served;
mod serve;
mod doors;
mod rules;
mod slips;
mod fmt;
mod check;
mod links;
mod commands;
mod init;
mod new;
mod docs;
mod tidy;
