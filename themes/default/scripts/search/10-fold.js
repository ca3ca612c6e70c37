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
  let last = -1;
  let before = "";
  for (let index = 0; index < plain.length; index++) {
    const next = plain[index + 1]?.c ?? "";
    let { c } = plain[index];
    if (isSpace(c)) continue;
    if (c === "・" && KANA.test(before) && KANA.test(next)) continue;
    if (c === "," && DIGIT.test(before) && DIGIT.test(next)) continue;
    if (DASH.test(c)) c = dash(c, before);
    const spaced = index > 0 && isSpace(plain[index - 1].c);
    const joined = isSingleLetter(plain, last) && isSingleLetter(plain, index);
    if (before && spaced && keepsSpace(before) && keepsSpace(c) && !joined) put(folded, " ", plain[index - 1]);
    put(folded, c, plain[index]);
    before = c;
    last = index;
  }
  return folded;
}

function put(folded, c, { at, end }) {
  folded.text += c;
  for (let unit = 0; unit < c.length; unit++) {
    folded.at.push(at);
    folded.end.push(end);
  }
}

// Each character with its marks in its compatible form, small and in hiragana.
function normalized(text) {
  const plain = [];
  for (const { 0: unit, index: at } of text.matchAll(UNITS)) {
    const end = at + unit.length;
    // Most characters are these, and quickly done.
    if (/^[ぁ-ゖ一-鿿]$/.test(unit)) plain.push({ c: unit, at, end });
    else for (const c of unit.replace(UNSEEN, "").normalize("NFKC").toLowerCase()) plain.push({ c: toHiragana(c), at, end });
  }
  return plain;
}

const toHiragana = (c) => (/[ァ-ヶヽヾ]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0x60) : c);

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
  let afterLetters = false;
  for (const piece of query.split(/\s+/).map((piece) => fold(piece).text)) {
    const isLetter = /^[a-z]$/.test(piece);
    if (isLetter && afterLetters) pieces.push(pieces.pop() + piece);
    else pieces.push(piece);
    afterLetters = isLetter;
  }
  return [...new Set(pieces.map(word))].filter(Boolean).slice(0, 8);
}

function word(piece) {
  return [...piece.replace(SIGNS, "").replace(/([ぁ-ゖゝゞー]{3})ー$/, "$1")].slice(0, 64).join("");
}
