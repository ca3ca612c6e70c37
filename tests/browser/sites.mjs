// The built sites that are looked at, their pages, and which of them stand for all.
//
// Nobody has to enter a new type of page anywhere. Cheap checks look at every page there is. Costly ones look at the
// longest and the shortest page of each shape of address, and at as many more as are needed until every piece of
// markup that occurs anywhere (a tag with its classes and its role) stands on a page that is looked at.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folders = (process.env.SITES ?? path.join(import.meta.dirname, "../../public")).split(path.delimiter);

/** The built sites, the main one first: each its `folder`, the address `base` it is made for, its `pages` by their paths. */
export const sites = folders.map((folder) => {
  const pages = new Map(htmlFiles(folder).map((page) => [page, readFileSync(path.join(folder, page), "utf8")]));
  return { ...siteIn(folder), pages };
});

/** A built site whose pages are not looked at one by one, as they may be thousands. */
export function siteIn(folder) {
  const home = path.join(folder, "index.html");
  if (!existsSync(home)) throw new Error(`no site is built in ${folder}`);
  return { name: path.basename(folder), folder, base: baseOf(readFileSync(home, "utf8")) };
}

function htmlFiles(folder) {
  const files = readdirSync(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".html")).sort();
}

/** The address that a site's home names as its own; its pages may count links from there, as 404.html does. */
function baseOf(home) {
  return new URL(home.match(/<link rel="canonical" href="([^"]+)"/)[1]);
}

/** The shape of a page's address: `plan/*` of plan/1-1-3.html, `plan/index+` of a list's later page. Pages at the root
    are each of their own kind. */
function shape(page) {
  const [, stem, later] = page.match(/^(.*?)(_\d+)?\.html$/);
  const steps = stem.split("/");
  const form = steps.map((step, at) => (at === 0 || (step === "index" && at === steps.length - 1) ? step : "*"));
  return form.join("/") + (later ? "+" : "");
}

/** Every tag of a page with its classes and its role. */
function markup(html) {
  const tags = html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z:-]+(?:="[^"]*")?)*)/g);
  return new Set([...tags].map(([, tag, rest]) => [tag, attribute(rest, "class"), attribute(rest, "role")].join(" ")));
}

function attribute(tag, name) {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";
}

/** The pages of a site that stand for all of them. */
export function chosen({ pages }) {
  const byLength = [...pages.keys()].sort((one, other) => pages.get(other).length - pages.get(one).length);
  const shapes = Map.groupBy ? Map.groupBy(byLength, shape) : groupBy(byLength, shape);
  const choice = new Set([...shapes.values()].flatMap((alike) => [alike[0], alike.at(-1)]));
  const seen = new Set([...choice].flatMap((page) => [...markup(pages.get(page))]));
  for (const page of byLength) {
    const fresh = [...markup(pages.get(page))].filter((piece) => !seen.has(piece));
    if (fresh.length) choice.add(page);
    fresh.forEach((piece) => seen.add(piece));
  }
  return [...choice].sort();
}

function groupBy(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** The pages of a site's initiatives: its data knows which pages in plan/ are theirs. */
export function initiatives({ folder, base }) {
  const plan = JSON.parse(readFileSync(path.join(folder, "data/plan.json"), "utf8"));
  return plan.initiatives.map(({ url }) => url.slice(base.href.length));
}

/** Each page of each site as a test's name, its site and its path. */
export function* everyPage(list = sites, pick = ({ pages }) => [...pages.keys()]) {
  for (const site of list) for (const page of pick(site)) yield { name: `${site.name}/${page}`, site, page };
}

export function fileOf(site, page) {
  const file = path.join(site.folder, page);
  return existsSync(file) ? file : undefined;
}
