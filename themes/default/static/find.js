// Finds initiatives in the files of search/ (docs/search.md), which it loads when it is asked; knows no page.
"use strict";

function finder(folder) {
  // So many texts are loaded at once.
  const SOME = 10;
  // An excerpt's characters, and those before its word.
  const LENGTH = 100;
  const BEFORE = 24;
  let made = {};

  // Where something fails all is made anew: the site may have been published again.
  async function once(name, make) {
    try {
      return await (made[name] ??= make(name));
    } catch (error) {
      made = {};
      throw error;
    }
  }

  async function load(name, options) {
    const answer = await fetch(folder + name, options);
    if (!answer.ok) throw Error(name);
    return answer;
  }

  const blob = async (name) => (await load(name)).blob();
  const unpack = (blobs) => new Response(new Blob(blobs).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
  const bytes = async (name) => new Uint8Array(await unpack([await blob(name)]));
  const decode = (bytes) => new TextDecoder().decode(bytes);

  // To each token the numbers of all that have it, that have it in the head, that have it often.
  async function entries(name) {
    const all = await bytes(name);
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
      const token = decode(all.subarray(at, (at = all.indexOf(0, at))));
      at++;
      found[token] = [list(), list(), list()];
    }
    return found;
  }

  function understand([href, label, title, departments, text]) {
    const head = fold([label, title, ...departments].join("\n")).text;
    const folded = fold(text);
    return { href, label, title, departments, text, head, folded, all: `${head}\n${folded.text}` };
  }

  const manifest = async (name) => {
    const known = await (await load(name, { cache: "no-cache" })).json();
    known.synonyms = known.synonyms.map((group) => group.flatMap(words));
    return known;
  };

  const texts = async (name) => JSON.parse(decode(await bytes(name))).map(understand);

  async function record({ text, texts: bundles, bundle, prefix, prefixLength }, n) {
    if (text) return (await once(text, texts))[n];
    return once(`texts/${bundles[Math.floor(n / bundle)]}-${n % bundle}.bin`, async (name) => {
      const whole = await unpack([await once(prefix, blob), await blob(name)]);
      return understand(JSON.parse(decode(whole.slice(prefixLength))));
    });
  }

  // Texts sort by their bytes.
  const order = (text) => String.fromCharCode(...new TextEncoder().encode(text));

  async function posting({ shards }, token) {
    const shard = shards.findLast(([first]) => order(first) <= order(token));
    return (shard && (await once(`words/${shard[1]}.bin`, entries))[token]) ?? [[], [], []];
  }

  // How much a word counts in each initiative: not at all, once, often, in its head.
  async function levels(known, word) {
    if (known.text)
      return (await once(known.text, texts)).map(({ head, all }) => {
        const times = all.split(word).length - 1;
        return head.includes(word) ? 3 : times > 3 ? 2 : Math.min(times, 1);
      });
    const one = [...word];
    const pairs = one.slice(1).map((c, at) => one[at] + c);
    const tokens = pairs.filter((_, at) => at % 2 === 0 || at === pairs.length - 1);
    const found = await Promise.all((tokens.length ? tokens : one).map((token) => posting(known, token)));
    const level = Array(known.count).fill(3);
    for (const [all, head, often] of found) {
      const own = Array(known.count).fill(0);
      for (const n of all) own[n] = 1;
      for (const n of often) own[n] = 2;
      for (const n of head) own[n] = 3;
      own.forEach((value, n) => (level[n] = Math.min(level[n], value)));
    }
    return level;
  }

  // Where the words of a group stand.
  const places = (text, group) =>
    group.flatMap((word) => {
      let at = -word.length;
      return text.split(word).slice(0, -1).map((before) => [(at += before.length + word.length), word.length]);
    });

  return async (query, terms) => {
    const known = await once("manifest.json", manifest);
    const asked = words(query).map((word) => known.synonyms.find((group) => group.includes(word)) ?? [word]);
    const [facets, ...found] = await Promise.all([
      once(known.facets, entries),
      ...asked.map((group) => Promise.all(group.map((word) => levels(known, word)))),
    ]);
    const score = (n) =>
      found.reduce((sum, group) => {
        const best = Math.max(...group.map((level) => level[n]));
        return sum && best && sum + best - 1;
      }, 1);
    const scores = Array.from({ length: known.count }, (_, n) => score(n));
    const carrying = (key, term) => facets[`${key}/${term}`]?.[0] ?? [];
    const chosen = terms.map(([key, term]) => [key, new Set(carrying(key, term))]);
    const passes = (n, but) => scores[n] > 0 && chosen.every(([key, own]) => key === but || own.has(n));
    const hits = [...scores.keys()].filter((n) => passes(n)).sort((a, b) => scores[b] - scores[a]);
    const fits = (text) => asked.every((group) => group.some((word) => text.includes(word)));
    const good = [];
    let tried = 0;

    // A text in pieces: every other one was asked for.
    function pieces(text) {
      const folded = fold(text);
      const made = [];
      let last = 0;
      for (const [at, length] of places(folded.text, asked.flat()).sort(([a], [b]) => a - b)) {
        // A word of kana is the same with a long mark.
        const to = folded.end[at + length - (folded.text[at + length] !== "ー")];
        if (to <= last) continue;
        const from = Math.max(folded.at[at], last);
        made.push(text.slice(last, from), text.slice(from, to));
        last = to;
      }
      return [...made, text.slice(last)];
    }

    // The part of a text with most of the words.
    function excerpt({ text, folded }) {
      const starts = asked.map((group) => places(folded.text, group).map(([at]) => at));
      const near = (from) => starts.filter((own) => own.some((at) => at >= from && at < from + LENGTH - BEFORE)).length;
      const best = starts.flat().reduce((best, at) => (near(at) > near(best) ? at : best), 0);
      const from = Math.max(best - BEFORE, folded.text.lastIndexOf("\n", best) + 1);
      const [start, end] = [folded.at[from], folded.at[from + LENGTH]];
      return pieces((start ? "…" : "") + text.slice(start, end) + (end ? "…" : ""));
    }

    return {
      pieces,
      excerpt,
      // The first so many that hold what is asked.
      async upTo(n) {
        while (good.length < n && tried < hits.length) {
          const from = tried;
          const some = await Promise.all(hits.slice(from, from + SOME).map((hit) => record(known, hit)));
          if (from < tried) continue;
          tried += some.length;
          good.push(...some.filter(({ all }) => fits(all)));
        }
        return good.slice(0, n);
      },
      total: () => hits.length - tried + good.length,
      isExact: () => known.text || tried === hits.length || asked.flat().every((word) => [...word].length < 3),
      // How many there were with another term of a facet.
      count: (key, term) => carrying(key, term).filter((n) => passes(n, key)).length,
      isNamed: (name) => asked.length > 0 && fits(fold(name).text),
    };
  };
}
