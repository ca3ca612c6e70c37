// A site that was unpacked from an archive is read from the disk, without any server.
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DESKTOP, expectNothing, start } from "./browser.mjs";
import { chosen, everyPage, fileOf, sites } from "./sites.mjs";

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

/** 404.html is a host's: it counts its links from the address that the site is made for. */
const readable = (site) => chosen(site).filter((page) => page !== "404.html");

for (const { name, site, page } of everyPage(sites, readable)) {
  const address = pathToFileURL(fileOf(site, page)).href;
  test(name, () =>
    expectNothing(chromium, { site, page, address, viewport: DESKTOP }, async (opened) => {
      const styled = await opened.evaluate(
        () => getComputedStyle(document.querySelector(".skip-link")).position === "absolute",
      );
      return styled ? [] : ["the stylesheet is not applied"];
    }),
  );
}
