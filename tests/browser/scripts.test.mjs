// What the scripts add to a built site: sorting the table of targets, filtering the list of all initiatives.
// SITE is the folder of the site that this repository publishes; LONG, if given, that of one with several pages of initiatives.
// CHROMIUM is the browser. Both sites are looked at over HTTP, under the policy of their pages and with trusted types required, and as files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const SITE = resolve(process.env.SITE ?? "../../public");
const LONG = process.env.LONG && resolve(process.env.LONG);
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

let browser;
const servers = [];

before(async () => {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});

after(async () => {
  await browser.close();
  for (const server of servers) server.close();
});

/** Serves a folder and gives its address. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    try {
      const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8",
        "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** Opens a page of a site; whatever goes wrong in it fails the test. */
async function open(address, { before = () => {}, ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await before(page);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await page.goto(address);
  return { page, wrong, close: () => context.close() };
}

const shown = (page) => page.locator("main .entries > li:visible").count();
const status = (page) => page.locator("[role=status]").textContent();
const column = (page, n) => page.locator(`.all-targets tbody tr > :nth-child(${n})`);
const amounts = async (page, n) => column(page, n).evaluateAll((cells) => cells.map((cell) => cell.dataset.amount ?? null));

test("a column is sorted up, down, and back to the plan's order", async () => {
  const { page, wrong, close } = await open(`${await serve(SITE)}targets.html`);
  const head = page.locator(".all-targets thead th").nth(2);
  const plan = await amounts(page, 3);
  await head.locator("button").focus();
  for (const [order, direction] of [["ascending", 1], ["descending", -1]]) {
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), order);
    const found = await amounts(page, 3);
    const numbers = found.filter((amount) => amount !== null).map(Number);
    assert.ok(numbers.length > 10);
    assert.deepEqual(numbers, numbers.toSorted((a, b) => direction * (a - b)));
    assert.ok(found.slice(numbers.length).every((amount) => amount === null), "what has no amount stands last");
    assert.ok((await status(page)).includes(await head.locator("button > span").first().textContent()));
  }
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), null);
  assert.deepEqual(await amounts(page, 3), plan);
  assert.deepEqual(wrong, []);
  await close();
});

test("one column is sorted at a time, names by the page's language", async () => {
  const { page, close } = await open(`${await serve(SITE)}targets.html`);
  const heads = page.locator(".all-targets thead th");
  await heads.nth(1).locator("button").click();
  await heads.nth(0).locator("button").click();
  assert.equal(await page.locator(".all-targets [aria-sort]").count(), 1);
  const names = await column(page, 1).evaluateAll((cells) => cells.map((cell) => cell.dataset.text));
  const { compare } = new Intl.Collator("ja", { numeric: true });
  assert.deepEqual(names, names.toSorted(compare));
  await close();
});

test("without script the pages are whole and show no controls", async () => {
  const base = await serve(SITE);
  const { page, close } = await open(`${base}plan/index.html`, { javaScriptEnabled: false });
  assert.equal(await page.locator("main :is(.filter, button):visible").count(), 0);
  assert.ok((await shown(page)) > 10);
  await page.goto(`${base}targets.html`);
  assert.equal(await page.locator("main button:visible").count(), 0);
  assert.ok((await column(page, 1).count()) > 10);
  await close();
});

test("filters combine, count, stand in the address and are taken off", async () => {
  const { page, wrong, close } = await open(`${await serve(SITE)}plan/index.html`);
  const all = await shown(page);
  const choose = async (facet) => {
    const option = page.locator(`select[name=${facet}] option`).nth(2);
    await page.selectOption(`select[name=${facet}]`, await option.getAttribute("value"));
    return Number(/(\d+)\D*$/.exec(await option.textContent())[1]);
  };
  const one = await choose("departments");
  assert.equal(await shown(page), one);
  await choose("less");
  const both = await shown(page);
  assert.ok(both < one && both > 0);
  assert.match(await status(page), new RegExp(`${all}\\D+${both}\\D`));
  assert.match(page.url(), /\?departments=[\w-]+&less=[\w-]+$/);
  assert.equal(await page.locator(".group:visible").count(), await page.locator(".entries:has(> li:visible)").count());
  await page.locator("button[type=reset]").click();
  assert.equal(await shown(page), all);
  assert.equal(new URL(page.url()).search, "");
  assert.deepEqual(wrong, []);
  await close();
});

