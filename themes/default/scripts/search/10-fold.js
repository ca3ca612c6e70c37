// Text as it is compared when it is searched; what it leaves out of account stands in src/fold.rs, which folds the plan. Both are
// held to tests/fixtures/search/fold.json.
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

// The folded text, and for each of its UTF-16 units where what it stands for begins and ends in the text.
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

// Each character with its marks in its compatible form, small and in hiragana.
function normalized(text) {
  const plain = [];
  for (const { 0: unit, index: at } of text.matchAll(UNITS)) {
    const end = at + unit.length;
    // Most characters are these, and quickly done.
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

// The words of a query, folded.
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
