// One row of the list: date, what happened, how sure, which words say so, and where.

const quote = (text) => `“${text}”`;

const statusWord = (status) =>
  status === "happened" ? null : el("span", { class: `status s-${status}` }, status);

const datingWords = (when) => {
  const said = [...new Set(when.evidence.map(({ text }) => text).filter(Boolean))];
  return said.map(quote).join(", ");
};

const whereTold = (entry) => {
  const first = documents.length > 1 ? placeOf(entry.first) : [...(entry.first.place || []), `line ${entry.first.line}`].join(", ");
  const others = entry.documents.length - 1;
  return others > 0 ? `${first} and ${count(others, "other document")}` : first;
};

const conflictLine = (event, when, text, note, own) =>
  el("p", { class: own ? "said" : "said other" },
    el("span", { class: "tell" }, own ? "" : "but "),
    el("b", {}, when.words), " ",
    event ? el("span", { class: "source" }, `${placeOf(event)}: `) : null,
    text ? el("q", {}, text) : null,
    note ? el("span", { class: "note" }, ` (${note})`) : null);

const conflictBox = (entry) =>
  el("div", { class: "conflict" },
    el("p", { class: "tell" }, "The sources do not agree:"),
    conflictLine(entry.first, entry.when, sentenceOf(entry.first), null, true),
    ...entry.conflicts.map((one) => conflictLine(one.event, one.when, one.quote, one.note, false)));

const makeRow = (entry) => {
  const { when } = entry;
  const pick = el("button", { type: "button", class: "pick", tabindex: "-1" },
    el("span", { class: "when" }, when.words),
    el("span", { class: "what" },
      el("span", { class: "title" }, entry.title), " ",
      statusWord(entry.status),
      entry.conflicts.length ? el("span", { class: "status s-disputed" }, "disputed") : null,
      entry.corrected ? el("span", { class: "status" }, entry.corrected.includes("added") ? "added by a person" : "corrected") : null),
    el("span", { class: `sure k-${when.kind}` }, glyph(when.kind, when.certainty), ` ${when.certainty}`),
    el("span", { class: "meta" },
      el("span", { class: "words" }, datingWords(when)),
      el("span", { class: "where", title: documents[entry.first.document].name }, whereTold(entry))));
  const row = el("li", { class: `row s-${entry.status}`, "data-entry": entry.number }, pick);
  if (entry.conflicts.length) row.append(conflictBox(entry));
  return row;
};

const makeGap = ([days, told]) =>
  el("li", { class: "gap" }, el("span", { class: "when" }, days), el("span", {}, told));
