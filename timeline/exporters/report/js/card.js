// Why this date: the words, what they mean, what they were counted from, down to the ground.

const goTo = (label, chosen, place) => {
  const button = el("button", { type: "button", class: "link" }, label);
  button.addEventListener("click", () => {
    if (chosen) choose(chosen, "card");
    else {
      readDocument(place.document);
      reachMark(place.key, place.start);
      (reading.pieces.get(place.key) || [])[0]?.scrollIntoView({ block: "nearest" });
    }
  });
  return button;
};

const quoteOf = (one) =>
  goTo(quote(showLine(textOf(one))), null, { document: one.document, key: `x${one.number}`, start: one.start });

// The document's own date, and who says so.
const dateStep = (one, lead, told = null) => {
  const parts = [el("span", {}, `${lead} the document's date `), el("b", {}, one.date || "none")];
  const found = one.basis && `found in: ${one.basis}${one.dateWords ? ` ${quote(one.dateWords)}` : ""}`;
  const why = one.note && `because: ${one.note}`;
  if (told) parts.push(el("span", { class: "detail" }, told));
  if (found || why) parts.push(el("span", { class: "detail" }, [found, why].filter(Boolean).join(" · ")));
  for (const [value, why] of one.otherDates || [])
    parts.push(el("span", { class: "detail" }, `not ${value}: ${why}`));
  return el("li", { class: "step" }, ...parts);
};

const valueWords = (one) => {
  if (one.reason) return el("span", { class: "bad" }, `not resolved: ${one.reason}`);
  const value = el("span", {}, "→ ", el("b", {}, one.days || one.value || "no place in time"));
  if (one.days && one.value && one.value !== one.days) value.append(" ", el("code", {}, one.value));
  return value;
};

// An expression, then what it was counted from, and so on; each once.
const chainOf = (one, lead, seen = new Set(), note = null) => {
  if (seen.has(one)) return [];
  seen.add(one);
  const meaning = one.meaning && `read as: ${one.meaning}`;
  const steps = [
    el("li", { class: "step" },
      el("span", {}, lead, " ", quoteOf(one), ` (line ${lineOf(one)}) `),
      valueWords(one),
      el("span", { class: "detail" }, [note, meaning, `rule ${one.rule}`].filter(Boolean).join(" · "))),
  ];
  for (const end of one.ends || []) steps.push(...chainOf(expressions[end], "with the end", seen));
  if (one.ends?.length) return steps;
  if (one.origin === "date") steps.push(dateStep(documents[one.document], "counted from"));
  else if (one.origin) steps.push(...originOf(one.origin, seen));
  return steps;
};

const originOf = ([what, number], seen) => {
  if (what === "expression") return chainOf(expressions[number], "counted from", seen);
  const event = events[number];
  const steps = [el("li", { class: "step" },
    el("span", {}, "counted from the event ", goTo(quote(showLine(textOf(event))), null, { document: event.document, key: `e${number}`, start: event.start })),
    event.when ? el("b", {}, ` ${event.when.words}`) : null)];
  for (const one of event.when ? datesOf(event.when) : []) steps.push(...chainOf(one, "dated by", seen));
  return steps;
};

const whyOf = (when, home) => {
  const steps = [];
  const seen = new Set();
  when.evidence.forEach(({ number, isDate, text, note }, place) => {
    const relation = place === 0 ? words.relations[when.relation] || when.relation : "and";
    const lead = relation;
    if (isDate) {
      steps.push(dateStep(home, lead, note));
    } else if (number !== null) steps.push(...chainOf(expressions[number], lead, seen, note));
    else if (text) steps.push(el("li", { class: "step" }, `${lead} ${quote(text)}`));
  });
  return el("ol", { class: "chain" }, ...steps);
};

const confidenceOf = (share) => {
  const [, word] = words.confidence.find(([least]) => share >= least) || [0, ""];
  return `${word} (${share.toFixed(2)})`;
};

// Once opened, the details stay open from one choice to the next.
let open = false;

const factsOf = (pairs) => {
  const facts = el("dl", { class: "facts" });
  for (const [name, value] of pairs)
    if (value) facts.append(el("div", {}, el("dt", {}, name), el("dd", {}, value)));
  const box = el("details", { open }, el("summary", {}, "Details"), facts);
  box.addEventListener("toggle", () => {
    if (open === box.open) return;
    open = box.open;
    reachChosen(); // the text has less room now, or more
  });
  return box;
};

const boundsWords = (when) => {
  const [first, last, firstEnd, lastEnd] = when.ends || [];
  const between = (a, b) => (a && a === b ? a : `${a ?? "…"} to ${b ?? "…"}`);
  if (when.shape === "instant") return between(first, last);
  return `begins ${between(first, last)}, ends ${between(firstEnd, lastEnd)}`;
};

