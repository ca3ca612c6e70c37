// Lighthouse gives every point for accessibility, best practices and SEO. Performance is told only: it depends on the
// machine.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { addressOf, start } from "./browser.mjs";
import { initiatives, sites } from "./sites.mjs";

const PORT = 9222 + (process.pid % 1000);
const ASSERTED = ["accessibility", "best-practices", "seo"];

let chromium;
before(async () => (chromium = await start([`--remote-debugging-port=${PORT}`])));
after(() => chromium.close());

const [site] = sites;
const longest = initiatives(site).sort((one, other) => site.pages.get(other).length - site.pages.get(one).length)[0];

for (const page of ["index.html", longest, "plan/index.html"]) {
  test(page, async (t) => {
    const { lhr } = await lighthouse(addressOf(site, page), { port: PORT, logLevel: "error" });
    const points = Object.values(lhr.categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
    t.diagnostic(`${page}: ${points.join(", ")}`);
    assert.deepEqual(
      ASSERTED.flatMap((category) => lost(lhr, category)),
      [],
    );
  });
}

/** The audits of a category that cost points. */
function lost(lhr, category) {
  const { auditRefs, score } = lhr.categories[category];
  if (score === 1) return [];
  const audits = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
  return audits
    .filter((audit) => audit.score !== null && audit.score < 1)
    .map(({ id, title }) => `${category}: ${id} (${title})`);
}
