"use strict";
const KANA = /[ぁ-ゖゝゞー]/;
const DIGIT = /[0-9]/;
const NARROW = /[a-z0-9]/;
const DASH = /[-\u2010-\u2015\u2212\u2500ー]/;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu;
const UNITS = /[^][\p{M}\uff9e\uff9f]*/gu;
const SIGNS = /^[・、。「」『』()"',.!?]+|[・、。「」『』()"',.!?]+$/g;
const isSpace = (c) => c <= " " && c !== "\n";
const keepsSpace = (c) => c !== "\n" && c < "\u2e80";
function fold(text) {
const plain = normalized(text);
const folded = { text: "", at: [], end: [] };
const put = (c, { at, end }) => {
folded.text += c;
folded.at.push(...Array(c.length).fill(at));
folded.end.push(...Array(c.length).fill(end));
};
let last;
let before = "";
for (const [index, { c: written }] of plain.entries()) {
const next = plain[index + 1]?.c ?? "";
if (isSpace(written)) continue;
if (written === "・" && KANA.test(before) && KANA.test(next)) continue;
if (written === "," && DIGIT.test(before) && DIGIT.test(next)) continue;
const c = DASH.test(written) ? dash(written, before) : written;
const space = plain[index - 1];
const isJoined = isSingleLetter(plain, last) && isSingleLetter(plain, index);
if (before && isSpace(space.c) && keepsSpace(before) && keepsSpace(c) && !isJoined) put(" ", space);
put(c, plain[index]);
before = c;
last = index;
}
return folded;
}
function normalized(text) {
const plain = [];
for (const { 0: unit, index: at } of text.matchAll(UNITS)) {
const end = at + unit.length;
const isPlain = /^[ぁ-ゖ一-鿿]$/.test(unit);
for (const c of isPlain ? unit : unit.replace(UNSEEN, "").normalize("NFKC").replace("〜", "~").toLowerCase())
plain.push({ c: toHiragana(c), at, end });
}
return plain;
}
const toHiragana = (c) => (/[ァ-ヶヽヾ]/.test(c) ? String.fromCharCode(c.charCodeAt() - 96) : c);
function dash(c, before) {
return (c === "ー" ? !NARROW.test(before) : KANA.test(before)) ? "ー" : "-";
}
function isSingleLetter(plain, index) {
const beside = [plain[index - 1], plain[index + 1]];
return /[a-z]/.test(plain[index]?.c) && !beside.some((it) => it && NARROW.test(it.c));
}
function words(query) {
const pieces = [];
let afterLetter;
for (const written of query.split(/(?:[^\S\ufeff]|、)+/)) {
const piece = fold(written).text;
const isLetter = /^[a-z]$/.test(piece);
pieces.push((isLetter && afterLetter ? pieces.pop() : "") + piece);
afterLetter = isLetter;
}
return [...new Set(pieces.map(word))].filter(Boolean).slice(0, 8);
}
function word(piece) {
return [...piece.replace(SIGNS, "").replace(/([ぁ-ゖゝゞー]{3})ー$/, "$1")].slice(0, 64).join("");
}
const SOME = 10;
function finder(folder) {
let made = {};
const once = (name, make) =>
(made[name] ??= make(name).catch((error) => {
made = {};
throw error;
}));
const blob = async (name) => (await fetch(folder + name)).blob();
const unpack = (...blobs) => new Response(new Blob(blobs).stream().pipeThrough(new DecompressionStream("deflate-raw")));
async function entries(name) {
const all = new Uint8Array(await unpack(await blob(name)).arrayBuffer());
const found = {};
let at = 0;
const number = () => {
const byte = all[at++];
return byte < 128 ? byte : byte - 128 + 128 * number();
};
const list = () => {
const numbers = [];
const head = number();
const start = at;
while (at < start + (head >> 1))
if (head % 2) for (let bit = 8 * (at - start), byte = all[at++]; byte; bit++, byte >>= 1) byte % 2 && numbers.push(bit);
else numbers.push((numbers.at(-1) ?? -1) + 1 + number());
return numbers;
};
while (at < all.length) {
const token = new TextDecoder().decode(all.subarray(at, (at = all.indexOf(0, at))));
at++;
found[token] = [list(), list(), list()];
}
return found;
}
function understand([href, label, title, departments, text]) {
const head = fold([label, title, ...departments].join("\n")).text;
const folded = fold(text);
return { href, label, title, departments, text, folded, head, all: `${head}\n${folded.text}` };
}
async function manifest(name) {
const known = await (await fetch(folder + name, { cache: "no-cache" })).json();
if (known.version !== 1) throw known;
known.synonyms = known.synonyms.map((group) => group.flatMap(words));
known.all = known.text && (await unpack(await blob(known.text)).json()).map(understand);
return known;
}
async function record(known, n) {
if (known.all) return known.all[n];
return once(`texts/${known.texts[Math.floor(n / known.bundle)]}-${n % known.bundle}.bin`, async (name) => {
const whole = await unpack(await once(known.prefix, blob), await blob(name)).text();
return understand(JSON.parse(whole.slice(known.prefixLength)));
});
}
async function weighToken({ shards, count }, token) {
const [, hash] = shards.findLast(([first]) => first <= token) ?? shards[0];
const [all, head, often] = (await once(`words/${hash}.bin`, entries))[token] ?? [[], [], []];
const weights = Array(count).fill(0);
[all, often, head].forEach((list, at) => list.forEach((n) => (weights[n] = at + 1)));
return weights;
}
async function weigh(known, word) {
if (known.all)
return known.all.map(({ head, all }) => {
const parts = all.split(word).length;
return head.includes(word) ? 3 : parts > 4 ? 2 : parts - 1 && 1;
});
const tokens = [...word.matchAll(/(?=(\d{3}|..))/gsu)].map(([, token]) => token);
const found = await Promise.all((tokens[0] ? tokens : [word]).map((token) => weighToken(known, token)));
return found.reduce((all, own) => all.map((weight, n) => Math.min(weight, own[n])));
}
const places = (text, group) =>
group.flatMap((word) => {
let at = -word.length;
return text.split(word).slice(0, -1).map((before) => [(at += before.length + word.length), word.length]);
});
return async (query, chosen, isCounted) => {
const known = await once("manifest.json", manifest);
const asked = words(query).map((word) => known.synonyms.find((group) => group.includes(word)) ?? [word]);
const [facets, ...found] = await Promise.all([
isCounted && once(known.facets, entries),
...asked.map((group) => Promise.all(group.map((word) => weigh(known, word)))),
]);
const scores = Array(known.count).fill(1);
for (const group of found)
for (const n of scores.keys()) {
const best = Math.max(...group.map((weights) => weights[n]));
scores[n] = scores[n] && best && scores[n] + best - 1;
}
const carrying = (key, term) => facets[`${key}/${term}`]?.[0] ?? [];
const filters = chosen.map(([key, term]) => [key, new Set(carrying(key, term))]);
const passes = (n, but) => scores[n] > 0 && filters.every(([key, own]) => key === but || own.has(n));
const hits = [...scores.keys()].filter((n) => passes(n)).sort((a, b) => scores[b] - scores[a]);
const fits = (text) => asked.every((group) => group.some((word) => text.includes(word)));
const good = [];
let tried = 0;
function pieces(text) {
const folded = fold(text);
const made = [];
let last = 0;
for (const [at, length] of places(folded.text, asked.flat()).sort(([a], [b]) => a - b)) {
const to = folded.end[at + length - (folded.text[at + length] !== "ー")];
if (to <= last) continue;
const from = Math.max(folded.at[at], last);
made.push(text.slice(last, from), text.slice(from, to));
last = to;
}
return [...made, text.slice(last)];
}
function excerpt({ text, folded }) {
const starts = asked.map((group) => places(folded.text, group).map(([at]) => at));
const near = (from) => starts.filter((own) => own.some((at) => at >= from && at < from + 76)).length;
const best = starts.flat().reduce((best, at) => (near(at) > near(best) ? at : best), 0);
const from = Math.max(best - 24, folded.text.lastIndexOf("\n", best) + 1);
const [start, end] = [folded.at[from], folded.at[from + 100]];
return pieces((start ? "…" : "") + text.slice(start, end).replaceAll("\n", " ／ ") + (end ? "…" : ""));
}
async function upTo(n) {
const most = tried + 100;
while (good.length < n && tried < Math.min(hits.length, most)) {
const some = await Promise.all(hits.slice(tried, tried + SOME).map((hit) => record(known, hit)));
tried += some.length;
good.push(...some.filter(({ all }) => fits(all)));
}
return good.slice(0, n);
}
await upTo(SOME);
return {
pieces,
excerpt,
upTo,
total: () => hits.length - tried + good.length,
isExact: () => known.all || tried === hits.length || asked.flat().every((word) => [...word].length < 3),
count: (key, term) => !!facets && carrying(key, term).filter((n) => passes(n, key)).length,
isNamed: (name) => asked.length > 0 && fits(fold(name).text),
};
};
}
{
const parts = ".search,#q,fieldset,details,[data-reset],[role=status],#initiatives,#found,.search__terms ul,.results,[data-more],template";
const [form, input, choices, filters, reset, status, list, found, named, results, more, template] = parts
.split(",")
.map((part) => document.querySelector(part));
const selects = [...form.querySelectorAll("select")];
const options = selects.flatMap((select) => [...select.options].slice(1));
const find = finder(found.dataset.files);
let newest;
let timer;
let isFiltering;
let isKept;
const asked = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
const chosen = () => options.filter(({ selected }) => selected);
function say(word, gaps) {
const text = filled(status.dataset[word] ?? "", gaps);
if (status.textContent !== text) status.textContent = text;
}
function filled(word, gaps) {
return word.replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);
}
function make(name, properties, ...children) {
const element = Object.assign(document.createElement(name), properties);
element.append(...children);
return element;
}
async function search() {
const own = (newest = {});
clearTimeout(timer);
timer = setTimeout(say, 300, "loading");
const terms = [...asked()].filter(([key]) => key !== "q");
isFiltering ||= terms.length > 0;
const isAsked = words(input.value).length + terms.length > 0;
list.hidden = isAsked;
const result = isAsked && (await find(input.value, terms, isFiltering).catch(() => null));
if (own !== newest) return;
clearTimeout(timer);
show(result);
if (!result) return say(isAsked && "failed");
more.onclick = () => showMore(result, own).catch(() => own === newest && say("failed"));
more.onclick();
}
function show(result) {
for (const option of options) {
const { name, n } = option.dataset;
const left = result ? result.count(option.parentElement.name, option.value) : n;
option.textContent = left === false ? name : filled(status.dataset.term, { name, n: left });
}
const terms = options.filter(({ dataset }) => result && result.isNamed(dataset.name)).slice(0, SOME);
named.replaceChildren(...terms.map(({ dataset: { href, name, n } }) => make("li", {}, make("a", { href }, filled(status.dataset.term, { name, n })))));
reset.hidden = chosen().length === 0;
list.hidden = Boolean(result);
found.hidden = !result;
results.replaceChildren();
}
async function showMore(result, own) {
const before = results.children.length;
const all = await result.upTo(before + SOME);
if (own !== newest || results.children[before]) return;
results.append(...all.slice(before).map((it) => makeResult(result, it)));
if (before) results.children[before]?.querySelector("a").focus();
const n = result.total();
const rest = n - all.length;
more.textContent = filled(more.dataset.more, { n: Math.min(rest, SOME) });
more.parentElement.hidden = rest === 0;
const parts = [input.value.trim(), ...chosen().map(({ dataset }) => dataset.name)].filter(Boolean);
say(all.length ? (result.isExact() ? "found" : "about") : named.firstChild ? "noneNamed" : "none", { n, asked: parts.join(status.dataset.separator) });
}
function makeResult(result, { href, label, title, departments, ...it }) {
const item = template.content.cloneNode(true);
const fill = (part, pieces) => item.querySelector(part).replaceChildren(...pieces.map((text, at) => (at % 2 ? make("mark", {}, text) : text)));
item.querySelector("a").href = found.dataset.root + href;
fill(".label", [label]);
fill("[data-title]", result.pieces(title));
fill("[data-departments]", result.pieces(departments.join(status.dataset.separator)));
fill("[data-text]", result.excerpt(it));
return item;
}
function ask(isAsked) {
search();
const address = String(asked());
if (address !== String(new URLSearchParams(location.search))) {
history[isAsked || isKept ? "pushState" : "replaceState"](null, "", address ? `?${address}` : location.pathname);
isKept = false;
}
isKept ||= isAsked;
}
function typed({ isComposing }) {
clearTimeout(timer);
newest = null;
if (!isComposing) timer = setTimeout(ask, 150, false);
}
function read() {
const given = new URLSearchParams(location.search);
input.value = given.get("q") ?? "";
for (const select of selects) {
select.value = given.get(select.name) ?? "";
select.selectedIndex = Math.max(select.selectedIndex, 0);
}
isKept = Boolean(location.search);
filters.open ||= chosen().length > 0;
}
document.querySelector("[rel=canonical]")?.remove();
read();
if (location.protocol === "file:" || !globalThis.DecompressionStream) say("cannot");
else {
form.oninput = (event) => (event.target === input ? typed(event) : ask(false));
input.addEventListener("compositionend", () => typed({}));
form.onsubmit = (event) => {
event.preventDefault();
ask(true);
};
reset.onclick = () => {
for (const select of selects) select.value = "";
selects[0].focus();
ask(false);
};
globalThis.onpopstate = () => {
read();
search();
};
filters.ontoggle = () => {
if (isFiltering) return;
isFiltering = true;
ask(false);
};
filters.hidden = choices.disabled = selects.length === 0;
search();
}
}
