// The chronology as a list: under centuries, decades, years or months, as many as tell it well.

const CHUNK = 60; // rows made at a time
const FEW = 12; // entries that need no headings among them
const MONTHLY = 40; // entries of a year that is told month by month
const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");

const list = { items: [], places: new Map(), lazy: null, row: null };

const ordinal = (number) => {
  const ending = { 1: "st", 2: "nd", 3: "rd" }[number % 10] || "th";
  return `${number}${number % 100 > 10 && number % 100 < 14 ? "th" : ending}`;
};

// 1800 to 1899 is the 19th; 400 to 301 BC is the 4th.
const centuryOf = (year) =>
  year > 0 ? `${ordinal(floorDiv(year, 100) + 1)} century` : `${ordinal(floorDiv(-year, 100) + 1)} century BC`;
const decadeOf = (year) =>
  year > 0 ? `${yearName(Math.max(floorDiv(year, 10) * 10, 1))}s`.replace(/AD 1s$/u, "first years AD") : yearName(year);

// From coarse to fine: a century of few entries is not told by its decades, nor those by their years.
const UNITS = [centuryOf, decadeOf, yearName];

const headingsOf = (some) => {
  const sizes = new Map();
  const yearOf = (entry) => entry.when.heading?.[0] ?? null;
  for (const entry of some) {
    const year = yearOf(entry);
    for (const name of year === null ? [] : UNITS) {
      const key = name(year);
      sizes.set(key, (sizes.get(key) || 0) + 1);
    }
  }
  return (entry) => {
    const year = yearOf(entry);
    if (year === null) return { name: "At no known time", size: 0 };
    const unit = UNITS.find((one) => sizes.get(one(year)) <= FEW) || yearName;
    return { name: unit(year), size: sizes.get(unit(year)), isYear: unit === yearName };
  };
};

// Headings and entries in one row: { heading, level, size } or { entry }.
const itemsOf = (some) => {
  if (some.length <= FEW) return some.map((entry) => ({ entry }));
  const headingOf = headingsOf(some);
  const items = [];
  let [above, month] = [null, 0];
  for (const entry of some) {
    const { name, size, isYear } = headingOf(entry);
    if (name !== above) {
      items.push({ heading: name, level: 3, size });
      [above, month] = [name, 0];
    }
    const own = entry.when.heading?.[1] || 0;
    if (isYear && size > MONTHLY && own && own !== month) {
      items.push({ heading: `${MONTH_NAMES[own - 1]} ${name}`, level: 4 });
      month = own;
    }
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
  if (state.shown.length <= WHOLE) list.lazy.reachAll();
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
  box.addEventListener("click", (event) => {
    const row = event.target.closest("li[data-entry]");
    if (row) choose({ entry: entries[row.dataset.entry] }, "list");
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
  on("shown", () => {
    drawList();
    if (state.chosen === null) byId("list").scrollTop = 0;
  });
  on("chosen", (by) => {
    const entry = state.chosen?.entry;
    markRow(entry);
    if (entry && by !== "list") showRow(entry, by === "list-keys");
  });
};
