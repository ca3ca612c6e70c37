// Nothing is cut off, however narrow the window and however large the letters: 320 pixels (1280 at four times the size),
// letters of four times the usual size, and the spacing of WCAG 1.4.12. Only regions that have a name and a tab stop
// scroll sideways.
import { after, before, test } from "node:test";
import { DESKTOP, expectNothing, NARROWEST, start } from "./browser.mjs";
import { cutOff, startLarge } from "./reflow.mjs";
import { chosen, everyPage, sites } from "./sites.mjs";

const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

let usual;
let large;
before(async () => {
  usual = await start();
  large = await startLarge();
});
after(() => Promise.all([usual.close(), large.close()]));

for (const { name, site, page } of everyPage()) {
  test(`${name} at 320 pixels`, () => expectNothing(usual, { site, page, viewport: NARROWEST }, cutOff));
}

for (const { name, site, page } of everyPage(sites, chosen)) {
  test(`${name} with letters of 400 %`, () => expectNothing(large, { site, page, viewport: DESKTOP }, cutOff));

  test(`${name} with more room between letters, words and lines`, () =>
    expectNothing(usual, { site, page, viewport: NARROWEST }, async (opened) => {
      await opened.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
      }, SPACED);
      return cutOff(opened);
    }));
}
