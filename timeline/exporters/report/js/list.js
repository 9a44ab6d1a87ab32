// The chronology as a list: grouped by year, and by month where a year is long.

const CHUNK = 60; // rows made at a time
const LONG = 12; // entries; a shorter chronology needs no headings
const MONTHLY = 40; // entries of a year that is told month by month

const list = { items: [], places: new Map(), lazy: null, row: null };

// Headings and entries in one row: { heading, level } or { entry }.
const itemsOf = (some) => {
  if (some.length <= LONG) return some.map((entry) => ({ entry }));
  const years = new Map();
  for (const entry of some) {
    const year = entry.when.heading ? entry.when.heading[0] : "without bounds";
    years.set(year, (years.get(year) || 0) + 1);
  }
  const items = [];
  let [year, month] = [null, null];
  for (const entry of some) {
    const [ownYear, ownMonth] = entry.when.heading || ["without bounds", ""];
    if (ownYear !== year) {
      items.push({ heading: ownYear, level: 3, size: years.get(ownYear) });
      [year, month] = [ownYear, null];
    }
    if (years.get(ownYear) > MONTHLY && ownMonth && ownMonth !== month)
      items.push({ heading: `${ownMonth} ${ownYear}`, level: 4 });
    if (ownMonth) month = ownMonth;
    items.push({ entry });
  }
  return items;
};

const makeItems = (items) => {
  const nodes = [];
  let rows = null;
  for (const { heading, level, size, entry } of items) {
    if (heading !== undefined) {
      rows = null;
      nodes.push(el(`h${level}`, {}, heading, size ? el("small", {}, ` ${size}`) : null));
      continue;
    }
    if (rows === null) nodes.push((rows = el("ol", { class: "rows" })));
    if (entry.gap) rows.append(makeGap(entry.gap));
    rows.append(makeRow(entry));
  }
  return nodes;
};

const rowOf = (entry) => {
  const place = list.places.get(entry);
  if (place === undefined) return null;
  list.lazy.reach(place);
  return byId("entries").querySelector(`li[data-entry="${entry.number}"]`);
};

// The one row that the tab key reaches.
const markRow = (entry) => {
  if (list.row) {
    list.row.classList.remove("chosen");
    list.row.firstChild.removeAttribute("aria-current");
    list.row.firstChild.tabIndex = -1;
  }
  const found = entry && rowOf(entry);
  list.row = found || byId("entries").querySelector("li.row");
  if (list.row) list.row.firstChild.tabIndex = 0;
  if (!found) return;
  found.classList.add("chosen");
  found.firstChild.setAttribute("aria-current", "true");
};

const drawList = () => {
  list.lazy?.end();
  list.items = itemsOf(state.shown);
  list.places = new Map();
  list.items.forEach(({ entry }, place) => entry && list.places.set(entry, place));
  list.lazy = lazily(byId("entries"), list.items, CHUNK, 74, makeItems);
  list.row = null;
  if (state.shown.length === 0) {
    const why = entries.length ? "No entry is like that." : "No event of these documents has a date.";
    byId("entries").append(el("p", { class: "nothing" }, why));
  }
  markRow(state.chosen?.entry);
};

const showRow = (entry, focus) => {
  const row = rowOf(entry);
  if (!row) return;
  row.scrollIntoView({ block: "nearest" });
  if (focus) row.firstChild.focus({ preventScroll: true });
};

// The entry so many places further on.
const step = (by, who) => {
  const { shown } = state;
  if (shown.length === 0) return;
  const at = shown.indexOf(state.chosen?.entry);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  choose({ entry: shown[next] }, who);
};

const startList = () => {
  const box = byId("entries");
  drawList();
  box.addEventListener("click", (event) => {
    const row = event.target.closest("li[data-entry]");
    if (row && !getSelection().toString()) choose({ entry: entries[row.dataset.entry] }, "list");
  });
  box.addEventListener("keydown", (event) => {
    const acts = {
      ArrowDown: () => step(1, "list-keys"),
      ArrowUp: () => step(-1, "list-keys"),
      PageDown: () => step(10, "list-keys"),
      PageUp: () => step(-10, "list-keys"),
      Home: () => step(-Infinity, "list-keys"),
      End: () => step(Infinity, "list-keys"),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  on("shown", drawList);
  on("chosen", (by) => {
    const entry = state.chosen?.entry;
    markRow(entry);
    if (entry && by !== "list") showRow(entry, by === "list-keys");
  });
};
