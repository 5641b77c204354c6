// Names are suggested while one types, and tables sorted by a column. Without this script every form works as well.
"use strict";

const numeric = (text) => /^[-−+]?[\d,]+(\.\d+)?$/.test(text);
const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));

function sorted(table, column, down) {
  const key = (row) => {
    const cell = row.cells[column];
    if (!cell) return "";
    const time = cell.querySelector("time[datetime]");
    return time ? time.dateTime : cell.textContent.trim();
  };
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: key(row) }));
  const numbers = rows.every((one) => one.key === "" || numeric(one.key));
  rows.sort((a, b) => {
    if (a.key === "" || b.key === "") return (a.key === "") - (b.key === "");
    const order = numbers ? number(a.key) - number(b.key) : a.key.localeCompare(b.key, document.documentElement.lang);
    return down ? -order : order;
  });
  table.tBodies[0].append(...rows.map((one) => one.row));
}

function makeSortable(root) {
  for (const table of root.querySelectorAll("table.sortable, .sortable table")) {
    const heads = [...table.querySelectorAll("thead th")];
    if (!table.tBodies[0] || table.tBodies[0].rows.length < 2) continue;
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sorted(table, column, down);
      });
    });
  }
}
makeSortable(document);

for (const field of document.querySelectorAll("input[data-kinds]")) {
  const list = document.createElement("datalist");
  list.id = "names-of-" + field.id;
  field.after(list);
  field.setAttribute("list", list.id);
  let last = "";
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = field.value.trim();
      if (typed.length < 2 || typed === last) return;
      last = typed;
      const address = new URL("/suggest", location.href);
      address.searchParams.set("q", typed);
      address.searchParams.set("kinds", field.dataset.kinds);
      const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!answer || !answer.ok || typed !== last) return;
      const names = await answer.json();
      list.replaceChildren(...names.map((one) => new Option(one.name, one.name)));
    }, 150);
  });
}
