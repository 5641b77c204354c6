// Names are suggested while one types. Without this script every form works as well.
"use strict";

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
      const address = new URL("/search/suggestions", location.href);
      address.searchParams.set("q", typed);
      address.searchParams.set("kinds", field.dataset.kinds);
      const answer = await fetch(address).catch(() => null);
      if (!answer || !answer.ok || typed !== last) return;
      const names = await answer.json();
      list.replaceChildren(...names.map((one) => new Option(one.name, one.name)));
    }, 150);
  });
}
