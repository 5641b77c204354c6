// The query page: completes words, asks without leaving the page, and cancels. Without this script the form does all but
// complete and cancel.
"use strict";

const form = document.getElementById("ask");
const box = document.getElementById("query");
const cancel = document.getElementById("cancel");
const state = document.getElementById("state");

let running = null;
let queryId = "";
let shown = location.search;

async function ask(address) {
  running = new AbortController();
  queryId = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  cancel.hidden = false;
  state.textContent = state.dataset.running;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html", "X-Query-Id": queryId }, signal: running.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelectorAll("#answer, .codes, .behind").forEach((old) => old.remove());
    form.after(...page.querySelectorAll("#answer, .codes"));
    document.getElementById("main").append(...page.querySelectorAll(".behind"));
    document.querySelectorAll("#answer").forEach(makeSortable);
    history.pushState(null, "", address);
    shown = address.search;
    state.textContent = "";
    keep(box.value);
    keepTabs();
    showLine();
  } catch (stopped) {
    if (stopped.name !== "AbortError") throw stopped;
    state.textContent = state.dataset.cancelled;
  } finally {
    running = null;
    cancel.hidden = true;
  }
}

// The server is told, too: it does not hear that nobody waits any more.
function stop() {
  if (!running) return;
  fetch("/sparql/queries/" + queryId, { method: "DELETE", keepalive: true }).catch(() => null);
  running.abort();
}

/** Puts the caret where a query cannot be read. */
function showLine() {
  const refused = document.querySelector("[data-line]");
  if (!refused) return;
  const lines = box.value.split("\n");
  const from = lines.slice(0, refused.dataset.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  box.focus();
  box.setSelectionRange(from, from + lines[refused.dataset.line - 1].length);
}

form.addEventListener("submit", (event) => {
  const asked = new FormData(form);
  if (asked.get("format") !== "html") return;
  event.preventDefault();
  stop();
  const address = new URL(form.action, location.href);
  address.hash = "";
  address.search = new URLSearchParams(asked);
  ask(address);
});
cancel.addEventListener("click", stop);
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});
document.getElementById("keys").hidden = false;

// What was asked before stays in this browser, and nowhere else.

const earlier = document.getElementById("earlier");
const KEPT = 20;

function kept() {
  try {
    return JSON.parse(localStorage.getItem("khabar-queries") || "[]");
  } catch {
    return [];
  }
}

function keep(query) {
  const queries = [query, ...kept().filter((one) => one !== query)].slice(0, KEPT);
  try {
    localStorage.setItem("khabar-queries", JSON.stringify(queries));
  } catch {
    // A browser that keeps nothing has no earlier queries.
  }
  showEarlier();
}

