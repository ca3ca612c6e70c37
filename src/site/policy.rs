//! What a page of the site may load: its templates say it in the page itself, hosts in a header.

/// The content security policy: nothing but the site's own files. A page needs nothing else, and what somebody slips into it gets nothing
/// else.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";
