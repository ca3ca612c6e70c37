// A reader searches the plan, and finds what the printed plan says, by any way of asking.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { addressOf, start, visit } from "./browser.mjs";
import { all, answered, ask, askAgain, askedAt, listStays, openFilters, results, sayings, shown, told } from "./finder.mjs";
import { sites } from "./sites.mjs";
import { countsOf, factsOf, found, ranked } from "./truth.mjs";

const [site] = sites;
const fixture = (name) => JSON.parse(readFileSync(path.join(import.meta.dirname, "../fixtures/search", name), "utf8"));
const QUERIES = fixture("queries.json");
/** What finds more than a page shows at a time. */
const MUCH = "課";

let chromium;
let page;
before(async () => (chromium = await start()));
after(() => chromium.close());
beforeEach(async () => (page = await chromium.alone({ permissions: ["clipboard-read", "clipboard-write"] })));
afterEach(async () => {
  await page.context().close();
  assert.deepEqual(page.complaints, []);
});

/** The page of the search, as it is before anything is asked. */
const opened = () => visit(page, addressOf(site, "search.html"));

/** What is shown for a query that is not among the expected, and the other way round. */
function misses({ query, why, ids }, found) {
  const tell = (which, list) => list.map((id) => `${query} (${why}): ${which} ${id}`);
  return [...tell("misses", ids.filter((id) => !found.includes(id))), ...tell("finds", found.filter((id) => !ids.includes(id)))];
}

/** A story about each of some queries, asked one way. */
async function hold(queries, ask) {
  const wrong = [];
  for (const query of queries) {
    await ask(query.query);
    const said = (await told(page)).replace(query.query, "").match(/\d+/)?.[0] ?? "0";
    if (Number(said) !== query.ids.length) wrong.push(`${query.query}: is told as ${said}`);
    wrong.push(...misses(query, await all(page)));
  }
  assert.deepEqual(wrong, []);
}

test("each query finds the initiatives of the printed plan, typed into one page", async () => {
  assert.ok(QUERIES.length >= 60);
  await opened();
  await hold(QUERIES, (query) => askAgain(page, query));
});

test("a query of each kind finds them by its address", async () => {
  const kinds = new Map(QUERIES.map((query) => [query.why.split(",")[0], query]));
  await hold(kinds.values(), (query) => ask(page, site, query));
});

test("what has a word in its title or often comes first", async () => {
  const facts = factsOf(site);
  for (const query of ["マイナンバー", "行政", "カイゼン", "研修 職員", "オンライン"]) {
    await ask(page, site, query);
    assert.deepEqual(await all(page), ranked(facts, query), query);
  }
});

test("the script folds as the vectors say", async () => {
  const vectors = fixture("fold.json");
  await opened();
  const texts = vectors.fold.map(([text]) => text);
  const folded = await page.evaluate((texts) => texts.map((text) => globalThis.fold(text).text), texts);
  assert.deepEqual(folded, vectors.fold.map(([, text]) => text));
  const queries = vectors.words.map(([query]) => query);
  const words = await page.evaluate((queries) => queries.map((query) => globalThis.words(query)), queries);
  assert.deepEqual(words, vectors.words.map(([, words]) => words));
});

test("a query typed letter by letter is answered when the typing ends, and is no step of its own in the history", async () => {
  await page.clock.install();
  await opened();
  const before = await page.evaluate(() => history.length);
  await page.locator("#q").focus();
  for (const letter of "てれわーく") {
    await page.keyboard.type(letter);
    assert.equal(await told(page), "");
    await page.clock.runFor(20);
  }
  await page.clock.runFor(1000);
  await answered(page);
  assert.deepEqual((await shown(page)).sort(), ["1-3-3", "1-4-5"]);
  assert.equal(new URL(page.url()).searchParams.get("q"), "てれわーく");
  assert.equal(await page.evaluate(() => history.length), before);
  assert.equal(await page.locator("#q").evaluate((it) => it === document.activeElement), true);
});

test("a query that is pasted is answered", async () => {
  await opened();
  await page.evaluate(() => navigator.clipboard.writeText("  ﾏｲﾅﾝﾊﾞｰ\nカード "));
  await page.locator("#q").focus();
  await page.keyboard.press("Control+V");
  await answered(page);
  assert.deepEqual(await shown(page), ["1-3-5"]);
});

