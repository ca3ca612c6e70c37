// Finds initiatives in the files of search/ as src/search/ writes them, with fold.js. It knows no page. `finder(folder)` gives a
// function of a query and the terms chosen; nothing is loaded before it is called.
"use strict";

{
  // So many are looked at together.
  const SOME = 10;
  // An excerpt in characters, and how many of them stand before the place that it is about.
  const LENGTH = 100;
  const BEFORE = 24;
  const decoder = new TextDecoder();

  const inflate = async (...parts) => {
    const bytes = new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(bytes).arrayBuffer());
  };

  const parse = (bytes) => JSON.parse(decoder.decode(bytes));

  // Texts sort by code points in the files.
  const order = (text) => Array.from(text, (c) => c.codePointAt().toString(36).padStart(4, 0)).join("");

  // The tokens that together cover a word.
  function tokens(word) {
    const all = [...word];
    const pairs = all.slice(1).map((c, at) => all[at] + c);
    return all.length < 2 ? all : pairs.filter((_, at) => at % 2 === 0 || at === pairs.length - 1);
  }

  // A file of entries: to each token the numbers of all that have it, of those that have it in their head, and often.
  function entries(bytes) {
    const found = new Map();
    let at = 0;
    const number = () => {
      let n = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = bytes[at++];
        n += (byte & 127) * unit;
        if (byte < 128) return n;
      }
    };
    const list = () => {
      const head = number();
      const numbers = [];
      const [start, end] = [at, at + (head >> 1)];
      if (head & 1) for (; at < end; at++) for (let bit = 0; bit < 8; bit++) bytes[at] & (1 << bit) && numbers.push((at - start) * 8 + bit);
      else for (let last = -1; at < end; ) numbers.push((last += number() + 1));
      return numbers;
    };
    while (at < bytes.length) {
      const end = bytes.indexOf(0, at);
      const token = decoder.decode(bytes.subarray(at, end));
      at = end + 1;
      found.set(token, [list(), list(), list()]);
    }
    return found;
  }

  function understand([href, label, title, departments, text]) {
    const head = fold([label, title, ...departments].join("\n")).text;
    const folded = fold(text);
    return { href, label, title, departments, text, head, folded, all: `${head}\n${folded.text}` };
  }

  // How much a word counts in an initiative: 0 is not at all.
  function levelOf(word, { head, all }) {
    const times = all.split(word).length - 1;
    return head.includes(word) ? 3 : times > 3 ? 2 : Math.min(times, 1);
  }

  function places(folded, words) {
    const found = [];
    for (const word of words) for (let at = -1; (at = folded.indexOf(word, at + 1)) >= 0; ) found.push({ at, length: word.length });
    return found.sort((a, b) => a.at - b.at);
  }

  // A text in pieces: every other one is what was asked for.
  function pieces(text, asked) {
    const folded = fold(text);
    const made = [];
    let last = 0;
    for (const { at, length } of places(folded.text, asked.flat())) {
      const [from, to] = [Math.max(folded.at[at], last), folded.end[at + length - 1]];
      if (to <= last) continue;
      made.push(text.slice(last, from), text.slice(from, to));
      last = to;
    }
    return [...made, text.slice(last)];
  }

  // The part of a text where most of what was asked for stands together.
  function excerpt({ text, folded }, asked) {
    const found = asked.map((words) => places(folded.text, words));
    const near = (from) => found.filter((own) => own.some(({ at }) => at >= from && at < from + LENGTH - BEFORE)).length;
    let best = 0;
    let most = 0;
    for (const { at } of found.flat()) if (near(at) > most) [best, most] = [at, near(at)];
    const from = Math.max(best - BEFORE, folded.text.lastIndexOf("\n", best) + 1, 0);
    const to = from + LENGTH;
    const part = text.slice(folded.at[from], folded.at[to]);
    return `${from > 0 ? "…" : ""}${part}${to < folded.text.length ? "…" : ""}`;
  }

  globalThis.finder = (folder) => {
    const made = new Map();
    // Anything is made once, and all is asked for anew where something failed: the site may have been published again.
    const once = (name, make) => {
      if (!made.has(name)) made.set(name, make(name).catch((error) => made.clear() || Promise.reject(error)));
      return made.get(name);
    };
    const load = async (name, options) => {
      const answer = await fetch(folder + name, options);
      if (!answer.ok) throw Error(name);
      return answer;
    };
    const blob = async (name) => (await load(name)).blob();
    const unpacked = async (name) => inflate(await blob(name));
    const lists = async (name) => entries(await unpacked(name));

    const manifest = () =>
      once("manifest.json", async (name) => {
        const known = await (await load(name, { cache: "no-cache" })).json();
        const synonyms = known.synonyms.map((group) => group.map((word) => words(word)[0]));
        return { ...known, synonyms };
      });

    const texts = ({ text }) => once(text, async (name) => parse(await unpacked(name)).map(understand));

    async function record(known, n) {
      if (known.text) return (await texts(known))[n];
      const name = `texts/${known.texts[Math.floor(n / known.bundle)]}-${n % known.bundle}.bin`;
      return once(name, async () => {
        const bytes = await inflate(await once(known.prefix, blob), await blob(name));
        return understand(parse(bytes.subarray(known.prefixLength)));
      });
    }

    // How much a word counts in each initiative.
    async function levels(known, word) {
      if (known.text) return (await texts(known)).map((it) => levelOf(word, it));
      const level = new Uint8Array(known.count).fill(3);
      for (const found of await Promise.all(tokens(word).map((token) => posting(known, token)))) {
        const own = new Uint8Array(known.count);
        for (const [value, list] of [[1, 0], [2, 2], [3, 1]]) for (const n of found[list]) own[n] = value;
        own.forEach((value, n) => (level[n] = Math.min(level[n], value)));
      }
      return level;
    }

    async function posting({ shards }, token) {
      const shard = shards.findLast(([first]) => order(first) <= order(token));
      return (shard && (await once(`words/${shard[1]}.bin`, lists)).get(token)) ?? [[], [], []];
    }

    return async (query, terms) => {
      const known = await manifest();
      const asked = words(query).map((word) => known.synonyms.find((group) => group.includes(word)) ?? [word]);
      const [facets, ...found] = await Promise.all([
        once(known.facets, lists),
        ...asked.map((group) => Promise.all(group.map((word) => levels(known, word)))),
      ]);
      const scores = Array(known.count).fill(1);
      for (const group of found)
        for (const n of scores.keys()) {
          const best = Math.max(...group.map((own) => own[n]));
          scores[n] = best && scores[n] && scores[n] + best - 1;
        }
      const carrying = (key, term) => facets.get(`${key}/${term}`)?.[0] ?? [];
      const chosen = terms.map(([key, term]) => [key, new Set(carrying(key, term))]);
      const passes = (n, but) => scores[n] > 0 && chosen.every(([key, own]) => key === but || own.has(n));
      const hits = [...scores.keys()].filter((n) => passes(n)).sort((a, b) => scores[b] - scores[a]);
      const fits = (folded) => asked.every((group) => group.some((word) => folded.includes(word)));
      const good = [];
      let tried = 0;
      return {
        // The first so many that hold what was asked for.
        async upTo(n) {
          while (good.length < n && tried < hits.length) {
            const some = await Promise.all(hits.slice(tried, tried + SOME).map((hit) => record(known, hit)));
            tried += some.length;
            good.push(...some.filter(({ all }) => fits(all)));
          }
          return good.slice(0, n);
        },
        total: () => hits.length - tried + good.length,
        isExact: () => known.text || tried === hits.length || asked.flat().every((word) => [...word].length < 3),
        // How many there would be with another term of a facet.
        count: (key, term) => carrying(key, term).filter((n) => passes(n, key)).length,
        isNamed: (name) => asked.length > 0 && fits(fold(name).text),
        pieces: (text) => pieces(text, asked),
        excerpt: (it) => pieces(excerpt(it, asked), asked),
      };
    };
  };
}
