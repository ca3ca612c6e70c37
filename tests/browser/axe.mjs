// axe-core: WCAG 2.2 A and AA and its best practices.
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What it finds on a page as it is now, each with the page's `mode`. */
export async function violations(opened, mode, rules = {}) {
  await opened.evaluate(axe.source);
  const options = { runOnly: { type: "tag", values: TAGS }, rules, resultTypes: ["violations"] };
  const result = await opened.evaluate((options) => globalThis.axe.run(document, options), options);
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, any }) =>
        `${mode}: ${id} (${help}) at ${target.join(" ")} ${any.map(({ message }) => message).join("; ")}`,
    ),
  );
}