test("nothing is searched while a word is composed", async () => {
  await page.clock.install();
  await opened();
  await page.locator("#q").focus();
  const keyboard = await page.context().newCDPSession(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const text of ["ｔ", "て", "てｒ", "てれ", "てれわーく", "テレワーク"]) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.clock.runFor(1000);
    assert.equal(await page.locator("#q").inputValue(), text);
    assert.equal(await told(page), "");
  }
  assert.deepEqual(asked, []);
  await keyboard.send("Input.insertText", { text: "テレワーク" });
  await page.clock.runFor(1000);
  await answered(page);
  assert.deepEqual((await shown(page)).sort(), ["1-3-3", "1-4-5"]);
});

test("nothing is loaded before somebody asks", async () => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await opened();
  await page.locator("#q").focus();
  assert.deepEqual(asked.filter((url) => url.includes("/search/")), []);
  assert.equal(await listStays(page), true);
  assert.equal(await told(page), "");
});

for (const query of ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }} 100%", "\\u0000 & &amp;"]) {
  test(`a query is text: ${query}`, async () => {
    page.on("dialog", () => page.complaints.push("a dialog"));
    await ask(page, site, query);
    assert.equal(await page.locator("#q").inputValue(), query);
    assert.ok((await told(page)).includes(query));
    assert.equal(await page.locator("main :is(script, img)").count(), 0);
  });
}

test("what was found is told with its label, its departments and an excerpt with the words marked", async () => {
  await ask(page, site, "ﾃﾚﾜｰｸ　推進");
  const first = results(page).first();
  assert.match(await first.locator("h2 a").textContent(), /^\s*1-\d-[①-⑳]\s+\S/);
  assert.match(await first.textContent(), /課/);
  const marked = new Set(await first.locator("mark").allTextContents());
  assert.deepEqual([...marked].sort(), ["テレワーク", "推進"]);
});

test("the filters tell how many of what was found stand under each term", async () => {
  const facts = factsOf(site);
  for (const query of ["研修", "オンライン 申請", MUCH]) {
    await ask(page, site, query);
    await openFilters(page);
    const ids = found(facts, query);
    const hits = facts.filter(({ id }) => ids.includes(id));
    for (const facet of ["departments", "less", "sdgs", "years"]) {
      assert.deepEqual(await countsIn(facet), countsOf(hits, facet), `${query}, ${facet}`);
    }
  }
});

/** The counts of a filter's terms, but for those with none. */
async function countsIn(facet) {
  const options = await page.locator(`select[name=${facet}] option`).evaluateAll((options) =>
    options.filter(({ value }) => value).map(({ value, textContent }) => [value, Number(/(\d+)\D*$/.exec(textContent)[1])]),
  );
  return Object.fromEntries(options.filter(([, count]) => count > 0));
}

test("filters and words are met together, stand in the address, and are taken off", async () => {
  const facts = factsOf(site);
  const under = (query, facet, term) =>
    facts.filter(({ id, terms }) => found(facts, query).includes(id) && terms[facet].includes(term)).map(({ id }) => id);
  await ask(page, site, "研修");
  await openFilters(page);
  await choose("less", "paper");
  assert.deepEqual((await all(page)).sort(), under("研修", "less", "paper"));
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), { q: "研修", less: "paper" });
  await page.reload();
  await answered(page);
  assert.equal(await page.locator("select[name=less]").inputValue(), "paper");
  assert.deepEqual((await all(page)).sort(), under("研修", "less", "paper"));
  await page.locator("[data-reset]").click();
  await page.waitForFunction(() => !new URLSearchParams(location.search).has("less"));
  await answered(page);
  assert.deepEqual((await all(page)).sort(), found(facts, "研修"));
});

async function choose(facet, term) {
  await page.selectOption(`select[name=${facet}]`, term);
  await page.waitForFunction(([facet, term]) => new URLSearchParams(location.search).get(facet) === term, [facet, term]);
  await answered(page);
}

test("filters find without any word", async () => {
  const facts = factsOf(site);
  const under = facts.filter(({ terms }) => terms.departments.includes("personnel")).map(({ id }) => id);
  await ask(page, site, "", { departments: "personnel" });
  assert.deepEqual(await all(page), under);
});

test("a filter's value that is no term is none", async () => {
  await visit(page, askedAt(site, "", { departments: "nobody", other: "1" }));
  assert.equal(await page.locator("select[name=departments]").inputValue(), "");
  assert.equal(await listStays(page), true);
});

