// Makes the columns of a table sortable. Without it the table stands in the order of the plan. Every word comes from the page.
"use strict";

// Each press goes one further: up, down, back to the order of the plan.
const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
// Arrows that are text and no picture.
const SIGNS = { none: "↕\uFE0E", ascending: "▲", descending: "▼" };

for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const status = document.querySelector(".sort-status");
  for (const head of heads) makeButton(head);

  function makeButton(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    const name = document.createElement("span");
    name.className = "sort__name";
    name.append(...head.childNodes);
    const sign = document.createElement("span");
    sign.className = "sort__sign";
    sign.setAttribute("aria-hidden", "true");
    button.append(name, sign);
    head.append(button);
    show(head, "none");
    button.addEventListener("click", () => sort(head));
  }

  function sort(head) {
    const order = NEXT[head.getAttribute("aria-sort") ?? "none"];
    for (const other of heads) show(other, other === head ? order : "none");
    body.append(...sorted(head, order));
    tell(head, order);
  }

  // `aria-sort` stands on the one column that is sorted.
  function show(head, order) {
    if (order === "none") head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", order);
    head.querySelector(".sort__sign").textContent = SIGNS[order];
  }

  function sorted(head, order) {
    if (order === "none") return rows;
    const compare = head.dataset.sort === "number" ? byAmount : byText;
    const direction = order === "ascending" ? 1 : -1;
    const keyed = rows.map((row) => [row, row.cells[head.cellIndex].dataset]);
    return keyed.sort(([, a], [, b]) => compare(a, b, direction)).map(([row]) => row);
  }

  function tell(head, order) {
    if (!status) return;
    const { dataset } = status;
    const kind = head.dataset.sort === "number" ? "number" : "text";
    const words = order === "none" ? dataset.none : status.getAttribute(`data-${kind}-${order}`);
    const name = head.querySelector(".sort__name").textContent.trim();
    status.textContent = words.replace("{name}", () => name) + (order === "none" ? "" : dataset.page);
  }
}

// What has no amount stands last in either direction.
function byAmount(a, b, direction) {
  if (a.amount === undefined || b.amount === undefined) return (a.amount === undefined) - (b.amount === undefined);
  return direction * (Number(a.amount) - Number(b.amount));
}

function byText(a, b, direction) {
  return direction * collator().compare(a.text, b.text);
}

function collator() {
  collator.made ??= new Intl.Collator(document.documentElement.lang, { numeric: true });
  return collator.made;
}