const factsOfEvent = (event, when) =>
  factsOf([
    ["Bounds", when && boundsWords(when)],
    ["EDTF", when?.edtf],
    ["TIMEX3", when?.value],
    ["Rests on", when && words.bases[when.basis]],
    ["Dated because", when && (words.sieves[when.sieve] || when.sieve)],
    ["Confidence", when && when.confidence !== null && confidenceOf(when.confidence)],
    ["Status", event.status],
    ["Take part", (event.people || []).join(", ")],
    ["Places", (event.places || []).join(", ")],
    ["Said by", event.said],
    ["Grammar", event.traits],
  ]);

const orderOf = (event) => {
  const found = links.filter((link) => link.event === event.number && events[link.other]);
  if (found.length === 0) return null;
  const told = found.map(({ other, relation, signal }) =>
    el("li", {}, `${words.orders[relation] || relation} `,
      goTo(quote(events[other].title), events[other].entry ? { entry: events[other].entry } : { event: events[other] }),
      signal ? ` (“${signal}”)` : ""));
  return el("div", { class: "part" }, el("h4", {}, "The text says: it is"), el("ul", {}, ...told));
};

const mentionsOf = (entry) => {
  if (entry.mentions.length < 2) return null;
  const rows = entry.mentions.map((event) =>
    el("li", {}, goTo(placeOf(event), null, { document: event.document, key: `e${event.number}`, start: event.start }), ": ", el("q", {}, sentenceOf(event)),
      event.when && event.when !== entry.when ? el("span", { class: "detail" }, event.when.words) : null));
  return el("div", { class: "part" }, el("h4", {}, "Told here"), el("ul", {}, ...rows));
};

const headOf = (title, when, status) =>
  el("header", {},
    el("h3", {}, title),
    el("p", { class: "big" }, el("b", {}, when ? when.words : "not dated"), " ",
      when ? el("span", { class: `sure k-${when.kind}` }, glyph(when.kind, when.certainty), ` ${when.certainty}`) : null,
      status ? statusWord(status) : null));

const entryCard = (entry) => [
  headOf(entry.title, entry.when, entry.status),
  whyOf(entry.when, documents[entry.first.document]),
  entry.conflicts.length ? conflictBox(entry) : null,
  mentionsOf(entry),
  orderOf(entry.first),
  factsOfEvent(entry.first, entry.when),
];

const eventCard = (event) => [
  headOf(event.title, null, event.status),
  el("p", { class: "why" }, event.reason || "It was not chosen for this report."),
  el("p", { class: "why" }, el("q", {}, sentenceOf(event)), ` (${placeOf(event)})`),
  orderOf(event),
  factsOfEvent(event, event.when),
];

const expressionCard = (one) => {
  const dated = entries.filter((entry) => datesOf(entry.when).includes(one));
  const rows = dated.map((entry) => el("li", {}, goTo(`${entry.when.words}: ${entry.title}`, { entry })));
  return [
    el("header", {}, el("h3", {}, quote(showLine(textOf(one)))), el("p", { class: "big" }, el("b", {}, one.days || one.value || "no date"), el("small", {}, ` ${one.type}`))),
    el("ol", { class: "chain" }, ...chainOf(one, "The words")),
    dated.length
      ? el("div", { class: "part" }, el("h4", {}, "It dates"), el("ul", {}, ...rows))
      : el("p", { class: "detail" }, "It dates no entry of this report."),
  ];
};

const dateCard = (one) => [
  el("header", {}, el("h3", {}, one.title || one.name), el("p", { class: "big" }, el("b", {}, one.date || "no date"))),
  el("ol", { class: "chain" }, dateStep(one, "It has")),
];

const emptyCard = () => [
  el("p", { class: "hint" }, "Choose a row, a point on the axis or a marked word: here stands why it has its date."),
  el("p", { class: "key" }, el("span", { class: "piece event" }, "event"), " ", el("span", { class: "piece event undated" }, "not dated"), " ",
    el("span", { class: "piece time" }, "time"), " ", el("span", { class: "piece time unresolved" }, "unresolved")),
];

const drawCard = () => {
  const { entry, event, expression, date } = state.chosen || {};
  const parts = entry ? entryCard(entry)
    : event ? eventCard(event)
    : expression ? expressionCard(expression)
    : date ? dateCard(date)
    : emptyCard();
  byId("card").replaceChildren(...parts.filter(Boolean));
  byId("card").scrollTop = 0;
  document.body.classList.toggle("reading", state.chosen !== null);
};

const startCard = () => {
  drawCard();
  on("chosen", drawCard);
  byId("reader-close").addEventListener("click", () => {
    document.body.classList.remove("reading");
    showRow(state.chosen?.entry, true);
  });
};