function showEarlier() {
  const queries = kept();
  earlier.hidden = queries.length === 0;
  earlier.querySelector("ul").replaceChildren(
    ...queries.map((query) => {
      const link = document.createElement("a");
      link.href = "/sparql?" + new URLSearchParams({ format: "html", query });
      link.textContent = query.replace(/^\s*(PREFIX|BASE)[^\n]*\n/gim, "").trim().slice(0, 110);
      link.dir = "ltr";
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}

// Several queries side by side. They stay in this browser; an answer's address holds all that is needed to share one.

const strip = document.getElementById("tabs");
const MOST_TABS = 12;
let tabs = [box.value];
let open = 0;

/** What words tell a query from others: those behind its prefixes. */
function title(query) {
  return query.replace(/^\s*(#|PREFIX|BASE)[^\n]*\n?/gim, "").trim().slice(0, 40) || strip.dataset.empty;
}

function keepTabs() {
  tabs[open] = box.value;
  try {
    localStorage.setItem("khabar-tabs", JSON.stringify({ tabs, open }));
  } catch {
    // A browser that keeps nothing has the tabs of this page.
  }
  const name = strip.querySelector("[aria-current]");
  if (name) name.textContent = title(box.value);
}

/** Those of before, and what the page came with: in a tab of its own, unless it is in one already. */
function findTabs() {
  try {
    const before = JSON.parse(localStorage.getItem("khabar-tabs") || "{}");
    if (!Array.isArray(before.tabs) || before.tabs.length === 0 || before.tabs.some((one) => typeof one !== "string")) return;
    const asked = new URLSearchParams(location.search);
    const came = box.value;
    tabs = before.tabs.slice(0, MOST_TABS);
    open = Math.min(Math.max(Number(before.open) || 0, 0), tabs.length - 1);
    if (!["query", "example", "about"].some((name) => asked.has(name))) box.value = tabs[open];
    else if (tabs.includes(came)) open = tabs.indexOf(came);
    else if (tabs[open].trim() === "" || tabs.length === MOST_TABS) tabs[open] = came;
    else open = tabs.push(came) - 1;
  } catch {
    // What is not ours to read is left.
  }
}

/** The answer on the page is that of another query. */
function turnTo(which) {
  stop();
  open = which;
  box.value = tabs[open];
  document.querySelectorAll("#answer, .codes, .behind").forEach((old) => old.remove());
  state.textContent = "";
  history.replaceState(null, "", new URL(form.action, location.href).pathname);
  shown = "";
  keepTabs();
  showTabs();
  box.focus();
}

function button(words, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", pressed);
  return made;
}

function showTabs() {
  const items = tabs.map((query, i) => {
    const item = document.createElement("li");
    const name = button(title(query), () => {
      if (i === open) return box.focus();
      tabs[open] = box.value;
      turnTo(i);
    });
    name.className = "name";
    name.dir = "ltr";
    if (i === open) name.setAttribute("aria-current", "true");
    item.append(name);
    if (tabs.length > 1) {
      const close = button("×", () => {
        tabs[open] = box.value;
        tabs.splice(i, 1);
        if (i === open) return turnTo(Math.min(open, tabs.length - 1));
        if (i < open) open--;
        keepTabs();
        showTabs();
      });
      close.setAttribute("aria-label", strip.dataset.close + ": " + title(query));
      item.append(close);
    }
    return item;
  });
  if (tabs.length < MOST_TABS) {
    const item = document.createElement("li");
    const fresh = button("+", () => {
      tabs[open] = box.value;
      turnTo(tabs.push("") - 1);
    });
    fresh.setAttribute("aria-label", strip.dataset.fresh);
    fresh.title = strip.dataset.fresh;
    item.append(fresh);
    items.push(item);
  }
  strip.querySelector("ul").replaceChildren(...items);
  strip.hidden = false;
}

findTabs();
showTabs();
// With each letter: what changes only when the box is left would move under the pointer that leaves it.
box.addEventListener("input", keepTabs);
addEventListener("pagehide", keepTabs);

// Completion: words of the vocabulary after a prefix, those of the subject's class where a property is due, and after
// Ctrl-Space the names of the data.

const list = document.createElement("ul");
list.className = "completions";
list.id = "completions";
list.setAttribute("role", "listbox");
list.hidden = true;
box.after(list);
box.setAttribute("aria-controls", "completions");
box.setAttribute("aria-autocomplete", "list");

let terms = null;
let offered = [];
let at = 0;
let typed = "";

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  return answer && answer.ok ? answer.json() : [];
}

function word() {
  return box.value.slice(0, box.selectionStart).match(/[\p{L}\p{M}\p{N}_:-]*$/u)[0];
}

/** The beginning of a prefix, where no variable is being written. */
function prefixed() {
  const before = box.value.charAt(box.selectionStart - typed.length - 1);
  return /^[a-z]{2,}$/.test(typed) && !["?", "$", "<", '"'].includes(before);
}

/** The words of a query, without strings and comments. */
function words(text) {
  return text
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g, (found) =>
      found.startsWith("<") ? found : found.startsWith("#") ? " " : " 0 ",
    )
    .match(/<[^<>\s]*>|[?$][\p{L}\p{M}\p{N}_]+|[a-z]*:[\p{L}\p{M}\p{N}_-]*|[{}.;,()]|[^\s{}.;,()<]+/giu) || [];
}

/**
 * Where a query stands after its last word: the subject of the statement, if one has begun, and what comes next (0 a subject,
 * 1 a property, 2 an object); with the classes that each subject was said to have.
 */
function statement(text) {
  const classes = new Map();
  let subject = "";
  let next = 0;
  let property = "";
  let brackets = 0;
  for (const one of words(text)) {
    if (one === "(") brackets++;
    else if (one === ")") brackets = Math.max(0, brackets - 1);
    else if (brackets > 0) continue;
    else if ("{}.".includes(one)) [subject, next] = ["", 0];
    else if (one === ";") next = 1;
    else if (one === ",") next = 2;
    else if (/^[a-z]{2,}$/i.test(one)) [subject, next] = ["", 0];
    else if (next === 0) [subject, next] = [one, 1];
    else if (next === 1) [property, next] = [one, 2];
    else if (next === 2) {
      if (property === "a" || property === "rdf:type") classes.set(subject, [...(classes.get(subject) || []), iri(one)]);
      next = 3;
    }
  }
  return { subject, next, classes };
}

/** What a name in the query stands for, by its own prefixes or by ours. */
function iri(name) {
  if (name.startsWith("<")) return name.slice(1, -1);
  const prefix = name.slice(0, name.indexOf(":"));
  const declared = new RegExp("PREFIX\\s+" + prefix + ":\\s*<([^>]*)>", "i").exec(box.value);
  const known = terms.find((one) => one.prefix === prefix);
  return (declared ? declared[1] : known ? known.namespace : prefix + ":") + name.slice(prefix.length + 1);
}

/** The properties of things of the subject's class, those of most statements first; null where no property is due. */
function properties() {
  const before = box.value.slice(0, box.selectionStart - typed.length);
  const { subject, next } = statement(before);
  if (next !== 1) return null;
  const classes = statement(before + " . " + box.value.slice(box.selectionStart)).classes.get(subject) || [];
  const count = (one) => Math.max(0, ...classes.map((name) => one.statements[name] || 0));
  const found = terms.map((one) => ({ ...one, count: count(one) })).filter((one) => one.count > 0);
  return found.length === 0 ? null : found.sort((one, other) => other.count - one.count);
}

async function complete(names) {
  typed = word();
  const begun = /^[a-z]+:/.test(typed) || prefixed();
  if (!names && !begun) return hide();
  const wanted = typed;
  if (!terms) terms = await json("/ask/words");
  if (wanted !== word()) return;
  const fitting = begun || wanted === "" ? properties() : null;
  if (names && !fitting && wanted.length < 2) return hide();
  const found = names && !fitting
    ? (await json("/suggest?q=" + encodeURIComponent(wanted))).map((one) => ({
        insert: "<" + one.iri + ">",
        label: one.name,
        note: one.events,
      }))
    : prefixed() && !names
      ? [...new Map(terms.map((one) => [one.prefix, one.namespace]))]
          .filter(([prefix]) => prefix.startsWith(wanted))
          .map(([prefix, namespace]) => ({ insert: prefix + ":", label: prefix + ":", note: namespace }))
      : (fitting || terms)
        .filter((one) => one.word.toLowerCase().startsWith(wanted.toLowerCase()) && one.word !== wanted)
        .slice(0, 8)
        .map((one) => ({ insert: one.word, label: one.word, note: [one.label, one.count].filter(Boolean).join(" · ") }));
  if (wanted !== word()) return;
  offered = found;
  at = 0;
  show();
}

function show() {
  list.hidden = offered.length === 0;
  list.replaceChildren(
    ...offered.map((one, i) => {
      const item = document.createElement("li");
      item.id = "completion-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(i === at));
      const code = document.createElement("code");
      code.textContent = one.label;
      const note = document.createElement("span");
      note.className = "faint";
      note.dir = "auto";
      note.textContent = one.note;
      item.append(code, note);
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        at = i;
        take();
      });
      return item;
    }),
  );
  if (list.hidden) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", "completion-" + at);
}

function hide() {
  offered = [];
  show();
}

function take() {
  const to = box.selectionStart;
  box.setRangeText(offered[at].insert, to - typed.length, to, "end");
  const prefix = /^([a-z]+):/.exec(offered[at].insert);
  const known = prefix && terms && terms.find((one) => one.prefix === prefix[1]);
  if (known && !new RegExp("PREFIX\\s+" + prefix[1] + ":", "i").test(box.value)) {
    const line = "PREFIX " + prefix[1] + ": <" + known.namespace + ">\n";
    const caret = box.selectionStart + line.length;
    box.value = line + box.value;
    box.setSelectionRange(caret, caret);
  }
  hide();
}

box.addEventListener("input", () => complete(false));
box.addEventListener("blur", hide);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === " " && event.ctrlKey) {
    event.preventDefault();
    complete(!/^[a-z]+:/.test(word()));
  } else if (event.key === "Escape") {
    if (offered.length > 0) hide();
    else stop();
  } else if (offered.length > 0 && (event.key === "Enter" || event.key === "Tab")) {
    event.preventDefault();
    take();
  } else if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    at = (at + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length;
    show();
  }
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && running) stop();
});
showLine();
if (document.getElementById("answer")) keep(box.value);
else showEarlier();
