// What a time looks like: solid where it certainly was, pale and dashed where it may have been, an
// arrow where nothing bounds it. The legend, the list and the axis draw alike.

const ARROW = 26; // px, of an open end
const SMALL = 14; // px; what is narrower on the axis is drawn as a point

// Where an entry lies: lo and hi are always known; left and right say that it may go on beyond.
const spanOf = (entry) => {
  if (entry.span === undefined) {
    const all = entry.when.bounds;
    const [first, lastBegin, firstEnd, last] = all.length > 2 ? all : [all[0], null, null, all[1]];
    const lo = first ?? lastBegin ?? firstEnd ?? last;
    const hi = last ?? firstEnd ?? lastBegin ?? first;
    const known = lo !== null && lo !== undefined;
    entry.span = known && {
      lo: Math.min(lo, hi),
      hi: Math.max(lo, hi),
      left: first === null,
      right: last === null,
      // Between these it certainly lasted.
      from: entry.when.shape === "interval" ? lastBegin : null,
      to: entry.when.shape === "interval" ? firstEnd : null,
    };
  }
  return entry.span;
};

const arrowAt = (x, y, side) => {
  const end = x + side * ARROW;
  return [
    svg("line", { class: "open", x1: x, y1: y, x2: end - side * 5, y2: y }),
    svg("path", { class: "head", d: `M${end} ${y}l${-side * 7} -4v8z` }),
  ];
};

const pointAt = (kind, x, y) => {
  if (kind === "cell") return svg("path", { class: "point", d: `M${x} ${y - 6}l6 6l-6 6l-6 -6z` });
  if (kind === "stretch")
    return svg("rect", { class: "point", x: x - 6, y: y - 4, width: 12, height: 8, rx: 2 });
  return svg("circle", { class: "point", cx: x, cy: y, r: kind === "exact" ? 5 : 4.5 });
};

const barAt = (name, x0, x1, y, height) =>
  svg("rect", { class: name, x: x0, y: y - height / 2, width: Math.max(x1 - x0, 1), height, rx: 3 });

// The shape of an entry between two places of the axis; `place` turns seconds into px.
const drawShape = (entry, place, y, height) => {
  const span = spanOf(entry);
  const { kind } = entry.when;
  const [x0, x1] = [place(span.lo), place(span.hi)];
  const parts = [];
  if (span.left) parts.push(...arrowAt(x0, y, -1));
  if (span.right) parts.push(...arrowAt(x1, y, 1));
  if (x1 - x0 < SMALL) {
    if (span.left || span.right)
      parts.push(svg("line", { class: "edge", x1: (x0 + x1) / 2, x2: (x0 + x1) / 2, y1: y - 6, y2: y + 6 }));
    else parts.push(pointAt(kind, (x0 + x1) / 2, y));
    return parts;
  }
  parts.push(barAt("maybe", x0, x1, y, height));
  const [from, to] = [span.from ?? span.lo, span.to ?? span.hi];
  if (kind === "stretch" && to > from)
    parts.push(barAt("surely", place(from), place(to), y, height));
  return parts;
};

// A small picture of a kind of time, beside its word.
const glyph = (kind, certainty) => {
  const picture = svg("svg", {
    class: `glyph k-${kind}`,
    viewBox: "0 0 22 14",
    width: 22,
    height: 14,
    "aria-hidden": "true",
  });
  if (kind === "open" || certainty === "since" || certainty === "until") {
    const side = certainty === "after" || certainty === "since" ? 1 : -1;
    const x = side > 0 ? 4 : 18;
    picture.append(
      svg("line", { class: "edge", x1: x, x2: x, y1: 2, y2: 12 }),
      svg("line", { class: "open", x1: x, y1: 7, x2: x + side * 9, y2: 7 }),
      svg("path", { class: "head", d: `M${x + side * 15} 7l${-side * 7} -4v8z` }),
    );
  } else if (kind === "stretch") {
    picture.append(barAt("maybe", 1, 21, 7, 8), barAt("surely", 5, certainty === "ongoing" ? 21 : 17, 7, 8));
  } else if (kind === "cell" || kind === "approximate") {
    picture.append(barAt("maybe", 2, 20, 7, 8));
  } else {
    picture.append(pointAt(kind, 11, 7));
  }
  return picture;
};
