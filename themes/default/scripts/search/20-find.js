// Finds initiatives in the files of search/ (docs/search.md), which it loads when it is asked; knows no page.
// So many are loaded and shown at once.
const SOME = 10;

function finder(folder) {
  let made = {};

  // Where something fails all is made anew: the site may have been published again.
  const once = (name, make) =>
    (made[name] ??= make(name).catch((error) => {
      made = {};
      throw error;
    }));

  const blob = async (name) => (await fetch(folder + name)).blob();
  const unpack = (...blobs) => new Response(new Blob(blobs).stream().pipeThrough(new DecompressionStream("deflate-raw")));

  // To each token the numbers of all that have it, that have it in the head, that have it often.
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

  // How much a token or a word counts in each initiative: not at all, a little, as it stands there often, or in the head.
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
    // All its pairs, or three where they are digits; or the one character that it is.
    const tokens = [...word.matchAll(/(?=(\d{3}|..))/gsu)].map(([, token]) => token);
    const found = await Promise.all((tokens[0] ? tokens : [word]).map((token) => weighToken(known, token)));
    return found.reduce((all, own) => all.map((weight, n) => Math.min(weight, own[n])));
  }

  // Where the words of a group stand.
  const places = (text, group) =>
    group.flatMap((word) => {
      let at = -word.length;
      return text.split(word).slice(0, -1).map((before) => [(at += before.length + word.length), word.length]);
    });

  return async (query, chosen, isCounted) => {
    const known = await once("manifest.json", manifest);
    const asked = words(query).map((word) => known.synonyms.find((group) => group.includes(word)) ?? [word]);
    // They are loaded for those alone who open the filters.
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

    // The part of a text with most of the words: 100 characters, of which 24 stand before the first of them.
    function excerpt({ text, folded }) {
      const starts = asked.map((group) => places(folded.text, group).map(([at]) => at));
      const near = (from) => starts.filter((own) => own.some((at) => at >= from && at < from + 76)).length;
      const best = starts.flat().reduce((best, at) => (near(at) > near(best) ? at : best), 0);
      const from = Math.max(best - 24, folded.text.lastIndexOf("\n", best) + 1);
      const [start, end] = [folded.at[from], folded.at[from + 100]];
      return pieces((start ? "…" : "") + text.slice(start, end).replaceAll("\n", " ／ ") + (end ? "…" : ""));
    }

    // The first so many that hold what is asked, or fewer where that takes too long; who wants them asks again.
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
      // How many there were with another term of a facet; false where that is not known.
      count: (key, term) => !!facets && carrying(key, term).filter((n) => passes(n, key)).length,
      isNamed: (name) => asked.length > 0 && fits(fold(name).text),
    };
  };
}
