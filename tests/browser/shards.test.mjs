// Searching a large plan, whose texts are not loaded whole. LONG is the folder of a site made by many.mjs. LARGE, if given, that of
// the ten thousand initiatives which comparisons are made with: there the bytes have a bar too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { addressOf, start, visit } from "./browser.mjs";
import { all, answered, ask, askAgain, askedAt, listStays, openFilters, sayings, shown, told } from "./finder.mjs";
import { accountant, askAll, costOfFirst, foundBy, judge, median, QUERIES_OF_LARGE, QUERIES_OF_MANY } from "./shards.mjs";
import { siteIn } from "./sites.mjs";
import { countsOf, factsOf, found, ranked } from "./truth.mjs";

const long = process.env.LONG && siteIn(process.env.LONG);
const large = process.env.LARGE && siteIn(process.env.LARGE);
const MOST_OF_FIRST = 75_000;
const MOST_OF_LATER = 10_000;

let chromium;
before(async () => (chromium = await start([], [long, large].filter(Boolean))));
after(() => chromium.close());

const isShort = (query) => [...query].length <= 2;

for (const [name, site, queries] of [["many", long, QUERIES_OF_MANY], ["ten thousand", large, QUERIES_OF_LARGE]]) {
  test(`${name}: every query finds all there is, and what is shown is right`, { skip: !site }, async (t) => {
    assert.ok(queries.length >= 40);
    const manifest = JSON.parse(readFileSync(path.join(site.folder, "search/manifest.json"), "utf8"));
    assert.equal(manifest.mode, "shards");
    const facts = factsOf(site);
    const page = await accountant(chromium);
    await visit(page, addressOf(site, "search.html"));
    const answers = await askAll(page, queries);
    const judged = [];
    for (const { query, ids: ten } of answers) {
      const ids = await foundBy(page, query);
      judged.push(judge(facts, query, ids, ten));
      if (isShort(query)) assert.equal(String(ids), String(ranked(facts, query)), `the order of ${query}`);
    }
    const least = (what) => Math.min(...judged.map((it) => it[what]));
    t.diagnostic(`${name}: ${queries.length} queries, ${judged.filter(({ truth }) => truth).length} of them find something`);
    t.diagnostic(`${name}: recall ${least("recall")}, precision of the ten shown ${least("precision")}, at the least`);
    assert.deepEqual(judged.filter(({ recall, precision, isFull }) => recall < 1 || precision < 1 || !isFull), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`${name}: what a query costs`, { skip: !site }, async (t) => {
    const first = [];
    for (const query of queries) first.push(await costOfFirst(chromium, site, query));
    const page = await accountant(chromium);
    await ask(page, site, queries[0]);
    const later = (await askAll(page, queries.slice(1))).map(({ bytes }) => bytes);
    const [most, usual] = [Math.max(...first), median(later)];
    t.diagnostic(`${name}: the first query costs ${Math.min(...first)} to ${most} bytes in all, ${median(first)} in the median`);
    t.diagnostic(`${name}: a later one ${usual} in the median, ${Math.max(...later)} at most`);
    t.diagnostic(`${name}: what costs most is ${queries[first.indexOf(most)]}`);
    if (site === large) assert.ok(most <= MOST_OF_FIRST, `${queries[first.indexOf(most)]}: ${most} bytes`);
    assert.ok(usual <= MOST_OF_LATER, `${usual} bytes`);
    await page.context().close();
  });
}

test("more are shown ten at a time, to the last", { skip: !long }, async () => {
  const facts = factsOf(long);
  const page = await chromium.alone();
  for (const query of ["防災無線の更新", "林道 移転", "診療所の統合 保護者"]) {
    await ask(page, long, query);
    assert.deepEqual((await all(page)).sort(), found(facts, query).sort(), query);
    assert.match(await told(page), new RegExp(`(?<!\\d)${found(facts, query).length}(?!\\d)`), "at the end the number is exact");
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("filters count and narrow what is found", { skip: !long }, async () => {
  const facts = factsOf(long);
  const page = await chromium.alone();
  const hits = facts.filter(({ id }) => found(facts, "税").includes(id));
  await ask(page, long, "税");
  const counted = page.locator("select[name=years] option").last();
  assert.doesNotMatch(await counted.textContent(), /件/, "until the reader comes to the filters nothing is loaded for them");
  await openFilters(page);
  for (const facet of ["departments", "sdgs", "years"]) {
    const counts = await page.locator(`select[name=${facet}] option`).evaluateAll((options) =>
      options.slice(1).map(({ value, textContent }) => [value, Number(/(\d+)\D*$/.exec(textContent)[1])]),
    );
    const told = Object.fromEntries(counts.filter(([, count]) => count > 0));
    assert.deepEqual(told, countsOf(hits, facet), facet);
  }
  await ask(page, long, "税", { departments: "industry", sdgs: "13" });
  const both = hits.filter(({ terms }) => terms.departments.includes("industry") && terms.sdgs.includes("13"));
  assert.ok(both.length > 0);
  assert.deepEqual((await all(page)).sort(), both.map(({ id }) => id).sort());
  await page.context().close();
});

test("of two queries the newer is answered, whichever files come first", { skip: !long }, async () => {
  const page = await chromium.alone();
  const held = [];
  await ask(page, long, "給食");
  await page.route("**/search/**", (route) => (held.length < 2 ? held.push(route) : route.continue()));
  await page.locator("#q").fill("鍾乳洞の"); // waits
  await page.keyboard.press("Enter");
  await page.waitForFunction((loading) => document.querySelector("[role=status]").textContent === loading, (await sayings(page)).loading);
  await askAgain(page, "ムササビ");
  const newer = await shown(page);
  assert.deepEqual([...newer].sort(), found(factsOf(long), "ムササビ").sort());
  for (const route of held) await route.continue();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(await shown(page), newer);
  assert.ok((await told(page)).includes("ムササビ"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const [what, files] of Object.entries({ shards: "**/search/words/*", texts: "**/search/texts/*", beginning: "**/search/prefix-*" })) {
  test(`where the ${what} are gone the reader is told, and a later try finds them`, { skip: !long }, async () => {
    const page = await chromium.alone();
    await page.route(files, (route) => route.fulfill({ status: 404, body: "gone" }));
    await visit(page, askedAt(long, "鍾乳洞"));
    await answered(page);
    assert.equal(await told(page), (await sayings(page)).failed);
    assert.equal(await listStays(page), true);
    await page.unrouteAll();
    await askAgain(page, "鍾乳洞");
    assert.deepEqual((await shown(page)).sort(), found(factsOf(long), "鍾乳洞").sort());
    await page.context().close();
  });
}

test("a word that nobody has, of pairs that many have, asks for no more than two hundred texts", { skip: !large }, async () => {
  const page = await chromium.alone();
  let texts = 0;
  page.on("request", (request) => (texts += request.url().includes("/search/texts/")));
  await ask(page, large, "オンラインライン");
  assert.deepEqual(await shown(page), []);
  assert.ok(texts > 0 && texts <= 200, `${texts} texts`);
  await page.context().close();
});
