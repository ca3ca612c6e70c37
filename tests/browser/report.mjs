// What the log of a run holds: a line for each file, what the stories measured, and what fails, at once.
import path from "node:path";

export default async function* report(events) {
  const held = new Map();
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === "test:diagnostic" && /: /.test(data.message)) yield `   ${data.message}\n`;
    if (type === "test:pass" && isStory(data)) held.set(data.file, (held.get(data.file) ?? 0) + 1);
    if (type === "test:fail" && (isStory(data) || isBroken(data))) {
      failed += 1;
      yield `\n${path.basename(data.file)}: ${data.name}\n${reason(data)}\n`;
    }
  }
  for (const [file, count] of held) yield `${path.basename(file)}: ${count} hold\n`;
  yield failed ? `${failed} stories fail\n` : "all stories hold\n";
}

/** A story stands in a file; the file as a whole is an event of its own. */
function isStory({ name, file }) {
  return name !== file;
}

/** A file fails with its stories; it is a failure of its own where it could not be run to its end. */
function isBroken({ details: { error } }) {
  return error.failureType !== "subtestsFailed";
}

/** A list of complaints as it is, any other error in its own words. */
function reason({ details: { error } }) {
  const { actual, message } = error.cause ?? error;
  return Array.isArray(actual) ? actual.map((line) => `  - ${line}`).join("\n") : `  ${message ?? error.message}`;
}
