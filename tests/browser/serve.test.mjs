// What a clerk sees of `keikaku serve`: pages that change as files are saved, and the panel that says what is to be mended.
// KEIKAKU names the program; without it the stories are left out.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { DESKTOP, NARROWEST, PHONE, start, visit } from "./browser.mjs";

const project = path.join(import.meta.dirname, "../..");
const KEIKAKU = process.env.KEIKAKU;
const FILE = "content/plan/1-dx/1-organization/1-structure.md";
const PANEL = ".keikaku-desk";
const skip = KEIKAKU ? false : "KEIKAKU names no program";

let chromium, folder, program, origin, good;

before(async () => {
  if (skip) return;
  chromium = await start([], []);
  folder = mkdtempSync(path.join(tmpdir(), "keikaku-serve-"));
  cpSync(path.join(project, "content"), path.join(folder, "content"), { recursive: true });
  good = readFileSync(path.join(folder, FILE), "utf8");
  program = spawn(KEIKAKU, ["serve", "--root", folder, "--address", "127.0.0.1:0"]);
  program.stdout.setEncoding("utf8");
  origin = await new Promise((found) => {
    program.stdout.on("data", (said) => /http:\S+/.test(said) && found(said.match(/http:\S+/)[0]));
  });
});

after(async () => {
  if (skip) return;
  program.kill();
  await chromium.close();
  rmSync(folder, { recursive: true });
});

const write = (text) => writeFileSync(path.join(folder, FILE), text);
const titled = (title) => good.replace(/^title:.*$/m, `title: ${title}`);
const broken = () => good.replace(/^number:.*$/m, "number: 一番目の<b>取組</b>");

/** A page in a window of its own. */
async function opened(options = { viewport: DESKTOP }) {
  return visit(await chromium.alone(options), `${origin}plan/1-1-1.html`);
}

const heading = (page, words) => page.locator("h1", { hasText: words }).waitFor();

test("a saved file is shown at the place where the reader is", { skip }, async () => {
  const page = await opened();
  await page.evaluate(() => scrollTo(0, 400));
  write(titled("保存した題名"));
  await heading(page, "保存した題名");
  await page.waitForFunction(() => document.readyState === "complete" && scrollY === 400);
  assert.deepEqual(page.complaints, []);
  write(good);
});

test("each of two tabs shows it, the one in the background when it is looked at", { skip }, async () => {
  const pages = [await opened(), await opened()];
  write(titled("二枚の題名"));
  for (const page of pages) {
    await page.bringToFront();
    await heading(page, "二枚の題名");
    assert.deepEqual(page.complaints, []);
  }
  write(good);
});

test("the panel comes with a mistake, is announced and goes when it is mended", { skip }, async () => {
  const page = await opened();
  assert.equal(await page.locator(PANEL).count(), 0);
  write(broken());
  const panel = page.getByRole("alert");
  await panel.waitFor();
  const told = await panel.innerText();
  for (const part of [FILE, "行目", "<b>取組</b>"]) assert.ok(told.includes(part), `${part}: ${told}`);
  assert.equal(await panel.locator("pre b").count(), 0);
  assert.deepEqual(page.complaints, []);
  write(good);
  await page.locator(PANEL).waitFor({ state: "detached" });
  assert.deepEqual(page.complaints, []);
});

for (const [name, viewport] of Object.entries({ DESKTOP, PHONE, NARROWEST })) {
  test(`the panel can be read and put aside: ${name}`, { skip }, async () => {
    write(broken());
    const page = await opened({ viewport });
    const panel = page.getByRole("alert");
    await panel.waitFor();
    const box = await panel.boundingBox();
    assert.ok(box.height <= viewport.height / 2 + 1, "half of what is seen is the page's");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    const summary = panel.locator("summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.ok((await panel.boundingBox()).height < viewport.height / 4);
    assert.deepEqual(page.complaints, []);
    write(good);
    await page.locator(PANEL).waitFor({ state: "detached" });
  });
}
