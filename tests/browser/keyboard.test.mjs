// The keyboard alone reaches everything, in the order in which it is written, and the focus is always seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, DESKTOP, expectNothing, PHONE, start } from "./browser.mjs";
import { chosen, everyPage, sites } from "./sites.mjs";

const LOOKS = {
  "phone, light": { viewport: PHONE, colorScheme: "light" },
  "desktop, dark": { viewport: DESKTOP, colorScheme: "dark" },
  "forced colours": { viewport: PHONE, forcedColors: "active" },
};

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

for (const { name, site, page } of everyPage(sites, chosen)) {
  for (const [look, options] of Object.entries(LOOKS)) {
    test(`${name}, ${look}`, () => expectNothing(chromium, { site, page, ...options }, walk));
  }
}

/** Presses Tab from the top to the end of a page. */
async function walk(opened) {
  const expected = await opened.evaluate(() => globalThis.keikaku.stops().map(globalThis.keikaku.told));
  const found = [];
  for (let at = 0; at < expected.length; at += 1) {
    await opened.keyboard.press("Tab");
    const stop = await opened.evaluate(() => globalThis.keikaku.focused());
    if (stop?.at !== at)
      return [...found, `Tab ${at + 1} leads to ${stop?.told ?? "nothing"} and not to ${expected[at]}`];
    found.push(...stop.wrong);
  }
  return found;
}

for (const site of sites) {
  test(`${site.name}: the first Tab is the way to the content`, async () => {
    const opened = await chromium.open(addressOf(site, "plan/index.html"), { viewport: PHONE });
    await opened.keyboard.press("Tab");
    const { told, wrong } = await opened.evaluate(() => globalThis.keikaku.focused());
    assert.match(told, /skip-link/);
    assert.deepEqual(wrong, []);
    await opened.keyboard.press("Enter");
    assert.equal(new URL(opened.url()).hash, "#main");
    await opened.keyboard.press("Tab");
    assert.equal(
      await opened.evaluate(() => Boolean(document.activeElement.closest("main"))),
      true,
      "the next Tab is in main",
    );
  });
}
