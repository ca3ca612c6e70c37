// Without script a page holds the same words; a script adds controls, what tells of their work (role="status"), and
// what is marked `data-script`. Nothing on a page is inline but data, so a strict policy can stand.
import { after, before, test } from "node:test";
import { addressOf, expectNothing, start } from "./browser.mjs";
import { everyPage } from "./sites.mjs";

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

for (const { name, site, page } of everyPage()) {
  test(name, () =>
    expectNothing(chromium, { site, page, javaScriptEnabled: false }, async (plain) => {
      const without = await wordsOf(plain, { added: true });
      const inline = await plain.evaluate(() => globalThis.keikaku.inline());
      const scripted = await chromium.open(addressOf(site, page));
      const lost = missing(without, await wordsOf(scripted, { added: true }));
      const more = missing(await wordsOf(scripted, { added: false }), without);
      return [
        ...scripted.complaints,
        ...inline.map((what) => `inline: ${what}`),
        ...lost.map((text) => `the script takes away: ${text}`),
        ...more.map((text) => `only with script: ${text}`),
      ];
    }),
  );
}

const wordsOf = (opened, which) => opened.evaluate((which) => globalThis.keikaku.words(which), which);

/** The texts that are not among the others, each as often as it stands there more. */
function missing(texts, others) {
  const left = new Map();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
