// Moving the view: wheel, drag, pinch, keys and buttons.

const CLICK = 4; // px; what moves less is a click
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const setView = (from, to) => {
  const most = (axis.whole.to - axis.whole.from) * 1.5;
  const length = Math.min(Math.max(to - from, LEAST), most);
  const middle = (from + to) / 2;
  // Something of the whole time stays in view.
  const kept = Math.min(Math.max(middle, axis.whole.from), axis.whole.to);
  view.from = kept - length / 2;
  view.to = kept + length / 2;
  drawSoon();
};

let gliding = 0; // the newest one; an older one stops

const glide = (target) => {
  gliding += 1;
  const own = gliding;
  if (still()) return setView(target.from, target.to);
  const [from, to] = [view.from, view.to];
  const began = performance.now();
  const step = (now) => {
    if (own !== gliding) return;
    const share = Math.min((now - began) / 220, 1);
    const eased = 1 - (1 - share) ** 3;
    setView(from + (target.from - from) * eased, to + (target.to - to) * eased);
    if (share < 1) requestAnimationFrame(step);
  };
  return requestAnimationFrame(step);
};

// Where the chosen entry stands in the view, else its middle: what keys and buttons zoom to.
const whereChosen = () => {
  const span = state.chosen?.entry && spanOf(state.chosen.entry);
  const share = span ? ((span.lo + span.hi) / 2 - view.from) / (view.to - view.from) : 0.5;
  return share >= 0 && share <= 1 ? share : 0.5;
};

// `about` is the share of the width that stays where it is.
const zoom = (factor, about = whereChosen()) => {
  const length = view.to - view.from;
  const fixed = view.from + length * about;
  const now = Math.min(Math.max(length * factor, LEAST), (axis.whole.to - axis.whole.from) * 1.5);
  setView(fixed - now * about, fixed + now * (1 - about));
};

const pan = (share) => {
  const step = (view.to - view.from) * share;
  setView(view.from + step, view.to + step);
};

const bringIntoView = (entry) => {
  const span = spanOf(entry);
  if (!span) return;
  // What is longer than the view makes it longer.
  const length = Math.max(view.to - view.from, (span.hi - span.lo) * 1.5);
  const [lo, hi] = [Math.max(span.lo, view.from), Math.min(span.hi, view.to)];
  const fits = length === view.to - view.from;
  if (fits && hi >= lo && lo < view.to - length * 0.05 && hi > view.from) return;
  const middle = (span.lo + span.hi) / 2;
  glide({ from: middle - length / 2, to: middle + length / 2 });
};

const openCluster = ({ lo, hi, entries: some }) => {
  const length = hi - lo;
  if (length < (view.to - view.from) * 0.7 && length * 1.3 > LEAST) glide(padded({ lo, hi }));
  else if (view.to - view.from > 2 * DAY) zoom(0.4, ((lo + hi) / 2 - view.from) / (view.to - view.from));
  else choose({ entry: some[0] }, "axis");
};

const onTap = (target) => {
  const entry = target.closest("[data-entry]");
  const cluster = target.closest("[data-cluster]");
  if (entry) choose({ entry: entries[entry.dataset.entry] }, "axis");
  else if (cluster) openCluster(axis.laid.clusters[cluster.dataset.cluster]);
};

const startDragging = (box) => {
  const fingers = new Map();
  let moved = 0;
  let target = null;
  let scrubbing = false;
  const shareOf = (x) => (x - box.getBoundingClientRect().left) / axis.width;
  const scrub = (event) => {
    const middle = axis.whole.from + shareOf(event.clientX) * (axis.whole.to - axis.whole.from);
    const half = (view.to - view.from) / 2;
    setView(middle - half, middle + half);
  };
  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const bottom = box.getBoundingClientRect().top + axis.height;
    // The lower right corner makes the axis taller: the browser's own handle.
    if (event.pointerType === "mouse" && bottom - event.clientY < 16 && shareOf(event.clientX) > 1 - 18 / axis.width) return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 1) [moved, target] = [0, event.target];
    scrubbing = fingers.size === 1 && bottom - event.clientY < OVERVIEW;
    if (scrubbing) {
      box.setPointerCapture(event.pointerId);
      scrub(event);
    }
  });
  box.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = [...fingers.values()];
    moved += Math.abs(event.clientX - fingers.get(event.pointerId));
    fingers.set(event.pointerId, event.clientX);
    const after = [...fingers.values()];
    if (moved > CLICK) box.setPointerCapture(event.pointerId);
    if (scrubbing) scrub(event);
    else if (fingers.size === 1) pan((before[0] - after[0]) / axis.width);
    else if (fingers.size === 2) pinch(before, after);
  });
  const pinch = (before, after) => {
    const apart = ([a, b]) => Math.max(Math.abs(a - b), 20);
    const middle = ([a, b]) => shareOf((a + b) / 2);
    zoom(apart(before) / apart(after), middle(before));
    pan(middle(before) - middle(after));
  };
  const release = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (event.type === "pointerup" && moved <= CLICK && !scrubbing) onTap(target);
    if (fingers.size === 0) scrubbing = false;
  };
  box.addEventListener("pointerup", release);
  box.addEventListener("pointercancel", release);
};

const startMoving = () => {
  const box = byId("axis");
  startDragging(box);
  box.addEventListener("wheel", (event) => {
    // Where the page itself scrolls, the wheel is the page's.
    if (!isWide.matches && !event.ctrlKey) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) pan((sideways * unit) / axis.width);
    else zoom(Math.exp(event.deltaY * unit * 0.002), (event.clientX - box.getBoundingClientRect().left) / axis.width);
  }, { passive: false });
  box.addEventListener("keydown", (event) => {
    const acts = {
      ArrowLeft: () => pan(-0.15),
      ArrowRight: () => pan(0.15),
      "+": () => zoom(0.7),
      "=": () => zoom(0.7),
      "-": () => zoom(1 / 0.7),
      0: () => glide(axis.whole),
      PageDown: () => step(1, "axis-keys"),
      PageUp: () => step(-1, "axis-keys"),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  byId("zoom-in").addEventListener("click", () => zoom(0.6));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
  byId("zoom-all").addEventListener("click", () => glide(axis.whole));
};
