// What a search has to find: of the site's own data, each initiative whose folded text has the words. A fold of our own,
// so that the theme's is not its own judge.
import { readFileSync } from "node:fs";
import path from "node:path";

const JAPANESE = "\\u2e80-\\u{10ffff}";
const KANA = "ぁ-ゖゝゞー";

/** The rules of the fold one after another, each for a line. */
const RULES = [
  [/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)],
  [new RegExp(`(?<=[${KANA}])[-‐-―−─]`, "g"), "ー"],
  [/[‐-―−─]|(?<=[a-z0-9])ー/g, "-"],
  [new RegExp(`(?<=[${KANA}])・(?=[${KANA}])`, "g"), ""],
  [/(?<=\d),(?=\d)/g, ""],
  [/(?<![a-z0-9])[a-z](?: +[a-z](?![a-z0-9]))+/g, (letters) => letters.replace(/ /g, "")],
  [new RegExp(`^ +| +$|(?<=[${JAPANESE}]) +| +(?=[${JAPANESE}])`, "gu"), ""],
  [/ +/g, " "],
];

export function fold(line) {
  return RULES.reduce((text, [what, by]) => text.replace(what, by), line.normalize("NFKC").toLowerCase());
}

const wordsOf = (query) =>
  query
    .split(/\s+/)
    .map((word) => fold(word).replace(new RegExp(`([${KANA}]{3})ー$`), "$1"))
    .filter(Boolean);

/** What the data says of a plan, each initiative with its folded text. */
export function factsOf({ folder, base }) {
  const { initiatives, departments, less } = JSON.parse(readFileSync(path.join(folder, "data/plan.json"), "utf8"));
  const slugs = new Map([...departments, ...less].map(({ name, slug }) => [name, slug]));
  return initiatives.map((initiative) => ({
    id: initiative.id,
    href: initiative.url.slice(base.href.length),
    head: headOf(initiative).map(fold).join("\n"),
    text: [...headOf(initiative), ...linesOf(initiative)].map(fold).join("\n"),
    terms: termsOf(initiative, slugs),
  }));
}

/** The ids of the initiatives that have every word of a query. */
export function found(facts, query) {
  const words = wordsOf(query);
  return facts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
}

/** The same in the order in which they are to be shown: what has the words in its head or often first. */
export function ranked(facts, query) {
  const words = wordsOf(query);
  const times = (text, word) => text.split(word).length - 1;
  const weight = ({ head, text }, word) => (head.includes(word) ? 2 : Number(times(text, word) >= 4));
  const ids = found(facts, query);
  const hits = facts.filter(({ id }) => ids.includes(id));
  const rank = new Map(hits.map((fact) => [fact.id, words.reduce((sum, word) => sum + weight(fact, word), 0)]));
  return ids.toSorted((one, other) => rank.get(other) - rank.get(one));
}

const headOf = ({ id, title, departments, programs }) => [
  id,
  title,
  ...new Set([departments, programs.map((program) => program.departments)].flat(Infinity).filter(Boolean)),
];

const linesOf = ({ title, disclosure, sdgs, overview, vision, programs }) =>
  [disclosure?.other, disclosure?.pages?.map((page) => page.title), overview, vision]
    .concat(sdgs.filter((target) => target.includes(".")))
    .concat(programs.map((program) => programLines(program, [title, overview, vision])))
    .flat(Infinity)
    .filter(Boolean)
    .flatMap((text) => text.split("\n"));

/** A plan without parts has one programme, of which the data says once more what it says of the initiative. */
const programLines = ({ name, overview, vision, actions, targets }, known) => [
  [name, overview, vision].filter((text) => !known.includes(text)),
  actions.map(({ group, name, schedule }) => [group, name, schedule.map((bar) => bar.text)]),
  targets.map(({ name, text, target, baseline, results, note }) => [
    [name, text, target?.text, baseline?.text, note],
    results.map((result) => result.text),
  ]),
];

/** The terms an initiative stands under, by facet: what the filters count. */
const termsOf = ({ departments, less, sdgs, programs }, slugs) => ({
  departments: unique([departments, programs.map((program) => program.departments)], (name) => slugs.get(name)),
  less: unique([less], (name) => slugs.get(name)),
  sdgs: unique([sdgs], (target) => target.split(".")[0]),
  years: unique([programs.map(({ actions }) => actions.map(({ schedule }) => schedule.map(yearsOf)))], String),
});

const yearsOf = ({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => start + at);

const unique = (lists, key) => [...new Set(lists.flat(Infinity).filter(Boolean).map(key))];

/** How many of these initiatives stand under each term of a facet. */
export function countsOf(facts, facet) {
  const counts = {};
  for (const term of facts.flatMap(({ terms }) => terms[facet])) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}
