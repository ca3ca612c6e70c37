// The page of the search: what a reader types or chooses is looked for with find.js, stands in the address, and what is found takes
// the place of the list. Every word comes from the page.
"use strict";

{
  const AT_ONCE = 10;
  // After the last key, and until it is said that it takes a while.
  const PAUSE = 150;
  const PATIENCE = 300;

  const form = document.querySelector(".search");
  const input = form.querySelector("[name=q]");
  const choices = form.querySelector("fieldset");
  const selects = [...form.querySelectorAll("select")];
  const options = selects.flatMap((select) => [...select.options].filter(({ value }) => value));
  const wholes = options.map((option) => option.textContent);
  const reset = form.querySelector("[data-reset]");
  const status = document.querySelector("[role=status]");
  const list = document.querySelector("#initiatives");
  const found = document.querySelector("#found");
  const [terms, results, tips] = [".search__terms", ".results", ".search__tips"].map((part) => found.querySelector(part));
  const more = found.querySelector("[data-more]");
  const template = found.querySelector("template").content.firstElementChild;
  const canonical = document.querySelector("link[rel=canonical]");
  const whole = canonical?.href;
  const find = finder(found.dataset.files);
  let searches = 0;
  let timer;
  // Whether the reader may want to come back to what is shown.
  let isKept;

  const query = () => input.value.trim().slice(0, input.maxLength);
  const chosen = () => selects.filter(({ value }) => value);

  const inAddress = () => {
    const pairs = [["q", query()], ...chosen().map(({ name, value }) => [name, value])];
    return String(new URLSearchParams(pairs.filter(([, value]) => value)));
  };

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = (asked.get("q") ?? "").slice(0, input.maxLength);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? "";
      // A value that is no term is as good as none.
      if (select.selectedIndex < 0) select.value = "";
    }
    isKept = Boolean(location.search);
  }

  function writeAddress(isAsked) {
    const address = inAddress();
    const isNew = address !== String(new URLSearchParams(location.search));
    try {
      if (isNew) history[isAsked || isKept ? "pushState" : "replaceState"](null, "", `${location.pathname}${address && "?"}${address}`);
    } catch {
      // Some browsers forbid it when it is asked for often.
    }
    if (isNew || isAsked) isKept = isAsked;
  }

  async function search(shown = AT_ONCE) {
    clearTimeout(timer);
    const own = ++searches;
    const isNewest = () => own === searches;
    const address = inAddress();
    // Phones pass on the canonical address of a page, not the one that is shown.
    if (canonical) canonical.href = whole + (address && "?") + address;
    if (reset) reset.hidden = chosen().length === 0;
    if (words(query()).length + chosen().length === 0) return showList("");
    const waiting = setTimeout(() => isNewest() && say(status.dataset.loading), PATIENCE);
    try {
      const result = await find(query(), chosen().map(({ name, value }) => [name, value]));
      const first = await result.upTo(shown);
      if (isNewest()) show(result, first, isNewest);
    } catch {
      if (isNewest()) showList(status.dataset.failed);
    } finally {
      clearTimeout(waiting);
    }
  }

  function say(text) {
    status.textContent = text;
  }

  function showList(text) {
    list.hidden = false;
    found.hidden = true;
    options.forEach((option, at) => {
      option.textContent = wholes[at];
      option.disabled = false;
    });
    say(text);
  }

  function show(result, first, isNewest) {
    for (const option of options) {
      const n = result.count(option.parentElement.name, option.value);
      option.textContent = filled(status.dataset.term, { n, name: option.dataset.name });
      option.disabled = n === 0 && !option.selected;
    }
    const named = options.filter(({ dataset }) => result.isNamed(dataset.name)).slice(0, AT_ONCE);
    const link = ({ dataset: { href, name } }) => make("li", {}, make("a", { href }, name));
    terms.lastElementChild.replaceChildren(...named.map(link));
    terms.hidden = named.length === 0;
    tips.hidden = result.total() > 0;
    tips.querySelector("[data-filtered]").hidden = chosen().length === 0;
    results.replaceChildren();
    list.hidden = true;
    found.hidden = false;
    showMore(result, first);
    more.onclick = async () => {
      const before = results.children.length;
      try {
        const all = await result.upTo(before + AT_ONCE);
        if (!isNewest() || results.children.length > before) return;
        showMore(result, all.slice(before));
        // The keyboard goes on where the new ones begin.
        results.children[before]?.querySelector("a").focus();
        history.replaceState(all.length, "");
      } catch {
        say(status.dataset.failed);
      }
    };
  }

  function showMore(result, some) {
    results.append(...some.map((it) => makeResult(result, it)));
    const rest = result.total() - results.children.length;
    more.textContent = filled(more.dataset.more, { n: Math.min(rest, AT_ONCE) });
    more.parentElement.hidden = rest === 0;
    tell(result.total(), result.isExact());
  }

  function tell(n, isExact) {
    const { separator, quote, found, foundOne, about, none } = status.dataset;
    const names = chosen().map((select) => select.selectedOptions[0].dataset.name);
    const asked = [...(query() ? [filled(quote, { words: query() })] : []), ...names].join(separator);
    say(filled(n === 0 ? none : !isExact ? about : n === 1 ? foundOne : found, { n, asked }));
  }

  // A word of the page with its gaps filled.
  function filled(word, gaps) {
    return word.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  }

  function makeResult(result, it) {
    const item = template.cloneNode(true);
    const fill = (part, pieces) => item.querySelector(part).append(...pieces.map((text, at) => (at % 2 ? make("mark", {}, text) : text)));
    item.querySelector("a").href = found.dataset.root + it.href;
    fill(".label", [it.label]);
    fill("[data-title]", result.pieces(it.title));
    if (it.departments.length > 0) fill("[data-departments]", result.pieces(it.departments.join(status.dataset.separator)));
    else item.querySelector("[data-departments]").parentElement.remove();
    fill("[data-text]", result.excerpt(it));
    return item;
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function ask(isAsked) {
    writeAddress(isAsked);
    search();
  }

  // Words that are still being put together from kana are none yet.
  function typed({ isComposing }) {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(ask, PAUSE, false);
  }

  function isAble() {
    try {
      return Boolean(new DecompressionStream("deflate-raw"));
    } catch {
      return false;
    }
  }

  function listen() {
    input.addEventListener("input", typed);
    input.addEventListener("compositionend", () => typed({}));
    form.addEventListener("change", ({ target }) => target !== input && ask(false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(true);
    });
    reset?.addEventListener("click", () => {
      for (const select of selects) select.value = "";
      selects[0].focus();
      ask(false);
    });
    addEventListener("popstate", start);
    if (choices) choices.hidden = choices.disabled = false;
  }

  function start() {
    readAddress();
    search(history.state ?? AT_ONCE);
  }

  if (location.protocol !== "file:" && isAble()) {
    listen();
    start();
  } else {
    readAddress();
    choices?.remove();
    say(location.protocol === "file:" ? status.dataset.cannot : status.dataset.old);
  }
}