test("an address brings its filters back, and an unknown value is none", async () => {
  const base = await serve(SITE);
  const { page, close } = await open(`${base}plan/index.html`);
  const all = await shown(page);
  await page.selectOption("select[name=less]", { index: 1 });
  const few = await shown(page);
  assert.ok(few < all);
  const address = page.url();
  await page.locator("main .entries > li:visible a").first().click();
  await page.goBack();
  assert.equal(page.url(), address);
  assert.equal(await shown(page), few);
  await page.goto("about:blank");
  await page.goto(`${address}&departments=nobody&other=1`);
  assert.equal(await shown(page), few);
  assert.equal(await page.locator("select[name=departments]").inputValue(), "");
  await close();
});

test("a filter whose script has not come cannot be seen or reached", async () => {
  const before = (page) => page.route("**/filter-*.js", (route) => route.abort());
  const { page, close } = await open(`${await serve(SITE)}plan/index.html`, { before });
  assert.equal(await page.locator(".filter :is(select, button):visible").count(), 0);
  assert.ok((await shown(page)) > 10);
  await close();
});

test("the address that phones pass on has the filters too", async () => {
  const { page, close } = await open(`${await serve(SITE)}plan/index.html`);
  const canonical = () => page.locator("link[rel=canonical]").evaluate((link) => link.href);
  const whole = await canonical();
  assert.equal(new URL(whole).search, "");
  await page.selectOption("select[name=less]", { index: 1 });
  const chosen = await canonical();
  assert.equal(chosen, whole + new URL(page.url()).search);
  assert.notEqual(chosen, whole);
  await page.reload();
  assert.equal(await canonical(), chosen);
  await page.locator("button[type=reset]").click();
  assert.equal(await canonical(), whole);
  await close();
});

test("where the address must not change, the list is filtered all the same", async () => {
  const forbid = () => (history.replaceState = () => { throw new DOMException("often", "SecurityError"); });
  const before = (page) => page.addInitScript(forbid);
  const { page, wrong, close } = await open(`${await serve(SITE)}plan/index.html`, { before });
  const all = await shown(page);
  await page.selectOption("select[name=less]", { index: 1 });
  assert.ok((await shown(page)) < all);
  assert.deepEqual(wrong, []);
  await close();
});

test("on a phone a choice is answered where it is seen, and the focus is not behind the answer", async () => {
  const { page, close } = await open(`${await serve(SITE)}plan/index.html`, { viewport: { width: 360, height: 640 } });
  const box = (selector) => page.locator(selector).evaluate((it) => it.getBoundingClientRect().toJSON());
  await page.selectOption("select[name=departments]", { index: 1 });
  const answer = await box("[role=status]");
  assert.ok(answer.height > 0 && answer.top >= 0 && answer.bottom <= 640, JSON.stringify(answer));
  await page.locator("select").first().focus();
  for (let at = await page.locator("select").count(); at > 0; at -= 1) {
    await page.keyboard.press("Tab");
    const focused = await box(":focus");
    assert.ok(focused.bottom <= (await box("[role=status]")).top, JSON.stringify(focused));
  }
  await close();
});

test("filters and sorting work in a folder opened as files", async () => {
  const { page, wrong, close } = await open(pathToFileURL(join(SITE, "plan/index.html")).href);
  const all = await shown(page);
  await page.selectOption("select[name=less]", { index: 1 });
  assert.ok((await shown(page)) < all);
  await page.goto(pathToFileURL(join(SITE, "targets.html")).href);
  await page.locator(".sort").first().click();
  assert.equal(await page.locator("[aria-sort]").count(), 1);
  assert.deepEqual(wrong, []);
  await close();
});

