// The source text with its marks. A piece knows what a click on it means.

const reading = { document: null, lazy: null, blocks: [], pieces: new Map(), lit: new Set() };

const classesOf = (marks) => {
  const classes = ["piece"];
  for (const { expression, event, date } of marks) {
    if (expression) classes.push(expression.reason ? "time unresolved" : "time");
    if (event) classes.push(event.entry ? "event" : "event undated");
    if (date) classes.push("own-date");
  }
  return classes.join(" ");
};

// The shortest mark is meant; of two alike the event, then the time.
const rankOf = ({ start, end, event, date }) => (end - start) * 4 + (event ? 0 : date ? 2 : 1);
const meantBy = (marks) =>
  marks.filter(({ sentence }) => !sentence).sort((a, b) => rankOf(a) - rankOf(b))[0] || null;

const shownText = (text) => {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(hidden)) {
    if (found.index > from) nodes.push(text.slice(from, found.index));
    nodes.push(el("span", { class: "invisible" }, escapeOf(found[0])));
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
};

const makeBlock = ({ start, end }) => {
  const text = documents[reading.document].text;
  const block = el("p", { class: "block", dir: "auto" });
  for (const [from, to, marks] of piecesOf(marksOf(reading.document), { start, end })) {
    const inside = shownText(text.slice(from, to));
    if (marks.length === 0) {
      block.append(...inside);
      continue;
    }
    const piece = el("span", { class: classesOf(marks) }, ...inside);
    piece.mark = meantBy(marks);
    if (piece.mark) piece.tabIndex = -1;
    for (const { key } of marks) {
      if (!reading.pieces.has(key)) reading.pieces.set(key, []);
      reading.pieces.get(key).push(piece);
      if (reading.lit.has(key)) piece.classList.add(`lit-${key[0]}`);
    }
    block.append(piece);
  }
  return block;
};

const readDocument = (number) => {
  if (reading.document === number || !documents[number]) return;
  reading.lazy?.end();
  reading.document = number;
  reading.pieces = new Map();
  const one = documents[number];
  byId("document-shown").value = String(number);
  byId("document-date").textContent = one.dated;
  reading.blocks = blocksOf(one.text);
  byId("text").scrollTop = 0;
  reading.lazy = lazily(byId("text"), reading.blocks, 1, 600, (some) => some.map(makeBlock));
};

const light = (keys) => {
  for (const key of reading.lit)
    for (const piece of reading.pieces.get(key) || []) piece.classList.remove(`lit-${key[0]}`);
  reading.lit = new Set(keys);
  for (const key of keys)
    for (const piece of reading.pieces.get(key) || []) piece.classList.add(`lit-${key[0]}`);
};

const ROOM = 12; // px that stay free above and below what is shown

// From the top of a mark's first piece to the bottom of its last; null where it is not made.
const extentOf = (key) => {
  const boxes = (reading.pieces.get(key) || []).map((piece) => piece.getBoundingClientRect());
  if (boxes.length === 0) return null;
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
};

// Show a mark, and the whole sentence around it where that has room.
const reachMark = (key, offset, end = offset) => {
  const at = (place) => reading.blocks.findIndex((block) => block.end > place);
  const first = at(offset);
  if (first < 0) return;
  // Those beside it too: made later they would push it out of the view.
  const last = Math.max(at(end), first);
  for (let i = Math.max(first - 1, 0); i <= last + 1 && i < reading.blocks.length; i += 1) reading.lazy.reach(i);
  const mark = extentOf(key);
  if (!mark) return;
  // In the narrow sheet the card, which is read first, stays in view.
  if (!isWide.matches) return;
  const box = byId("text");
  const outer = box.getBoundingClientRect();
  const sentence = key[0] === "e" ? extentOf(`s${key.slice(1)}`) : null;
  const fits = sentence && sentence.bottom - sentence.top + 2 * ROOM <= outer.height;
  const inner = fits ? sentence : mark;
  if (inner.top >= outer.top + ROOM && inner.bottom <= outer.bottom - ROOM) return;
  const free = Math.max(outer.height - (inner.bottom - inner.top), 0);
  box.scrollTop += inner.top - outer.top - Math.max(free / 3, Math.min(ROOM, free / 2));
};

// The marks of what is chosen: its events, their sentences, the words that date it.
const keysOf = ({ entry, event, expression, date }) => {
  if (date) return [`d${date.number}`];
  const mentions = entry ? entry.mentions : event ? [event] : [];
  const dating = [entry?.when, ...mentions.map((one) => one.when)].filter(Boolean).flatMap(datesOf);
  if (expression) dating.push(expression);
  const usesDate = [entry?.when, ...mentions.map((one) => one.when)]
    .some((when) => when?.evidence.some(({ isDate }) => isDate));
  return [
    ...mentions.flatMap(({ number }) => [`e${number}`, `s${number}`]),
    ...dating.map(({ number }) => `x${number}`),
    ...(usesDate && mentions.length ? [`d${mentions[0].document}`] : []),
  ];
};

const reachChosen = () => {
  const { entry, event, expression } = state.chosen || {};
  const place = entry?.first || event || expression;
  if (place && place.document === reading.document)
    reachMark(`${place === expression ? "x" : "e"}${place.number}`, place.from ?? place.start, place.to ?? place.end);
};

const followChoice = (by) => {
  if (state.chosen === null) return light([]);
  const { entry, event, expression } = state.chosen;
  const place = entry?.first || event || expression;
  if (by !== "text" && place) readDocument(place.document);
  light(keysOf(state.chosen));
  if (by !== "text") reachChosen();
  return undefined;
};

const chooseMark = ({ event, expression, date }) => {
  if (event) return choose(event.entry ? { entry: event.entry } : { event }, "text");
  if (expression) {
    const dated = entries.filter((entry) => datesOf(entry.when).includes(expression));
    return choose(dated.length === 1 ? { entry: dated[0] } : { expression }, "text");
  }
  return date ? choose({ date }, "text") : undefined;
};

const stepMark = (by) => {
  const marked = [...byId("text").querySelectorAll(".piece[tabindex]")];
  if (marked.length === 0) return;
  const at = marked.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : marked.length - 1) : at + by;
  marked[Math.min(Math.max(next, 0), marked.length - 1)].focus();
};

const startText = () => {
  const box = byId("text");
  const select = byId("document-shown");
  documents.forEach((one, number) => select.append(el("option", { value: number, title: one.name }, one.short)));
  select.addEventListener("change", () => readDocument(Number(select.value)));
  box.addEventListener("click", (event) => {
    const piece = event.target.closest(".piece[tabindex]");
    const selected = getSelection();
    const copies = !selected.isCollapsed && box.contains(selected.anchorNode);
    if (piece && !copies) chooseMark(piece.mark);
  });
  box.addEventListener("keydown", (event) => {
    const acts = { ArrowRight: () => stepMark(1), ArrowLeft: () => stepMark(-1), Enter: () => document.activeElement.mark && chooseMark(document.activeElement.mark) };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  on("chosen", followChoice);
  readDocument(0);
};
