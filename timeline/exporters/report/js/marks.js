// Marks over a text, cut into pieces that each lie under the same marks: marks may overlap.

const marksOf = (() => {
  const made = new Map();
  return (number) => {
    if (!made.has(number)) made.set(number, collect(number));
    return made.get(number);
  };
})();

const collect = (number) => {
  const marks = [];
  for (const one of expressions)
    if (one.document === number && one.end > one.start)
      marks.push({ key: `x${one.number}`, start: one.start, end: one.end, expression: one });
  for (const one of events) {
    if (one.document !== number || one.end <= one.start) continue;
    marks.push({ key: `e${one.number}`, start: one.start, end: one.end, event: one });
    if (one.to > one.from) marks.push({ key: `s${one.number}`, start: one.from, end: one.to, sentence: one });
  }
  const place = documents[number].datePlace;
  if (place && place[1] > place[0])
    marks.push({ key: `d${number}`, start: place[0], end: place[1], date: documents[number] });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
};

// Blocks of whole lines, of some thousand letters: [start, end).
const BLOCK = 2500;
const blocksOf = (text) => {
  const blocks = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", Math.min(start + BLOCK, text.length));
    end = end < 0 ? text.length : end + 1;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
};

// [start, end, marks] from one border of a mark to the next.
const piecesOf = (marks, { start, end }) => {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.end, end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    open = open.filter((mark) => mark.end > sorted[i]);
    while (next < here.length && here[next].start <= sorted[i]) {
      if (here[next].end > sorted[i]) open.push(here[next]);
      next += 1;
    }
    pieces.push([sorted[i], sorted[i + 1], [...open]]);
  }
  return pieces;
};