test("no page of either is wider than a phone", async () => {
  const { page, close } = await open(`${await serve(SITE)}targets.html`, { viewport: { width: 320, height: 640 } });
  for (const path of ["targets.html", "plan/index.html"]) {
    await page.goto(new URL(`/${path}`, page.url()).href);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
  }
  await close();
});

test("a list of several pages is filtered as one", { skip: !LONG }, async () => {
  const { page, wrong, close } = await open(`${await serve(LONG)}plan/index_2.html`);
  const option = page.locator("select[name=departments] option").nth(1);
  const count = Number(/(\d+)\D*$/.exec(await option.textContent())[1]);
  await page.selectOption("select[name=departments]", await option.getAttribute("value"));
  await page.locator(".filtered:visible").waitFor();
  assert.equal(await shown(page), Math.min(count, 100));
  assert.equal(await page.locator(".pager:visible").count(), 0);
  assert.ok((await status(page)).includes(String(count)));
  if (count > 100) {
    await page.locator("[data-more]").click();
    assert.equal(await shown(page), Math.min(count, 200));
    assert.equal(await page.evaluate(() => [...document.querySelectorAll(".filtered li:has(h2)")].indexOf(document.activeElement.closest(".entries > li"))), 100);
  }
  await page.locator("button[type=reset]").click();
  assert.equal(await page.locator(".pager:visible").count(), 1);
  assert.deepEqual(wrong, []);
  await close();
});

test("an initiative that the filter shows looks as in its own list", { skip: !LONG }, async () => {
  const { page, close } = await open(`${await serve(LONG)}plan/index.html`);
  const looks = (within) =>
    page.locator(`${within} .entries > li:has(.chip--goal)`).evaluateAll((entries) => entries.slice(0, 5).map((entry) =>
      [...entry.querySelectorAll("a, dt")].map((it) => [it.localName, it.className, it.href, it.textContent])));
  const own = await looks("#initiatives");
  assert.ok(own.length === 5);
  const value = await page.locator("select[name=sdgs] option").nth(1).getAttribute("value");
  await page.selectOption("select[name=sdgs]", value);
  await page.locator(".filtered:visible").waitFor();
  assert.deepEqual(await looks(".filtered"), own);
  await close();
});

test("while all initiatives are loaded the reader is told; what could not be had is asked for anew", { skip: !LONG }, async () => {
  const { page, close } = await open(`${await serve(LONG)}plan/index.html`);
  const words = await page.locator("[role=status]").evaluate((it) => ({ ...it.dataset }));
  const answers = [(route) => route.abort(), (route) => route.fulfill({ json: {} }), (route) => route.continue()];
  let answer;
  const asked = () => new Promise((is) => (answer = is));
  await page.route("**/initiatives.json", (route) => answer(route));
  for (const [at, give] of answers.entries()) {
    const route = asked();
    await page.selectOption("select[name=departments]", { index: at % 2 === 0 ? 1 : 0 });
    if (at % 2 === 1) await page.selectOption("select[name=years]", { index: 1 });
    const held = await route;
    assert.equal(await status(page), words.loading);
    await give(held);
    await page.waitForFunction((loading) => document.querySelector("[role=status]").textContent !== loading, words.loading);
    const isLast = at === answers.length - 1;
    assert.equal((await status(page)).includes(words.here), !isLast);
    assert.equal(await page.locator(".filtered").isVisible(), isLast);
    assert.ok((await shown(page)) > 0);
  }
  await close();
});

test("a list of several pages opened as files is filtered by its page, and says so", { skip: !LONG }, async () => {
  const { page, close } = await open(pathToFileURL(join(LONG, "plan/index.html")).href);
  await page.selectOption("select[name=departments]", { index: 1 });
  const { here } = await page.locator("[role=status]").evaluate((it) => ({ ...it.dataset }));
  await page.waitForFunction((here) => document.querySelector("[role=status]").textContent.includes(here), here);
  assert.ok((await shown(page)) < 100);
  assert.equal(await page.locator(".pager:visible").count(), 0);
  await close();
});
