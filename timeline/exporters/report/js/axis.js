// The time axis: lanes of entries above, the ruler below.

const LANE = 23; // px
const BAR = 15; // px
const RULER = 40; // px: two rows of labels
const CLUSTERS = 24; // px: the row of counts
const OVERVIEW = 26; // px
const view = { from: 0, to: 1 }; // seconds
const axis = { width: 0, height: 0, lanes: 0, laid: null, fitted: entries, onPaper: false, drawing: 0, whole: { from: 0, to: 1 } };
const PAPER = 760; // px
const PAPER_LANES = 12;
const LEAST = 10 * MINUTE; // the closest view
const ALONE = 60 * DAY; // the least that a filter shows of the time

const scaleOf = () => axis.width / (view.to - view.from);
const placeOfSecond = (second) => (second - view.from) * scaleOf();

const boundsOfAll = (some) => {
  let [lo, hi] = [Infinity, -Infinity];
  for (const entry of some) {
    const span = spanOf(entry);
    if (!span) continue;
    lo = Math.min(lo, span.lo);
    hi = Math.max(hi, span.hi);
  }
  return lo > hi ? null : { lo, hi };
};

// With some room on both sides, more on the right: that is where labels go.
const padded = ({ lo, hi }) => {
  const length = Math.max(hi - lo, DAY / 4);
  const [left, right] = [Math.min(40, axis.width * 0.06), Math.min(270, axis.width * 0.35)];
  const scale = (axis.width - left - right) / length;
  return { from: lo - left / scale, to: lo + length + right / scale };
};

// All that the filters leave; alone it has some days around it, or what the whole time has.
const shownView = () => {
  const bounds = state.shown === entries ? null : boundsOfAll(state.shown);
  if (!bounds) return axis.whole;
  const whole = axis.whole.to - axis.whole.from;
  const least = Math.min(ALONE, whole / 4);
  const more = Math.max(least - (bounds.hi - bounds.lo), 0) / 2;
  return padded({ lo: bounds.lo - more, hi: bounds.hi + more });
};

// What is shown, the weightiest first; sorted once for each choice of the filters.
const byWeight = () => {
  if (axis.sorted !== state.shown) {
    axis.sorted = state.shown;
    axis.ranked = state.shown.filter(spanOf).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  }
  return axis.ranked;
};

const relay = () => {
  const length = view.to - view.from;
  const window = { from: view.from - length, to: view.to + length };
  const some = byWeight().filter((entry) => {
    const span = spanOf(entry);
    return span.hi >= window.from && span.lo <= window.to;
  });
  const base = view.from;
  const scale = scaleOf();
  axis.laid = {
    ...layOut(some, (second) => (second - base) * scale, axis.lanes),
    window,
    base,
    scale,
  };
};

const isStale = () => {
  const { laid } = axis;
  const fits = laid && view.from >= laid.window.from && view.to <= laid.window.to;
  return !fits || Math.abs(laid.scale / scaleOf() - 1) > 1e-9;
};

const drawRuler = () => {
  const top = axis.height - OVERVIEW - RULER;
  const { fine, coarse } = makeTicks(view.from, view.to, scaleOf());
  const parts = [svg("line", { class: "floor", x1: 0, x2: axis.width, y1: top, y2: top })];
  for (const [second, label] of fine) {
    const x = placeOfSecond(second);
    parts.push(
      svg("line", { class: "rule", x1: x, x2: x, y1: 0, y2: top + 5 }),
      svg("text", { class: "tick", x: x + 4, y: top + 15 }, label),
    );
  }
  coarse.forEach(([second, label], number) => {
    const next = coarse[number + 1];
    const right = next ? placeOfSecond(next[0]) : axis.width;
    const x = Math.max(placeOfSecond(second), 0);
    if (number > 0)
      parts.push(svg("line", { class: "rule strong", x1: x, x2: x, y1: 0, y2: top + RULER - 6 }));
    if (right - x > measure(label) + 12)
      parts.push(svg("text", { class: "tick coarse", x: x + 4, y: top + 31 }, label));
  });
  return svg("g", { class: "ruler" }, ...parts);
};

const drawEntry = ({ entry, lane, side, length }) => {
  const ground = axis.height - OVERVIEW - RULER;
  const y = ground - CLUSTERS - lane * LANE - LANE / 2;
  const span = spanOf(entry);
  const [x0, x1] = [placeOfSecond(span.lo), placeOfSecond(span.hi)];
  const label = labelOf(entry, length);
  const at = labelPlace(entry, label, x0, x1, 0, side);
  const [left, right] = [Math.min(x0, at), Math.max(x1, at + label.width)];
  if (right < -ARROW || left > axis.width + ARROW) return null;
  const group = svg("g", { class: `entry k-${entry.when.kind} s-${entry.status}`, "data-entry": entry.number });
  if (isChosen(entry)) group.classList.add("chosen");
  const stem = (x0 + x1) / 2;
  if (x1 - x0 < SMALL) group.append(svg("line", { class: "stem", x1: stem, x2: stem, y1: y, y2: ground }));
  group.append(
    svg("rect", { class: "ground-of", x: left - 6, y: y - LANE / 2 + 1, width: right - left + 10, height: LANE - 2, rx: 4 }),
    ...drawShape(entry, placeOfSecond, y, BAR),
    svg("text", { class: "label", x: at, y: y + 4 }, label.text),
    svg("title", {}, `${entry.when.words}: ${entry.title} (${entry.when.certainty})`),
  );
  return group;
};

