// The page of the search before, during and after a search, as every reader's system shows it: axe-core finds nothing, and
// nothing is cut off.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { addressOf, DESKTOP, NARROWEST, PHONE, start, visit } from "./browser.mjs";
import { answered, ask, askedAt, sayings } from "./finder.mjs";
import { cutOff, startLarge } from "./reflow.mjs";
import { sites } from "./sites.mjs";

const [site] = sites;

/** How the page comes to be in each of its states. */
const STATES = {
  "before": (page) => visit(page, addressOf(site, "search.html")),
  "while it loads": async (page) => {
    await page.route("**/search/*", () => {});
    await visit(page, askedAt(site, "研修"));
    const { loading } = await sayings(page);
    await page.waitForFunction((text) => document.querySelector("[role=status]").textContent === text, loading);
  },
  "with results": (page) => ask(page, site, "研修 職員"),
  "with more of them and a filter": (page) => ask(page, site, "課", { less: "paper" }),
  "with none": (page) => ask(page, site, "ソフトクリーム"),
  "with a list of that name": (page) => ask(page, site, "人事課"),
  "when it fails": async (page) => {
    await page.route("**/search/*", (route) => route.abort());
    await visit(page, askedAt(site, "研修"));
    await answered(page);
  },
};

const LOOKS = [PHONE, DESKTOP].flatMap((viewport) => ["light", "dark"].map((colorScheme) => ({ viewport, colorScheme })));

let usual;
let large;
before(async () => {
  usual = await start();
  large = await startLarge();
});
after(() => Promise.all([usual.close(), large.close()]));

for (const [name, come] of Object.entries(STATES)) {
  test(`axe-core, ${name}`, async () => {
    const found = [];
    for (const look of LOOKS) {
      const page = await usual.alone(look);
      await come(page);
      found.push(...(await violations(page, `${look.viewport.width}, ${look.colorScheme}`)));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });

  test(`nothing is cut off, ${name}`, async () => {
    const found = [];
    for (const [chromium, viewport] of [[usual, NARROWEST], [large, DESKTOP]]) {
      const page = await chromium.alone({ viewport });
      await come(page);
      found.push(...(await cutOff(page)).map((what) => `${viewport.width}: ${what}`));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });
}
