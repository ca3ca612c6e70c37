// Whether a page fits, however narrow the window and however large the letters.
import { start } from "./browser.mjs";

/** Chromium with letters of four times the usual size. */
export const startLarge = () => start(["--blink-settings=defaultFontSize=64,defaultFixedFontSize=64"]);

/** What of a page as it is now is cut off, or slides sideways without a name. */
export const cutOff = (opened) =>
  opened.evaluate(() => {
    const { cutOff, namelessScrollers, overlaps, slidesSideways } = globalThis.keikaku;
    return [slidesSideways, cutOff, namelessScrollers, overlaps].flatMap((ask) => ask());
  });
