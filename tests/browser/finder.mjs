// The page of a built site that searches it, as a reader uses it.
import { addressOf, visit } from "./browser.mjs";

/** Where a query is answered; `terms` are the filters that are chosen. */
export function askedAt(site, query, terms = {}) {
  return `${addressOf(site, "search.html")}?${new URLSearchParams({ q: query, ...terms })}`;
}

/** Opens the page with a query in its address and waits for the answer. */
export async function ask(page, site, query, terms) {
  await visit(page, askedAt(site, query, terms));
  await answered(page);
}

/** Puts a query in the place of the last one, sends it and waits for the answer. */
export async function askAgain(page, query) {
  await page.locator("#q").fill(query);
  // So that an answer can be told from the one before, which stays until there is another.
  await page.evaluate(() => (document.querySelector("[role=status]").textContent = ""));
  await page.keyboard.press("Enter");
  await answered(page);
}

/** Waits until the page says what it found, or that it could not look. */
export async function answered(page) {
  await page.waitForFunction(() => {
    const { q } = Object.fromEntries(new URLSearchParams(location.search));
    const { textContent, dataset } = document.querySelector("[role=status]");
    const asked = document.querySelector("#q").value.trim();
    return (q ?? "").trim() === asked && textContent && textContent !== dataset.loading;
  });
}

/** Opens the filters, and waits until they tell how many stand under each term. */
export async function openFilters(page) {
  const filters = page.locator("details");
  if (!(await filters.evaluate(({ open }) => open))) await filters.locator("summary").click();
  await page.waitForFunction(() => /\d/.test(document.querySelector("select[name=departments] option:last-child").textContent));
}

export const told = (page) => page.locator("[role=status]").textContent();

/** What the page may tell, by name. */
export const sayings = (page) => page.locator("[role=status]").evaluate((status) => ({ ...status.dataset }));

export const results = (page) => page.locator(".results > li");

/** The ids of the initiatives that are shown as results, in their order. */
export const shown = (page) =>
  page.locator(".results h2 a").evaluateAll((links) => links.map((link) => link.pathname.match(/([^/]+)\.html$/)[1]));

/** All of them: «さらに» is pressed until there are no more. */
export async function all(page) {
  const more = page.locator("[data-more]");
  while (await more.isVisible()) {
    const before = await results(page).count();
    await more.click();
    await page.waitForFunction((before) => {
      // What looked as if there were more may turn out to be all.
      const isAll = !document.querySelector("[data-more]").checkVisibility();
      return isAll || document.querySelectorAll(".results > li").length > before;
    }, before);
  }
  return shown(page);
}

/** Whether the list of all initiatives stands there instead of results. */
export const listStays = async (page) =>
  (await page.locator("#initiatives").isVisible()) && !(await page.locator(".results > li").first().isVisible());
