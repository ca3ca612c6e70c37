// How the checks look at pages: Debian's Chromium, and a server of our own with a strict policy.
//
// A page that is opened here may ask for nothing outside its site, may break no policy and may log no error: whatever
// of that happens is among `page.complaints`, which is expected to be empty at the end of each story.
import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { createGzip } from "node:zlib";
import { chromium } from "playwright-core";
import { fileOf, sites } from "./sites.mjs";

/** What hosts may send besides what a site tells them: that no script makes HTML out of text. */
const STRICTER = "; require-trusted-types-for 'script'";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** What no host packs once more. */
const PACKED = [TYPES[".png"], TYPES[".bin"]];

const IN_PAGE = readFileSync(path.join(import.meta.dirname, "in-page.js"), "utf8");

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const PHONE = { width: 360, height: 780 };
export const DESKTOP = { width: 1280, height: 900 };
/** The least width that WCAG 1.4.10 asks for: 1280 at four times the size. */
export const NARROWEST = { width: 320, height: 640 };

/** Chromium and a server for every site. `open` shows a page, in a window that all pages with these options share;
    `alone` gives a window that has seen nothing yet. */
export async function start(flags = [], served = sites) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", ...flags] });
  const servers = await Promise.all(served.map(serve));
  const windows = new Map();
  const open = async (address, options = {}) => {
    const key = JSON.stringify(options);
    if (!windows.has(key)) windows.set(key, await watched(await browser.newContext(options)));
    return visit(windows.get(key), address);
  };
  const alone = async (options = {}) => watched(await browser.newContext(options));
  const close = async () => {
    await browser.close();
    servers.forEach((server) => server.close().closeAllConnections());
  };
  return { open, alone, close };
}

/** Serves a site at the path that it is made for; `site.origin` is where. */
async function serve(site) {
  site.told = told(site);
  const server = http.createServer((request, response) => answer(site, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  return server;
}

/** The headers that a site wants with everything: the first rule of its `_headers`. */
function told(site) {
  const [, ...lines] = readFileSync(path.join(site.folder, "_headers"), "utf8").split("\n\n")[0].trimEnd().split("\n");
  const headers = Object.fromEntries(lines.map((line) => line.trim().split(": ")));
  assert.match(headers["Content-Security-Policy"], /^default-src 'none'; /);
  return { ...headers, "Content-Security-Policy": headers["Content-Security-Policy"] + STRICTER };
}

function answer(site, request, response) {
  const asked = decodeURIComponent(new URL(request.url, site.base).pathname);
  const inside = asked.startsWith(site.base.pathname) ? asked.slice(site.base.pathname.length) : undefined;
  const file = inside !== undefined && fileOf(site, inside.replace(/(^|\/)$/, "$1index.html"));
  const type = TYPES[path.extname(file || "404.html")];
  const packed = /gzip/.test(request.headers["accept-encoding"]) && !PACKED.includes(type);
  response.writeHead(file ? 200 : 404, {
    ...site.told,
    "content-type": type,
    ...(packed && { "content-encoding": "gzip" }),
  });
  const bytes = createReadStream(file || fileOf(site, "404.html"));
  (packed ? bytes.pipe(createGzip()) : bytes).pipe(response);
}

export function addressOf(site, page) {
  return site.origin + site.base.pathname + page;
}

/** A window that notes in `complaints` whatever goes wrong in it. */
async function watched(context) {
  const page = await context.newPage();
  page.complaints = [];
  const complain = (text) => page.complaints.push(text);
  page.on("console", (message) => /error|warning/.test(message.type()) && complain(`console: ${message.text()}`));
  page.on("pageerror", (error) => complain(`script: ${error.message}`));
  page.on("request", (request) => isOutside(request.url(), page.asked) && !isLate(request.url(), page.before) && complain(`asks outside: ${request.url()}`));
  page.on(
    "requestfailed",
    (request) => isLeft(request) || complain(`fails: ${request.url()}, ${request.failure().errorText}`),
  );
  page.on("response", (response) => response.status() >= 400 && complain(`${response.status()}: ${response.url()}`));
  return page;
}

/** Whether a request ended because its page was left: an icon comes after all else. */
function isLeft(request) {
  return request.failure().errorText === "net::ERR_ABORTED";
}

function isOutside(url, address) {
  const [asked, own] = [new URL(url), new URL(address)];
  return asked.protocol !== own.protocol || asked.host !== own.host;
}

/** Whether the icon of the site that was looked at before is only loaded now. */
function isLate(url, before) {
  return before !== undefined && !isOutside(url, before) && /\/assets\/favicon-[^/]*$/.test(new URL(url).pathname);
}

export async function visit(page, address) {
  page.complaints.length = 0;
  [page.before, page.asked] = [page.asked, address];
  await page.goto(address);
  await page.evaluate(IN_PAGE);
  return page;
}

/** Shows a page, lets `look` gather complaints and expects that there are none. */
export async function expectNothing(chromium, { site, page, address = addressOf(site, page), ...options }, look) {
  const opened = await chromium.open(address, options);
  const found = await look(opened);
  assert.deepEqual([...opened.complaints, ...found], []);
}
