// axe-core finds nothing: WCAG 2.2 A and AA and its best practices, on every type of page, as every reader's system
// shows it.
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { DESKTOP, expectNothing, PHONE, start } from "./browser.mjs";
import { chosen, everyPage, sites } from "./sites.mjs";

/** axe reads colours that are not drawn there: in forced colours they are the reader's own. */
const COLOURS_OFF = { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } };
/** Paper has no pointer, no keyboard, and none of the links that lead around. */
const PAPER_OFF = Object.fromEntries(
  ["bypass", "scrollable-region-focusable", "skip-link", "target-size"].map((rule) => [rule, { enabled: false }]),
);

const PLAIN = {
  media: "screen",
  colorScheme: "light",
  contrast: "no-preference",
  forcedColors: "none",
  reducedMotion: "no-preference",
};
const MODES = {
  "phone, light": { size: PHONE },
  "phone, dark": { size: PHONE, colorScheme: "dark" },
  "desktop, light": { size: DESKTOP },
  "desktop, dark": { size: DESKTOP, colorScheme: "dark" },
  "more contrast": { size: PHONE, contrast: "more" },
  "more contrast, dark": { size: DESKTOP, contrast: "more", colorScheme: "dark" },
  "forced colours": { size: PHONE, forcedColors: "active", rules: COLOURS_OFF },
  "reduced motion": { size: PHONE, reducedMotion: "reduce" },
  paper: { size: DESKTOP, media: "print", rules: PAPER_OFF },
};
/** What sites of other shapes are looked at in: their markup is the first site's, their words and numbers are not. */
const FEWER = ["phone, light", "desktop, dark"];

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

for (const { name, site, page } of everyPage(sites, chosen)) {
  const modes = site === sites[0] ? Object.keys(MODES) : FEWER;
  test(name, () =>
    expectNothing(chromium, { site, page }, async (opened) => {
      const found = [];
      for (const mode of modes) found.push(...(await look(opened, mode)));
      return found;
    }),
  );
}

async function look(opened, mode) {
  const { size, rules, ...media } = MODES[mode];
  await opened.setViewportSize(size);
  await opened.emulateMedia({ ...PLAIN, ...media });
  return violations(opened, mode, rules);
}
