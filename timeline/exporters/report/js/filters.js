// Which entries are shown: by text, document, someone who takes part, status and certainty.

const wanted = { text: [], document: null, person: "", statuses: new Set(), kinds: new Set() };

const haystack = (entry) => {
  if (entry.haystack === undefined) {
    const told = entry.mentions.flatMap((event) => [
      event.title,
      sentenceOf(event),
      documents[event.document].name,
    ]);
    const dating = entry.when.evidence.map(({ text }) => text || "");
    const others = entry.conflicts.map((one) => `${one.when.words} ${one.quote}`);
    const all = [entry.title, entry.when.words, ...dating, ...told, ...others];
    entry.haystack = all.join("\n").toLowerCase();
  }
  return entry.haystack;
};

const peopleOf = (entry) => {
  if (entry.people === undefined) {
    const names = entry.mentions.flatMap((e) => [...(e.people || []), ...(e.places || [])]);
    entry.people = [...new Set(names)];
  }
  return entry.people;
};

// `but` is a set whose chips are counted: they tell what each of them would leave.
const isWanted = (entry, but = null) =>
  (wanted.document === null || entry.documents.includes(wanted.document)) &&
  (but === wanted.statuses || wanted.statuses.size === 0 || wanted.statuses.has(entry.status)) &&
  (but === wanted.kinds || wanted.kinds.size === 0 || wanted.kinds.has(entry.when.kind)) &&
  (wanted.person === "" ||
    peopleOf(entry).some((name) => name.toLowerCase().includes(wanted.person))) &&
  wanted.text.every((word) => haystack(entry).includes(word));

const isFiltered = () =>
  wanted.text.length > 0 ||
  wanted.document !== null ||
  wanted.person !== "" ||
  wanted.statuses.size + wanted.kinds.size > 0;

// Whether the document and the words that are asked for leave what is in no entry.
const isWantedBeside = (number, ...told) => {
  if (wanted.document !== null && wanted.document !== number) return false;
  if (wanted.text.length === 0) return true;
  const all = [...told, documents[number].name].join("\n").toLowerCase();
  return wanted.text.every((word) => all.includes(word));
};

const chips = []; // { set, name, keyOf, small }

const countChips = () => {
  for (const set of [wanted.statuses, wanted.kinds]) {
    const some = chips.filter((chip) => chip.set === set);
    if (some.length === 0) continue;
    const found = tally(some[0].keyOf, isFiltered() ? entries.filter((entry) => isWanted(entry, set)) : entries);
    for (const { name, small } of some) small.textContent = String(found.get(name) || 0);
  }
};

// What a filter hides is not chosen any more.
const dropHidden = () => {
  const { entry, event, expression, date } = state.chosen || {};
  const home = (event || expression)?.document ?? date?.number;
  const isHidden = entry ? !state.shown.includes(entry) : home !== undefined && wanted.document !== null && home !== wanted.document;
  if (isHidden) choose(null, "filters");
};

const applyFilters = () => {
  state.shown = isFiltered() ? entries.filter((entry) => isWanted(entry)) : entries;
  dropHidden();
  countChips();
  byId("clear-filters").hidden = !isFiltered();
  byId("count").textContent = isFiltered()
    ? `${state.shown.length.toLocaleString("en")} of ${count(entries.length, "entry")}`
    : count(entries.length, "entry");
  tell("shown");
};

const readText = () => {
  wanted.text = byId("search").value.toLowerCase().split(/\s+/u).filter(Boolean);
  wanted.person = byId("people-filter").value.trim().toLowerCase();
  applyFilters();
};

// A button that stays pressed, for one member of a set.
const makeChip = (set, name, label, keyOf, picture) => {
  const chip = el("button", { type: "button", class: "chip", "aria-pressed": "false" });
  const small = el("small", {});
  chip.append(...(picture ? [picture] : []), `${label} `, small);
  chips.push({ set, name, keyOf, small });
  chip.dataset.name = name;
  chip.addEventListener("click", () => {
    if (!set.delete(name)) set.add(name);
    chip.setAttribute("aria-pressed", String(set.has(name)));
    applyFilters();
  });
  return chip;
};

const tally = (keyOf, some = entries) => {
  const found = new Map();
  for (const entry of some) found.set(keyOf(entry), (found.get(keyOf(entry)) || 0) + 1);
  return found;
};

const offerDocuments = () => {
  const select = byId("document-filter");
  select.append(el("option", { value: "" }, `All ${documents.length}`));
  documents.forEach((one, number) => {
    select.append(el("option", { value: number }, one.title ? `${one.short}: ${one.title}` : one.short));
  });
  byId("document-field").hidden = documents.length < 2;
  select.addEventListener("change", () => {
    wanted.document = select.value === "" ? null : Number(select.value);
    applyFilters();
    if (wanted.document !== null && state.chosen === null) readDocument(wanted.document);
  });
};

const offerStatuses = () => {
  const box = byId("status-filter");
  const keyOf = (entry) => entry.status;
  const found = [...tally(keyOf)].sort((a, b) => b[1] - a[1]);
  for (const [name] of found) box.append(makeChip(wanted.statuses, name, name, keyOf));
  box.hidden = found.length < 2;
};

const offerKinds = () => {
  const keyOf = (entry) => entry.when.kind;
  const found = tally(keyOf);
  for (const [name, label] of words.kinds) {
    if (!found.has(name)) continue;
    const short = { cell: "month, year, ...", open: "before, after", stretch: "stretch" }[name];
    const chip = makeChip(wanted.kinds, name, short || name, keyOf, glyph(name));
    chip.title = label;
    byId("legend").append(chip);
  }
};

const NAMES = 400; // names offered; the others can still be typed

const offerPeople = () => {
  const found = new Map();
  for (const entry of entries)
    for (const name of peopleOf(entry)) found.set(name, (found.get(name) || 0) + 1);
  const often = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, NAMES);
  byId("people").replaceChildren(...often.map(([name]) => el("option", { value: name })));
};

const clearFilters = () => {
  wanted.statuses.clear();
  wanted.kinds.clear();
  wanted.document = null;
  byId("document-filter").value = "";
  byId("search").value = "";
  byId("people-filter").value = "";
  for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "false");
  readText();
};

const startFilters = () => {
  offerDocuments();
  offerStatuses();
  offerKinds();
  const later = debounced(80, readText);
  byId("search").addEventListener("input", later);
  byId("people-filter").addEventListener("input", later);
  byId("people-filter").addEventListener("focus", offerPeople, { once: true });
  byId("clear-filters").addEventListener("click", clearFilters);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
};
