// On paper: an initiative is at most two sheets of A4, and nothing is cut off at their edge.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, expectNothing, start } from "./browser.mjs";
import { chosen, everyPage, initiatives, sites } from "./sites.mjs";

/** What the theme's margins leave of A4: 180 of 210 mm, at 96 pixels an inch. */
const PAPER = { width: 680, height: 1000 };
const A4 = [595, 842];

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

for (const { name, site, page } of everyPage(sites, initiatives)) {
  test(`${name} is at most two sheets`, async (t) => {
    const { count, size } = await sheets(site, page);
    t.diagnostic(`${name}: ${count} sheets`);
    assert.deepEqual(size, A4);
    assert.ok(count <= 2, `${count} sheets`);
  });
}

for (const { name, site, page } of everyPage(sites, (site) => [...new Set([...chosen(site), ...initiatives(site)])])) {
  test(`${name} fits on paper`, () =>
    expectNothing(chromium, { site, page, viewport: PAPER }, async (opened) => {
      await opened.emulateMedia({ media: "print" });
      return opened.evaluate(() => {
        const { cutOff, overlaps, slidesSideways } = globalThis.keikaku;
        return [slidesSideways, cutOff, overlaps].flatMap((ask) => ask());
      });
    }));
}

for (const { name, site, page } of everyPage(sites, ({ pages }) =>
  [...pages.keys()].filter((page) => page === "print.html"),
)) {
  test(`${name}, the booklet`, async (t) => {
    const { count, size } = await sheets(site, page);
    t.diagnostic(`${name}: ${count} sheets`);
    assert.deepEqual(size, A4);
  });
}

for (const { name, site, page } of everyPage(sites, ({ pages }) =>
  [...pages.keys()].filter((page) => /^print\b/.test(page)),
)) {
  test(`${name} begins with its contents`, () =>
    expectNothing(chromium, { site, page, viewport: PAPER }, async (opened) => {
      await opened.emulateMedia({ media: "print" });
      const first = await opened.evaluate(() => {
        const [contents, sheet] = [".contents", ".sheet"].map((part) => document.querySelector(part));
        const links = [...contents.querySelectorAll("a")].filter((link) => link.checkVisibility());
        return { links: links.length, apart: getComputedStyle(sheet).breakBefore, shown: contents.offsetHeight > 0 };
      });
      const right = first.links > 0 && first.shown && first.apart === "page";
      return right ? [] : [JSON.stringify(first)];
    }));
}

/** How many sheets a page takes on paper, and their size in points. */
async function sheets(site, page) {
  const opened = await chromium.open(addressOf(site, page));
  const pdf = (await opened.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, , , width, height] = pdf.match(/\/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]/);
  return { count: pdf.match(/\/Type \/Page\b/g).length, size: [width, height].map((points) => Math.round(points)) };
}
