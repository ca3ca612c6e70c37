// What a reader gets of a search whose files come late, broken, of another day or not at all; and of a folder without a host.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { addressOf, start, visit } from "./browser.mjs";
import { all, answered, ask, askAgain, askedAt, listStays, sayings, shown, told } from "./finder.mjs";
import { fileOf, sites } from "./sites.mjs";
import { factsOf, found } from "./truth.mjs";

const [site] = sites;
const FILES = "**/search/*";

let chromium;
let page;
before(async () => (chromium = await start()));
after(() => chromium.close());
beforeEach(async () => (page = await chromium.alone()));
afterEach(() => page.context().close());

/** What went wrong besides the files that were not to be had, of which Chromium tells itself. */
const otherComplaints = () => page.complaints.filter((text) => !/Failed to load resource|\/search\//.test(text));

/** What the page says when it could not look, and that it finds something as soon as the files are there. */
async function isToldAndMended(saying) {
  assert.ok((await told(page)).includes((await sayings(page))[saying]), await told(page));
  assert.equal(await listStays(page), true);
  await page.unrouteAll();
  await askAgain(page, "RPA");
  assert.deepEqual((await shown(page)).sort(), ["1-2-2", "1-3-3"]);
  assert.deepEqual(otherComplaints(), []);
}

const FAILURES = {
  "no network": (route) => route.abort("internetdisconnected"),
  "a host in trouble": (route) => route.fulfill({ status: 503, body: "<h1>later</h1>" }),
  "a page instead of every file": (route) => route.fulfill({ contentType: "text/html", body: "<h1>no</h1>" }),
  "a manifest of a format to come": async (route) => {
    if (!route.request().url().endsWith("manifest.json")) return route.continue();
    const manifest = await (await route.fetch()).json();
    return route.fulfill({ json: { ...manifest, version: manifest.version + 1 } });
  },
};

for (const [name, give] of Object.entries(FAILURES)) {
  test(name, async () => {
    await page.route(FILES, give);
    await ask(page, site, "税");
    await isToldAndMended("failed");
  });
}

for (const [name, cut] of Object.entries({ truncated: (body) => body.subarray(0, body.length / 2), broken: (body) => body.map((byte) => byte ^ 0x55) })) {
  test(`a file that is ${name}`, async () => {
    await page.route("**/search/*.bin", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: cut(await response.body()) });
    });
    await ask(page, site, "税");
    await isToldAndMended("failed");
  });
}

test("a manifest of another day, whose files are gone", async () => {
  await page.route("**/search/manifest.json", async (route) => {
    const response = await route.fetch();
    const manifest = await response.text();
    await route.fulfill({ response, body: manifest.replace(/-[0-9a-f]{12}\.bin/g, "-000000000000.bin") });
  });
  await ask(page, site, "税");
  await isToldAndMended("failed");
});

test("while files are loaded the reader is told, and of two queries the newer is answered", async () => {
  const held = [];
  let isHeld = true;
  await page.route(FILES, (route) => (isHeld ? held.push(route) : route.continue()));
  await visit(page, askedAt(site, "税"));
  const { loading } = await sayings(page);
  await page.waitForFunction((text) => document.querySelector("[role=status]").textContent === text, loading);
  await page.locator("#q").fill("マイナンバー");
  await page.keyboard.press("Enter");
  await page.locator("#q").fill("テレワーク");
  await page.keyboard.press("Enter");
  assert.equal(await told(page), loading);
  assert.equal(await listStays(page), false, "the list is not taken for the answer");
  isHeld = false;
  for (const route of held) await route.continue();
  await answered(page);
  assert.deepEqual((await all(page)).sort(), ["1-3-3", "1-4-5"]);
  assert.ok(!(await told(page)).includes("税"));
  assert.deepEqual(page.complaints, []);
});

for (const type of ["text/plain; charset=utf-8", "application/gzip", "application/x-binary", "text/html"]) {
  test(`a host that calls the files ${type}`, async () => {
    await page.route("**/search/**/*.bin", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, contentType: type });
    });
    await ask(page, site, "税");
    assert.deepEqual(await shown(page), ["1-3-6"]);
    assert.deepEqual(page.complaints, []);
  });
}

test("where a browser cannot unpack the files it says so, and asks for none", async () => {
  await page.addInitScript(() => delete globalThis.DecompressionStream);
  const asked = [];
  page.on("request", (request) => request.url().includes("/search/") && asked.push(request.url()));
  await ask(page, site, "税");
  assert.equal(await told(page), (await sayings(page)).cannot);
  assert.equal(await listStays(page), true);
  assert.deepEqual([...asked, ...page.complaints], []);
});

test("a folder opened as files says that it cannot search, and tries nothing", async () => {
  const address = pathToFileURL(fileOf(site, "search.html")).href;
  await visit(page, `${address}?q=${encodeURIComponent("税")}`);
  await answered(page);
  assert.equal(await told(page), (await sayings(page)).cannot);
  assert.equal(await listStays(page), true);
  await page.locator("#q").fill("RPA");
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal(await told(page), (await sayings(page)).cannot);
  assert.deepEqual(page.complaints, []);
});

for (const other of sites.filter(({ base }) => base.pathname !== "/")) {
  test(`from a folder of a host: ${other.name}${other.base.pathname}`, async () => {
    const facts = factsOf(other);
    const query = facts[0].head.split("\n")[1];
    await visit(page, addressOf(other, facts.at(-1).href));
    await page.locator("[role=search] input[name=q]").fill(query);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search.html?q=*");
    await answered(page);
    assert.deepEqual((await all(page)).sort(), found(facts, query).sort());
    await page.locator(".results h2 a").first().click();
    await page.waitForURL(addressOf(other, facts[0].href));
    assert.deepEqual(page.complaints, []);
  });
}

test("each site of another shape finds its initiatives by their titles", async () => {
  for (const other of sites.slice(1)) {
    const facts = factsOf(other);
    for (const { head } of facts) {
      const title = head.split("\n")[1];
      await ask(page, other, title);
      assert.deepEqual((await all(page)).sort(), found(facts, title).sort(), `${other.name}: ${title}`);
    }
  }
  assert.deepEqual(page.complaints, []);
});
