// What the log of a run holds: a line for each file, what the stories measured, and what failed, once.
import path from "node:path";

export default async function* report(events) {
  const passed = new Map();
  const failed = [];
  for await (const { type, data } of events) {
    if (type === "test:diagnostic" && /: /.test(data.message)) yield `   ${data.message}\n`;
    if (type === "test:pass" && isStory(data)) passed.set(data.file, (passed.get(data.file) ?? 0) + 1);
    if (type === "test:fail" && isStory(data)) failed.push(data);
  }
  for (const [file, count] of passed) yield `${path.basename(file)}: ${count} hold\n`;
  for (const data of failed) yield `\n${path.basename(data.file)}: ${data.name}\n${reason(data)}\n`;
  yield `\n${failed.length} of ${[...passed.values()].reduce((sum, count) => sum + count, failed.length)} stories fail\n`;
}

/** A story stands in a file; the file as a whole is an event of its own. */
function isStory({ name, file }) {
  return name !== file;
}

/** A list of complaints as it is, any other error in its own words. */
function reason({ details: { error } }) {
  const { actual, message } = error.cause ?? error;
  return Array.isArray(actual) ? actual.map((line) => `  - ${line}`).join("\n") : `  ${message ?? error.message}`;
}
