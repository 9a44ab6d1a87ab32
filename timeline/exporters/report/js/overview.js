// A strip under the axis: how many entries stand where in the whole time, and the part in view.

const BINS = 240;

const drawOverview = () => {
  const { whole } = axis;
  const top = axis.height - OVERVIEW + 4;
  const height = OVERVIEW - 6;
  const place = (second) => ((second - whole.from) / (whole.to - whole.from)) * axis.width;
  const bins = new Array(BINS).fill(0);
  for (const entry of state.shown) {
    const span = spanOf(entry);
    if (!span) continue;
    const share = ((span.lo + span.hi) / 2 - whole.from) / (whole.to - whole.from);
    bins[Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)))] += 1;
  }
  const most = Math.max(...bins, 1);
  const step = axis.width / BINS;
  const bars = bins
    .map((number, i) => {
      if (number === 0) return "";
      const tall = Math.max(2, (Math.log1p(number) / Math.log1p(most)) * height);
      return `M${(i * step).toFixed(1)} ${top + height}v${-tall.toFixed(1)}h${Math.max(step - 1, 1).toFixed(1)}v${tall.toFixed(1)}z`;
    })
    .join("");
  const [x0, x1] = [Math.max(place(view.from), 0), Math.min(place(view.to), axis.width)];
  return svg("g", { class: "overview" },
    svg("rect", { class: "strip", x: 0, y: top, width: axis.width, height }),
    svg("path", { class: "bars", d: bars }),
    svg("rect", { class: "window", x: x0, y: top, width: Math.max(x1 - x0, 6), height, rx: 2 }));
};
