// The tables of the page as objects that know each other.

const data = JSON.parse(byId("data").textContent);

const rowsOf = ({ columns, rows }) =>
  rows.map((row, number) => {
    const one = { number };
    for (let i = 0; i < columns.length; i += 1) one[columns[i]] = row[i] ?? null;
    return one;
  });

const words = data.words;
const times = rowsOf(data.times);
const documents = rowsOf(data.documents);
const expressions = rowsOf(data.expressions);
const events = rowsOf(data.events);
const entries = rowsOf(data.entries);
const links = rowsOf(data.links);
const undated = rowsOf(data.undated);
const failures = rowsOf(data.failures);
const unresolved = expressions.filter((one) => one.reason);

// What nobody sees and a page would obey is shown as an escape (the exporters' own list).
const hidden = new RegExp(`(?![\\n\\t\\r])[${data.hidden}]`, "gu");
const escapeOf = (letter) => {
  const code = letter.codePointAt(0);
  const digits = (size) => code.toString(16).padStart(size, "0");
  if (code < 0x100) return `\\x${digits(2)}`;
  return code < 0x10000 ? `\\u${digits(4)}` : `\\U${digits(8)}`;
};
const showLine = (text) => text.replace(/\s+/gu, " ").trim().replace(hidden, escapeOf);

const textOf = (one) => documents[one.document].text.slice(one.start, one.end);
const kindOf = new Map(words.kinds.flatMap(([kind, , all]) => all.map((word) => [word, kind])));
for (const one of times) {
  one.kind = kindOf.get(one.certainty);
  one.shape = one.bounds.length > 2 ? "interval" : "instant";
  if (one.edtf === 0) one.edtf = one.value; // the same
  one.evidence = (one.evidence || []).map(([number, note, text]) => ({
    number: Number.isInteger(number) ? number : null,
    isDate: number === "date",
    note: note ?? null,
    text: Number.isInteger(number) ? showLine(textOf(expressions[number])) : (text ?? null),
  }));
}
for (const one of events) {
  one.status ??= "happened";
  one.when = one.time === null ? null : times[one.time];
  one.entry = null;
  one.reason = null;
}
for (const one of entries) {
  one.when = times[one.time];
  one.mentions = one.events.map((number) => events[number]);
  one.first = one.mentions[0];
  one.title ??= one.first.title;
  one.status = one.first.status;
  one.conflicts = (one.conflicts || []).map(([event, time, note, quote]) => ({
    event: events[event] ?? null,
    when: times[time],
    note,
    quote,
  }));
  for (const event of one.mentions) event.entry = one;
}
for (const one of undated) {
  one.event = events[one.event];
  one.event.reason = one.reason;
}

const sentenceOf = (event) => showLine(documents[event.document].text.slice(event.from, event.to));
// Names without the folder that all share.
const folder = (() => {
  const parts = documents.map(({ name }) => name.split("/").slice(0, -1));
  if (documents.length < 2) return 0;
  const depth = parts[0].findIndex((part, i) => parts.some((other) => other[i] !== part));
  const shared = depth < 0 ? parts[0] : parts[0].slice(0, depth);
  return shared.length ? shared.join("/").length + 1 : 0;
})();
for (const one of documents) one.short = one.name.slice(folder);

const placeOf = (event) => {
  const name = documents[event.document].short;
  return [name, ...(event.place || []), event.line && `line ${event.line}`].filter(Boolean).join(", ");
};
const lineOf = (one) => documents[one.document].text.slice(0, one.start).split("\n").length;
// The time expressions that date an entry or event, the document's date as null.
const datesOf = (when) =>
  when.evidence
    .filter(({ number }) => number !== null)
    .map(({ number }) => expressions[number]);
