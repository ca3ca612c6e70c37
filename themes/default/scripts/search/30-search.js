// The page of the search: what is typed and chosen stands in the address and is looked for with find.js; what is found takes the
// place of the list. Every word comes from the page.
{
  const parts = ".search,#q,fieldset,details,[data-reset],[role=status],#initiatives,#found,.search__terms ul,.results,[data-more],template";
  const [form, input, choices, filters, reset, status, list, found, named, results, more, template] = parts
    .split(",")
    .map((part) => document.querySelector(part));
  const selects = [...form.querySelectorAll("select")];
  const options = selects.flatMap((select) => [...select.options].slice(1));
  const find = finder(found.dataset.files);
  // The newest search and when to tell of it; whether the reader has come to the filters, and may want to come back to what is shown.
  let newest, timer, isFiltering, isKept;

  const asked = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const chosen = () => options.filter(({ selected }) => selected);

  // What is said already is not said again.
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
    // Who waits no longer than this need not be told.
    timer = setTimeout(say, 300, "loading");
    const terms = [...asked()].filter(([key]) => key !== "q");
    isFiltering ||= terms.length > 0;
    const isAsked = words(input.value).length + terms.length > 0;
    list.hidden = isAsked;
    // Once more: what was loaded before may be of an earlier site, whose files are gone.
    const ask = () => find(input.value, terms, isFiltering);
    const result = isAsked && (await ask().catch(ask).catch(() => null));
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
    list.hidden = !!result;
    found.hidden = !result;
    results.replaceChildren();
  }

  async function showMore(result, own) {
    const before = results.children.length;
    const all = await result.upTo(before + SOME);
    // Unless something else is asked for by now, or the button was pressed twice.
    if (own !== newest || results.children[before]) return;
    results.append(...all.slice(before).map((it) => makeResult(result, it)));
    // The keyboard goes on where the new ones begin.
    if (before) results.children[before]?.querySelector("a").focus();
    const n = result.total();
    const rest = n - all.length;
    more.textContent = filled(more.dataset.more, { n: Math.min(rest, SOME) });
    more.parentElement.hidden = !rest;
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

  // Words that are still being put together from kana are none yet.
  function typed({ isComposing }) {
    clearTimeout(timer);
    // What is being looked for is outdated.
    newest = null;
    if (!isComposing) timer = setTimeout(ask, 150, false);
  }

  function read() {
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") ?? "";
    for (const select of selects) {
      select.value = given.get(select.name) ?? "";
      // What is no term is as good as none.
      select.selectedIndex = Math.max(select.selectedIndex, 0);
    }
    isKept = Boolean(location.search);
    filters.open ||= chosen().length > 0;
  }

  // Phones would pass it on in the place of the address with the query.
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
