// An initiative's page is light: with all that it loads it is at most 40 KB, compressed. The script of the search is at most 5 KB.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { addressOf, start } from "./browser.mjs";
import { chosen, everyPage, initiatives, sites } from "./sites.mjs";

const MOST = 40_000;
const MOST_OF_SEARCH = 5 * 1024;

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

for (const { name, site, page } of everyPage(sites, initiatives)) {
  test(name, async (t) => {
    const weight = await weightOf(site, page);
    t.diagnostic(`${name}: ${weight} bytes`);
    assert.ok(weight <= MOST, `${weight} bytes are more than ${MOST}`);
  });
}

test("the script of the search", (t) => {
  const assets = path.join(sites[0].folder, "assets");
  const name = readdirSync(assets).find((file) => /^search-[0-9a-f]{12}\.js$/.test(file));
  const script = readFileSync(path.join(assets, name));
  const weight = gzipSync(script, { level: 9 }).length;
  t.diagnostic(`the script of the search: ${weight} bytes`);
  assert.ok(weight <= MOST_OF_SEARCH, `${weight} bytes are more than ${MOST_OF_SEARCH}`);
});

test("other pages", async (t) => {
  for (const page of chosen(sites[0])) t.diagnostic(`${page}: ${await weightOf(sites[0], page)} bytes`);
});

/** The bytes of a page and of all that it loads, its icon too, each compressed. */
async function weightOf(site, page) {
  const opened = await chromium.open(addressOf(site, page));
  const urls = await opened.evaluate(() => [
    location.href,
    document.querySelector('link[rel="icon"]').href,
    ...performance.getEntriesByType("resource").map(({ name }) => name),
  ]);
  const files = new Set(urls.map((url) => new URL(url).pathname.slice(site.base.pathname.length)));
  const packed = [...files].map((file) => gzipSync(readFileSync(path.join(site.folder, file)), { level: 9 }).length);
  return packed.reduce((sum, bytes) => sum + bytes, 0);
}
