// The checks themselves: each finds what it looks for on a page that is wrong in this one thing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROWEST, start } from "./browser.mjs";

let chromium;
before(async () => (chromium = await start()));
after(() => chromium.close());

const WRONG = {
  "a page that slides sideways": ["slidesSideways", '<p style="width: 400px">wide</p>'],
  "text over the edge": ["cutOff", '<p style="margin-left: -40px">wide</p>'],
  "text over the edge of a page that may not slide": [
    "cutOff",
    '<body style="overflow-x: hidden"><p style="white-space: nowrap; font-size: 40px">much too long to be read</p>',
  ],
  "a line that is cut off": ["cutOff", '<p style="overflow: hidden; height: 10px">high</p>'],
  "a region without a name": [
    "namelessScrollers",
    '<div style="overflow-x: auto" tabindex="0"><p style="width: 400px">wide</p></div>',
  ],
  "a region that no key reaches": [
    "namelessScrollers",
    '<div style="overflow-x: auto" role="region" aria-label="x"><p style="width: 400px">wide</p></div>',
  ],
  "a text on another": ["overlaps", '<p>one</p><p style="margin-top: -2em">two</p>'],
  "a style on an element": ["inline", '<p style="color: red">red</p>'],
  "a handler on an element": ["inline", '<p onclick="go()">red</p>'],
  "a style sheet in the page": ["inline", "<style>p { color: red }</style>"],
};

for (const [name, [probe, html]] of Object.entries(WRONG)) {
  test(name, async () => {
    const opened = await show("<p>right</p>");
    assert.deepEqual(await opened.evaluate((probe) => globalThis.keikaku[probe](), probe), []);
    await opened.setContent(html);
    assert.notDeepEqual(await opened.evaluate((probe) => globalThis.keikaku[probe](), probe), []);
  });
}

const RING = "<style>a:focus { outline: 4px solid black }</style>";
const UNSEEN = {
  "no ring": '<a href="#" style="outline: none">link</a>',
  "a ring of the colour behind it": '<a href="#" style="outline: 4px solid #eee">link</a>',
  "out of the window": `${RING}<a href="#" style="position: fixed; left: -100px">link</a>`,
  "half out of the window": `${RING}<a href="#" style="position: fixed; left: -10px">link</a>`,
  "behind a banner": `${RING}<a href="#">link</a><p style="position: fixed; inset: 0; background: white">banner</p>`,
};

for (const [name, html] of Object.entries(UNSEEN)) {
  test(`a focus that is not seen: ${name}`, async () => {
    assert.deepEqual((await focusIn(`${RING}<a href="#">link</a>`)).wrong, []);
    assert.equal((await focusIn(html)).wrong.length, 1);
  });
}

test("a link that no key reaches is a stop that Tab has to reach", async () => {
  const opened = await show('<a href="#" tabindex="-1">one</a><a href="#">two</a><p tabindex="-1">three</p>');
  assert.equal(await opened.evaluate(() => globalThis.keikaku.stops().length), 2);
  await opened.keyboard.press("Tab");
  assert.equal(await opened.evaluate(() => globalThis.keikaku.focused().at), 1);
});

async function show(html) {
  const opened = await chromium.open("about:blank", { viewport: NARROWEST });
  await opened.setContent(html);
  return opened;
}

async function focusIn(html) {
  const opened = await show(html);
  await opened.keyboard.press("Tab");
  return opened.evaluate(() => globalThis.keikaku.focused());
}