const drawCluster = (cluster, number) => {
  const { base, scale } = axis.laid;
  const x = cluster.x + (base - view.from) * scale;
  if (x < -PILL || x > axis.width + PILL) return null;
  const y = axis.height - OVERVIEW - RULER - CLUSTERS / 2 - 1;
  if (cluster.entries.length === 1) {
    const [entry] = cluster.entries;
    return svg("g", { class: `entry k-${entry.when.kind} s-${entry.status}`, "data-entry": entry.number },
      svg("circle", { class: "touch", cx: x, cy: y, r: 10 }),
      pointAt(entry.when.kind, x, y),
      svg("title", {}, `${entry.when.words}: ${entry.title} (${entry.when.certainty})`));
  }
  const label = cluster.entries.length > 999 ? `${Math.round(cluster.entries.length / 100) / 10}k` : cluster.entries.length;
  return svg("g", { class: "cluster", "data-cluster": number },
    svg("rect", { x: x - PILL / 2, y: y - 8, width: PILL, height: 16, rx: 8 }),
    svg("text", { x, y: y + 4 }, `+${label}`),
    svg("title", {}, `${count(cluster.entries.length, "entry")} more here: zoom in`));
};

// What the filters leave and the view does not show.
const beyond = () => {
  let [earlier, later] = [0, 0];
  for (const entry of state.shown) {
    const span = spanOf(entry);
    if (span && span.hi < view.from) earlier += 1;
    if (span && span.lo > view.to) later += 1;
  }
  const parts = [earlier && `${earlier} earlier`, later && `${later} later`].filter(Boolean);
  return parts.length ? [" ", el("small", {}, `(${parts.join(", ")})`)] : [];
};

const draw = () => {
  axis.drawing = 0;
  if (axis.width === 0) return;
  if (isStale()) relay();
  const shapes = axis.laid.placed.map(drawEntry).filter(Boolean);
  const clusters = axis.laid.clusters.map(drawCluster).filter(Boolean);
  const chosen = shapes.filter((one) => one.classList.contains("chosen"));
  const picture = axis.picture;
  picture.setAttribute("viewBox", `0 0 ${axis.width} ${axis.height}`);
  picture.replaceChildren(drawRuler(), ...shapes, ...chosen, ...clusters, drawOverview());
  byId("axis-span").replaceChildren(spanName(view.from, view.to), ...beyond());
};

const drawSoon = () => {
  if (!axis.drawing) axis.drawing = requestAnimationFrame(draw);
};

// How many lanes a new layout takes, and the height of so many.
const layAnew = () => {
  relay();
  return axis.laid.placed.reduce((top, { lane }) => Math.max(top, lane + 1), 3);
};
const heightOf = (lanes) => lanes * LANE + OVERVIEW + RULER + CLUSTERS + 6;

// Drawn for paper, whose width is known, at once: the whole time of what is shown.
const drawForPaper = () => {
  if (axis.width === 0) return;
  axis.onPaper = true;
  axis.before = { ...view };
  axis.width = PAPER;
  const bounds = boundsOfAll(state.shown);
  if (bounds) Object.assign(view, padded(bounds));
  axis.lanes = PAPER_LANES;
  axis.height = heightOf(layAnew());
  draw();
};

const drawForScreen = () => {
  if (!axis.onPaper) return;
  axis.onPaper = false;
  Object.assign(view, axis.before);
  axis.width = 0;
  fit();
};

const drawAnew = () => {
  axis.laid = null;
  drawSoon();
};

const fit = () => {
  if (axis.onPaper) return;
  const box = byId("axis");
  const [width, height] = [box.clientWidth, box.clientHeight];
  if (width === axis.width && height === axis.height) return;
  Object.assign(axis, { width, height });
  axis.lanes = Math.max(1, Math.floor((height - OVERVIEW - RULER - CLUSTERS - 4) / LANE));
  drawAnew();
};

// As many lanes as the entries need, up to a third of the window.
const chooseHeight = () => {
  const box = byId("axis");
  const most = Math.max(4, Math.floor((window.innerHeight * 0.34 - OVERVIEW - RULER - CLUSTERS) / LANE));
  axis.lanes = most;
  box.style.height = `${heightOf(layAnew())}px`;
  axis.width = 0;
};

const startAxis = () => {
  const bounds = boundsOfAll(entries);
  const box = byId("axis");
  axis.picture = svg("svg", { "aria-hidden": "true" });
  box.append(axis.picture);
  if (!bounds) {
    document.querySelector("section.axis").hidden = true;
    return;
  }
  axis.width = box.clientWidth;
  axis.whole = padded(bounds);
  Object.assign(view, axis.whole);
  chooseHeight();
  fit();
  new ResizeObserver(fit).observe(box);
  on("shown", () => {
    if (axis.fitted !== state.shown) glide(shownView());
    axis.fitted = state.shown;
    drawAnew();
  });
  on("chosen", (by) => {
    const { entry } = state.chosen || {};
    if (entry && by !== "axis") bringIntoView(entry);
    const stands = axis.laid?.placed.some((one) => one.entry === entry);
    if (stands || !entry) drawSoon();
    else drawAnew();
  });
};
