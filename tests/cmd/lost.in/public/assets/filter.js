// Filters the list of all initiatives by the terms that the reader chooses, which stand in the address. Without it the list is
// whole. A list of several pages is filtered as one: the initiatives come from a file when first they are needed; where it cannot
// be had (a folder opened as files), those of the page are filtered. Every word comes from the page.
"use strict";

// How many initiatives of a filtered list are shown at a time, as on a page.
const AT_ONCE = 100;

const form = document.querySelector(".filter");
const selects = [...form.querySelectorAll("select")];
const status = form.querySelector("[role=status]");
const page = document.querySelector("#initiatives");
const list = document.querySelector(".filtered");
const canonical = document.querySelector("link[rel=canonical]");
const whole = canonical?.href;
let loading;

// What is chosen, by facet.
function chosen() {
  return selects.filter((select) => select.value).map((select) => [select.name, select.value]);
}

// A value that is no term is as good as none.
function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const known = [...select.options].some((option) => option.value === asked.get(select.name));
    select.value = known ? asked.get(select.name) : "";
  }
}

function writeAddress() {
  try {
    history.replaceState(history.state, "", withChoice(location.href));
  } catch {
    // Some browsers forbid it when it is asked for often; the list is filtered all the same.
  }
}

// An address with what is chosen, and no choice that it had before.
function withChoice(href) {
  const address = new URL(href);
  for (const select of selects) address.searchParams.delete(select.name);
  for (const [facet, term] of chosen()) address.searchParams.set(facet, term);
  return address.href;
}

async function filter() {
  const terms = chosen();
  form.toggleAttribute("data-active", terms.length > 0);
  // Phones pass on the canonical address of a page, not the one that is shown.
  if (canonical) canonical.href = withChoice(whole);
  const all = list && terms.length > 0 ? await load() : null;
  // The reader may have chosen anew in the meantime.
  if (String(terms) !== String(chosen())) return;
  if (list) list.hidden = !all;
  page.hidden = Boolean(all);
  if (all) filterAll(all, terms);
  else filterPage(terms);
}

// The file with all initiatives; null where it cannot be had, and then it is asked for anew at the next choice.
async function load() {
  if (!loading) status.textContent = status.dataset.loading;
  loading ??= fetch(list.dataset.href)
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((all) => (Array.isArray(all?.facets) && Array.isArray(all.initiatives) ? all : null))
    .catch(() => null);
  const all = await loading;
  if (!all) loading = undefined;
  return all;
}

function filterPage(terms) {
  const entries = [...page.querySelectorAll("[data-terms]")];
  for (const entry of entries) {
    const carried = entry.dataset.terms.split(" ");
    entry.hidden = !terms.every((term) => carried.includes(term.join("/")));
  }
  for (const group of page.querySelectorAll(".entries")) hideEmpty(group);
  const pager = page.querySelector(".pager");
  if (pager) pager.hidden = terms.length > 0;
  tell(terms, entries.filter((entry) => !entry.hidden).length, entries.length);
  if (list && terms.length > 0) status.append(" ", status.dataset.here);
}

function hideEmpty(group) {
  group.hidden = [...group.children].every((entry) => entry.hidden);
  const heading = group.previousElementSibling;
  if (heading?.classList.contains("group")) heading.hidden = group.hidden;
}

// Of two files of different days a term of one may be none of the other: nothing carries it.
// An initiative is [label, title, href, terms by facet]; a term [slug, title, href, the term around it].
function filterAll({ facets, initiatives }, terms) {
  const wanted = terms.map(([key, slug]) => {
    const facet = facets.findIndex((it) => it.key === key);
    return [facet, facets[facet]?.terms.findIndex((it) => it[0] === slug)];
  });
  const found = initiatives.filter((it) => wanted.every(([facet, term]) => it[3][facet]?.includes(term)));
  list.querySelector(".entries").replaceChildren();
  showMore(found, facets);
  tell(terms, found.length, initiatives.length);
}

function showMore(found, facets) {
  const entries = list.querySelector(".entries");
  entries.append(...found.slice(0, AT_ONCE).map((it) => makeEntry(it, facets)));
  const rest = found.slice(AT_ONCE);
  const button = list.querySelector("[data-more]");
  button.textContent = button.dataset.more.replace("{n}", Math.min(rest.length, AT_ONCE));
  button.parentElement.hidden = rest.length === 0;
  button.onclick = () => {
    const before = entries.children.length;
    showMore(rest, facets);
    // The keyboard goes on where the new ones begin.
    entries.children[before].querySelector("a").focus();
  };
}

// As the list of a page has it: see components/entries.html.
function makeEntry([label, title, href, terms], facets) {
  const facts = list.querySelector("template").content.firstElementChild.cloneNode(true);
  for (const [at, { key, terms: all }] of facets.entries()) showTerms(facts.querySelector(`[data-facet="${key}"]`), all, terms[at]);
  const link = make("a", { href: list.dataset.root + href }, make("span", { className: "label" }, label), ` ${title}`);
  const heading = make("h2", { className: "entries__title" }, link);
  return make("li", {}, heading, ...(facts.children.length > 0 ? [facts] : []));
}

// A term is not shown beside one that is within it. The row holds one link, as its terms are to look.
function showTerms(row, terms, carried) {
  if (!row) return;
  const shown = carried.filter((term) => !carried.some((other) => terms[other][3] === term));
  const entry = row.querySelector("li");
  entry.replaceWith(...shown.map((term) => makeTerm(entry, terms[term])));
  if (shown.length === 0) row.remove();
}

// A goal of the SDGs and its targets are called by their number here, which is their slug, in the colour of the goal.
function makeTerm(entry, [slug, title, href]) {
  const made = entry.cloneNode(true);
  const link = made.firstElementChild;
  const isGoal = link.classList.contains("chip--goal");
  if (isGoal) link.classList.add(`goal--${slug.split(".")[0]}`);
  link.href = list.dataset.root + href;
  link.textContent = isGoal ? slug : title;
  return made;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function tell(terms, n, total) {
  const words = n > 0 ? status.dataset.shown : status.dataset.none;
  status.textContent = terms.length > 0 ? words.replace("{n}", n).replace("{total}", total) : "";
}

function start() {
  readAddress();
  filter();
}

form.addEventListener("change", () => {
  filter();
  writeAddress();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const select of selects) select.value = "";
  filter();
  writeAddress();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", start);
form.hidden = false;
start();
