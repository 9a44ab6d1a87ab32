// Which entries get a lane and a label, and which are counted together. Labels never overlap: what
// finds no room stands in a cluster, which says how many there are.

const LENGTHS = [72, 44, 30]; // letters of a label; the shortest where it is crowded
const CROWDED = 1000; // entries; beyond, only the weightiest may get a label
const INSET = 7; // px between a shape and its label
const APART = 12; // px between one label and the next shape
const PILL = 38; // px, of a cluster

const measure = (() => {
  const context = document.createElement("canvas").getContext("2d");
  let font = null;
  return (text) => {
    if (font === null) {
      font = getComputedStyle(byId("axis")).fontFamily;
      context.font = `12px ${font}`;
    }
    return context.measureText(text).width;
  };
})();

// { text, width } of an entry's title, cut to so many letters.
const labelOf = (entry, length) => {
  entry.labels ??= new Map();
  if (!entry.labels.has(length)) {
    const letters = [...entry.title];
    const cut = letters.length > length ? `${letters.slice(0, length - 1).join("").trimEnd()}…` : entry.title;
    entry.labels.set(length, { text: cut, width: measure(cut) + 2 });
  }
  return entry.labels.get(length);
};

// Where a label begins: inside a bar that is wide enough, and there as long as it can within the
// view, whose left edge is given; else behind the shape (side 1) or before it (-1).
const labelPlace = (entry, label, x0, x1, edge, side) => {
  if (x1 - x0 >= label.width + 2 * INSET)
    return Math.min(Math.max(x0, edge) + INSET, x1 - label.width - INSET);
  const span = spanOf(entry);
  const narrow = x1 - x0 < SMALL;
  if (side < 0) return (narrow ? (x0 + x1) / 2 - 6 : x0) - (span.left ? ARROW : 0) - INSET - label.width;
  return (narrow ? (x0 + x1) / 2 + 6 : x1) + (span.right ? ARROW : 0) + INSET;
};

const boxOf = (entry, length, place, side) => {
  const span = spanOf(entry);
  const [x0, x1] = [place(span.lo), place(span.hi)];
  const label = labelOf(entry, length);
  const at = labelPlace(entry, label, x0, x1, -Infinity, side);
  const left = Math.min(x0 - (span.left ? ARROW : SMALL / 2), at);
  return [left, Math.max(x1 + (span.right ? ARROW : 0), at + label.width) + APART];
};

// One lane: boxes that do not overlap, in order.
const makeLane = () => {
  const boxes = [];
  return (box) => {
    let [low, high] = [0, boxes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boxes[middle][0] < box[0]) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && boxes[low - 1][1] > box[0]) return false;
    if (low < boxes.length && boxes[low][0] < box[1]) return false;
    boxes.splice(low, 0, box);
    return true;
  };
};

const placeAll = (some, lanes, length, sides, place) => {
  const rows = Array.from({ length: lanes }, makeLane);
  const placed = [];
  const rest = [];
  for (const entry of some) {
    let found = null;
    const boxes = sides.map((side) => [side, boxOf(entry, length, place, side)]);
    // A label that the edge would cut goes to the other side, if it may.
    const cut = boxes.length > 1 && boxes[0][1][0] < axis.width && boxes[0][1][1] - APART > axis.width;
    for (const [side, box] of cut ? boxes.reverse() : boxes) {
      // Nobody can move the paper to read a label that its edge cuts.
      if (axis.onPaper && (box[0] < 0 || box[1] - APART > axis.width)) continue;
      const lane = rows.findIndex((take) => take(box));
      if (lane < 0) continue;
      found = { entry, lane, side, length };
      break;
    }
    if (found) placed.push(found);
    else rest.push(entry);
  }
  return { placed, rest };
};

const clusterUp = (rest, place) => {
  const middles = rest.map((entry) => {
    const span = spanOf(entry);
    return { entry, span, x: place((span.lo + span.hi) / 2) };
  });
  const found = [];
  for (const one of middles.sort((a, b) => a.x - b.x)) {
    const last = found[found.length - 1];
    if (last && one.x - last.sum / last.entries.length < PILL + 6) {
      last.entries.push(one.entry);
      last.sum += one.x;
      last.lo = Math.min(last.lo, one.span.lo);
      last.hi = Math.max(last.hi, one.span.hi);
    } else {
      found.push({ entries: [one.entry], sum: one.x, lo: one.span.lo, hi: one.span.hi });
    }
  }
  return found.map((one) => ({ ...one, x: one.sum / one.entries.length }));
};

// In their order where all fit, which reads best, with labels as long as that allows; else the
// chosen and the weightiest first, as they come here.
const layOut = (some, place, lanes) => {
  if (some.length <= CROWDED) {
    const ordered = [...some].sort((a, b) => spanOf(a).lo - spanOf(b).lo);
    const sides = axis.onPaper ? [1, -1] : [1];
    for (const length of LENGTHS) {
      const { placed, rest } = placeAll(ordered, lanes, length, sides, place);
      if (rest.length === 0) return { placed, clusters: [] };
      if (rest.length > some.length / 2) break;
    }
  }
  const first = [...some.filter(isChosen), ...some.filter((entry) => !isChosen(entry))];
  const shortest = LENGTHS[LENGTHS.length - 1];
  const { placed, rest } = placeAll(first.slice(0, CROWDED), lanes, shortest, [1, -1], place);
  return { placed, clusters: clusterUp([...rest, ...first.slice(CROWDED)], place) };
};
