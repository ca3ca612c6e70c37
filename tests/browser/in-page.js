// What the checks ask of a page from within it. Each question gives a list of complaints: none, if all is well.
globalThis.keikaku = (() => {
  const cache = (ask) => {
    const known = new WeakMap();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element);
    };
  };
  const upwards = (element, test) => element && (test(element) ? element : upwards(element.parentElement, test));

  /** An element as a person would look for it. */
  const told = (element) => {
    const text = (element.textContent || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    const id = element.id && `#${element.id}`;
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    return `<${element.localName}${id}${classes}> ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
  };

  /** Whether something is there for screen readers only: a box of a pixel, cut off. */
  const forEarsOnly = cache((element) => {
    const hides = (one) => {
      const style = getComputedStyle(one);
      return style.position === "absolute" && (style.clipPath === "inset(50%)" || one.offsetWidth <= 1);
    };
    return Boolean(upwards(element, hides));
  });

  const isShown = cache((element) => element.checkVisibility({ visibilityProperty: true }) && !forEarsOnly(element));

  /** The nearest element around (or this one) that scrolls sideways by itself. */
  const scroller = cache((element) =>
    upwards(element, (one) => one !== document.body && /auto|scroll/.test(getComputedStyle(one).overflowX)),
  );

  const textNodes = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes.filter(
      (node) => node.data.trim() && !/^(script|style|template|noscript)$/.test(node.parentElement.localName),
    );
  };

  const boxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  };

  /** Texts that the eye sees in the flow of the page, each with the boxes of its lines. */
  const shownTexts = () =>
    textNodes()
      .filter(({ parentElement }) => isShown(parentElement) && !scroller(parentElement))
      .map((node) => ({ node, boxes: boxes(node) }));

  const slidesSideways = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in a window of ${clientWidth}`] : [];
  };

  /** Texts that stand over the edge of the page, and boxes that cut off what is in them. */
  const cutOff = () => {
    const { clientWidth } = document.documentElement;
    const outside = ({ boxes }) => boxes.some(({ left, right }) => left < -1 || right > clientWidth + 1);
    const over = shownTexts()
      .filter(outside)
      .map(({ node }) => `over the edge: ${told(node.parentElement)}`);
    const cuts = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return (wide || high) && isShown(element) && element.textContent.trim();
    };
    const cut = [...document.body.querySelectorAll("*")].filter(cuts).map((element) => `cut off: ${told(element)}`);
    return [...over, ...cut];
  };

  /** What scrolls in itself has to be reached by keyboard and has to have a name. */
  const namelessScrollers = () => {
    const scrolls = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return wide || high;
    };
    const isNamed = (element) => {
      const by = element
        .getAttribute("aria-labelledby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent);
      return (
        /region|group/.test(element.role) && (by?.join("") || element.ariaLabel || "").trim() && element.tabIndex === 0
      );
    };
    return [...document.body.querySelectorAll("*")]
      .filter((element) => scrolls(element) && !isNamed(element))
      .map((element) => `scrolls without a name or a tab stop: ${told(element)}`);
  };

  /** Lines of different texts that are drawn over each other. Of a line only the middle half counts, as fonts are generous. */
  const overlaps = () => {
    const lines = shownTexts().flatMap(({ node, boxes }) =>
      boxes.map(({ left, right, top, height }) => ({
        node,
        left,
        right,
        top: top + height / 4,
        bottom: top + (height * 3) / 4,
      })),
    );
    lines.sort((one, other) => one.top - other.top);
    const found = [];
    lines.forEach((line, at) => {
      for (let next = at + 1; next < lines.length && lines[next].top < line.bottom - 2; next += 1) {
        const other = lines[next];
        const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
        if (across > 2 && other.node !== line.node) {
          found.push(`one over the other: ${told(line.node.parentElement)} and ${told(other.node.parentElement)}`);
        }
      }
    });
    return [...new Set(found)];
  };

  // Keyboard

  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

  /** All that Tab has to reach, in the order in which it has to. */
  const stops = () =>
    [...document.querySelectorAll(FOCUSABLE)].filter(
      (element) =>
        (element.tabIndex >= 0 || !element.matches("[tabindex]:not(a, button, input, select, textarea)")) &&
        !element.disabled &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest("[inert]") &&
        !(element.type === "radio" && !element.checked),
    );

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };

  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue]
      .map((part) => part / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };

  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour that is behind an element. */
  const ground = (element) => {
    const painted = upwards(element.parentElement, (one) => rgba(getComputedStyle(one).backgroundColor)[3] > 0);
    return painted ? rgba(getComputedStyle(painted).backgroundColor) : rgba("Canvas");
  };

  /** The focus has to be seen: a ring of two pixels at least in a colour that stands out. */
  const ringOf = (element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2)
      return [`has no ring: ${outlineStyle} ${outlineWidth}`];
    const ratio = contrast(rgba(outlineColor), ground(element));
    return ratio < 3 ? [`has a ring of too little contrast, ${ratio.toFixed(1)}`] : [];
  };

  const overlap = (one, other) => {
    const [left, right] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
    const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };

  const firstBox = (element) =>
    [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0) ??
    element.getBoundingClientRect();

  /** Whatever has the focus is in the window and in front. In a region that scrolls, browsers are content with a part of it. */
  const placeOf = (element) => {
    const { clientWidth, clientHeight } = document.documentElement;
    const inside = { left: 0, right: clientWidth, top: 0, bottom: clientHeight };
    const [box, region] = [firstBox(element), scroller(element.parentElement)];
    const seen = overlap(box, region ? overlap(inside, region.getBoundingClientRect()) : inside);
    if (seen.width < 1 || seen.height < 1) return ["is out of sight"];
    const isPart = seen.width < Math.min(box.width, clientWidth) - 1 || seen.height < box.height - 1;
    if (isPart && !region && !scroller(element)) return ["is partly out of the window"];
    const hit = document.elementFromPoint(seen.left + seen.width / 2, seen.top + seen.height / 2);
    const isFree = hit && (element.contains(hit) || hit.contains(element));
    return isFree ? [] : [`is behind ${hit ? told(hit) : "something"}`];
  };

  /** Where the focus is: its number among `stops`, and what is wrong there. */
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const wrong = [...ringOf(element), ...placeOf(element)].map((what) => `${told(element)} ${what}`);
    return { told: told(element), at: stops().indexOf(element), wrong };
  };

  // Words

  /** What a script may add: controls, what tells of their work, and what says that it is the script's. */
  const ADDED = "form, button, [role=status], [data-script]";

  const words = ({ added }) =>
    textNodes()
      .filter((node) => node.parentElement.checkVisibility({ visibilityProperty: true }))
      .filter((node) => added || !node.parentElement.closest(ADDED))
      .map((node) => node.data.trim().replace(/\s+/g, " "));

  /** What a strict policy would not let stand. */
  const inline = () => {
    const elements = [...document.querySelectorAll("*")];
    const handlers = (element) =>
      element.getAttributeNames().filter((name) => name === "style" || name.startsWith("on"));
    const attributes = elements.flatMap((element) => handlers(element).map((name) => `${name}= on ${told(element)}`));
    // What browsers take for data is no script, and no policy asks about it.
    const scripts = 'script:not([src], [type="application/ld+json"])';
    const blocks = [...document.querySelectorAll(`style, ${scripts}`)].map(told);
    return [...attributes, ...blocks];
  };

  return { cutOff, focused, inline, namelessScrollers, overlaps, slidesSideways, stops, told, words };
})();
