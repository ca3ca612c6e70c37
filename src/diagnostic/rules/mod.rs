//! The table of rules: everything that can be wrong with a plan's files, and what is said about it.
//!
//! - `K1xx` files as they are: [`files`]
//! - `K2xx` YAML: [`yaml`], as it is mistyped: [`slips`]
//! - `K3xx` keys: [`keys`], their values: [`values`], whom readers can ask: [`contact`], what is to be quiet: [`allow`]
//! - `K4xx` the plan: [`plan`], [`review`], [`targets`]
//! - `K5xx` Markdown: [`prose`]
//! - `K6xx` the site: [`pages`], searching it: [`search`], addresses that last: [`redirects`]
//! - `K7xx` what the web says: [`links`]

mod files;
mod yaml;
mod slips;
mod keys;
mod values;
mod allow;
mod contact;
mod plan;
mod review;
mod targets;
mod prose;
mod pages;
mod search;
mod redirects;
mod links;

pub(crate) use allow::*;
pub(crate) use contact::*;
pub(crate) use files::*;
pub(crate) use keys::*;
pub(crate) use links::*;
pub(crate) use pages::*;
pub(crate) use plan::*;
pub(crate) use prose::*;
pub(crate) use redirects::*;
pub(crate) use review::*;
pub(crate) use search::*;
pub(crate) use slips::*;
pub(crate) use targets::*;
pub(crate) use values::*;
pub(crate) use yaml::*;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Rule;

/// The rule of a code.
pub(crate) fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code)
}

/// The rule of a code that may be in another dress: k401, Ｋ４０１, 401.
pub(crate) fn resembling(code: &str) -> Option<&'static Rule> {
    let digits = code.nfkc().collect::<String>().trim().to_ascii_uppercase();
    find(&format!("K{}", digits.trim_start_matches('K')))
}

/// Every rule, in the order of their codes.
pub(crate) static ALL: &[&Rule] = &[
    &STRAY_FILE,
    &NOT_UTF8,
    &TOO_LARGE,
    &NO_FRONT_MATTER,
    &OPEN_FRONT_MATTER,
    &PRIVATE_CHARACTER,
    &CONTROL_CHARACTER,
    &OTHER_ENCODING,
    &MEANT_FENCE,
    &LINK,
    &UNHOLDABLE_NAME,
    &NEARLY_NAMED,
    &TWIN_NAME,
    &ILLEGIBLE_NAME,
    &LOST_CHARACTER,
    &UNREADABLE_YAML,
    &ANCHOR,
    &TAG,
    &SECOND_DOCUMENT,
    &DUPLICATE_KEY,
    &TOO_DEEP,
    &KEY_NOT_TEXT,
    &OPEN_QUOTE,
    &TAB,
    &CUT_OFF,
    &WIDE_COLON,
    &NO_SPACE,
    &WIDE_SPACE,
    &CURLY_QUOTE,
    &SECOND_COLON,
    &OPEN_BRACKET,
    &BEHIND_CLOSED,
    &DASH,
    &SIGN,
    &COMMA,
    &BULLET,
    &INDENTATION,
    &EXTRA_BRACKET,
    &WIDE_BLOCK,
    &WIDE_COMMA,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &EXPECTED_TEXT,
    &EMPTY,
    &NOT_A_NUMBER,
    &NOT_A_BOOL,
    &NOT_A_YEAR,
    &NOT_A_SPAN,
    &UNKNOWN_CHOICE,
    &BAD_SLUG,
    &TWO_SUBJECTS,
    &NO_VALUE,
    &NOT_A_URL,
    &PROGRAMS_BESIDE,
    &EXPECTED_LIST,
    &EXPECTED_MAP,
    &NEEDED_BUT_EMPTY,
    &OVERVIEW_IS_BODY,
    &RESERVED_SLUG,
    &UNKNOWN_ALLOW,
    &UNUSED_ALLOW,
    &ALLOWED_ERROR,
    &YOMI_NOT_KANA,
    &NOT_A_MAIL,
    &ONE_CONTACT,
    &UNKNOWN_PLACEHOLDER,
    &NOT_A_DATE,
    &DAYS_OUT_OF_ORDER,
    &UNKNOWN_DEPARTMENT,
    &UNKNOWN_CATEGORY,
    &UNKNOWN_SDGS,
    &DUPLICATE_ID,
    &DUPLICATE_TERM,
    &NO_SECTION,
    &WRONG_LEVEL,
    &TOO_FAR_DOWN,
    &OUTSIDE_PERIOD,
    &OVERLAP,
    &DUPLICATE_WORD,
    &NO_REGISTER,
    &SDGS_INDICATOR,
    &GAP,
    &EMPTY_SECTION,
    &FOREIGN_DEPARTMENT,
    &UNUSED_TERM,
    &PLATFORM_CHARACTER,
    &RESULT_OUTSIDE,
    &ALREADY_MET,
    &BELOW_BASELINE,
    &NO_BASELINE,
    &OTHER_UNIT,
    &PER_YEAR,
    &OTHER_MEASURE,
    &OTHER_HORIZON,
    &UNKNOWN_COMPARATOR,
    &NO_TARGET,
    &UNTITLED,
    &CHANGED_LATER,
    &RAW_HTML,
    &LINK_SCHEME,
    &DEAD_LINK,
    &DEAD_FRAGMENT,
    &NO_ALT,
    &HEADING_JUMP,
    &VAGUE_LINK,
    &ERA_MISMATCH,
    &EMPTY_TARGET,
    &NO_LINK_TEXT,
    &OMITTED_LINK,
    &TAKEN_ADDRESS,
    &BAD_PAGE_NAME,
    &NO_THEME,
    &NOT_A_GROUP,
    &LONE_WORD,
    &SPACED_WORD,
    &NO_LETTERS,
    &LONG_SEARCH,
    &SAME_SEARCH,
    &SHARED_WORD,
    &USELESS_SYNONYMS,
    &VAIN_SUGGESTION,
    &JOINED_WORDS,
    &NEEDLESS_GROUP,
    &NOT_AN_ADDRESS,
    &CONFLICT,
    &LOST_ADDRESS,
    &STILL_THERE,
    &MOVED_TWICE,
    &IN_A_CIRCLE,
    &NEVER_RECORDED,
    &VAIN_STAR,
    &NO_REDIRECT_PAGE,
    &OLD_LINK,
    &NOT_RECORDABLE,
    &LOST_FILE,
    &GONE_ADDRESS,
    &NO_SUCH_HOST,
    &UNREACHABLE,
    &UNSAFE_CONNECTION,
    &REFUSED,
    &ASTRAY,
    &NOT_ASKED,
];