test("back and forward bring queries and their answers again", async () => {
  await opened();
  await askAgain(page, "RPA");
  await askAgain(page, "税");
  await page.goBack();
  await answered(page);
  assert.equal(await page.locator("#q").inputValue(), "RPA");
  assert.deepEqual((await shown(page)).sort(), ["1-2-2", "1-3-3"]);
  await page.goForward();
  await answered(page);
  assert.equal(await page.locator("#q").inputValue(), "税");
  assert.deepEqual(await shown(page), ["1-3-6"]);
});

test("from an initiative that was found, back leads to the results", async () => {
  await ask(page, site, "RPA");
  const before = await shown(page);
  await results(page).first().locator("h2 a").click();
  assert.match(page.url(), /plan\/1-[\d-]+\.html$/);
  assert.match(await page.locator("h1").textContent(), /\S/);
  await page.goBack();
  await answered(page);
  assert.deepEqual(await shown(page), before);
});

test("ten are shown at a time, and the keyboard goes on where the next begin", async () => {
  await ask(page, site, MUCH);
  assert.equal(await results(page).count(), 10);
  assert.match(await told(page), /19/);
  await page.locator("[data-more]").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".results > li").length === 19);
  const at = () => [...document.querySelectorAll(".results > li")].indexOf(document.activeElement.closest("li"));
  assert.equal(await page.evaluate(at), 10);
  assert.equal(await page.locator("[data-more]").isVisible(), false);
});

test("where nothing is found the reader is told what to try", async () => {
  await ask(page, site, "ソフトクリーム");
  assert.equal(await results(page).count(), 0);
  assert.ok((await told(page)).includes("ソフトクリーム"));
  assert.equal(await page.locator(".search__tips").isVisible(), true);
  assert.ok((await page.locator(".search__tips li:visible").count()) >= 2);
  await askAgain(page, "税");
  assert.equal(await page.locator(".search__tips").isVisible(), false);
});

test("an empty query brings the whole list back", async () => {
  await ask(page, site, "税");
  assert.equal(await page.locator("#initiatives").isVisible(), false);
  await page.locator("#q").fill("");
  await page.waitForFunction(() => document.querySelector("#initiatives").checkVisibility());
  assert.equal(await listStays(page), true);
  assert.equal(new URL(page.url()).searchParams.get("q") ?? "", "");
});

test("the names of departments and categories lead to their lists", async () => {
  await ask(page, site, "ペーパーレス");
  assert.equal(await results(page).count(), 0);
  const links = page.locator(".search__terms a:visible");
  assert.deepEqual(await links.evaluateAll((links) => links.map(({ pathname }) => pathname)), ["/less/paper.html"]);
});

test("the keyboard alone leads from an initiative's page to what is found", async () => {
  await visit(page, addressOf(site, "plan/1-3-1.html"));
  await tabTo((element) => element.name === "q");
  await page.keyboard.type("マイナンバー");
  await Promise.all([page.waitForURL("**/search.html?q=*"), page.keyboard.press("Enter")]);
  await answered(page);
  await tabTo((element) => Boolean(element.closest(".results h2")));
  await Promise.all([page.waitForURL("**/plan/1-3-5.html"), page.keyboard.press("Enter")]);
});

async function tabTo(wanted) {
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`(${wanted})(document.activeElement)`)) return;
  }
  assert.fail("60 times Tab do not lead there");
}

test("without script the form leads to the page, which lists every initiative by section", async () => {
  const plain = await chromium.alone({ javaScriptEnabled: false });
  await visit(plain, addressOf(site, "plan/1-3-1.html"));
  await plain.locator("[role=search] input[name=q]").fill("税");
  await plain.keyboard.press("Enter");
  await plain.waitForURL(askedAt(site, "税"));
  const listed = await plain.locator("#initiatives a").evaluateAll((links) => links.map((link) => link.pathname));
  for (const { href } of factsOf(site)) assert.ok(listed.includes(`/${href}`), href);
  assert.ok((await plain.locator("#initiatives h3").count()) >= 4);
  assert.equal(await plain.locator("main :is(select, [data-more], [data-reset], .search__tips):visible").count(), 0);
  assert.equal(await plain.locator("main [role=search] input[name=q]:visible").count(), 1);
  await plain.context().close();
});

test("what may be said is said in one polite line", async () => {
  await ask(page, site, "税");
  const words = await sayings(page);
  for (const name of ["loading", "failed", "cannot", "none"]) assert.match(words[name], /\S/, name);
  assert.equal(await page.locator("[role=status], [role=alert], [aria-live]").count(), 1);
});
