// Where the axis is ruled, from minutes to millennia, and what stands there: a fine row, and a
// coarse row that says what the fine one leaves out.

const SPACE = 78; // px between labels, at least

const clockStep = (seconds) => ({
  seconds,
  start: (t) => Math.ceil(t / seconds) * seconds,
  next: (t) => t + seconds,
  label: clockName,
  coarse: "day",
});

const dayStep = (days) => ({
  seconds: days * DAY,
  start(t) {
    const number = Math.ceil(t / DAY);
    return (days === 7 ? number + ((((7 - ((number + 3) % 7)) % 7) + 7) % 7) : number) * DAY;
  },
  next: (t) => t + days * DAY,
  label(t) {
    const number = floorDiv(t, DAY);
    const { year, day } = civil(number);
    const weekday = WEEKDAYS[(((number + 3) % 7) + 7) % 7];
    return days === 1 && year >= GREGORIAN ? `${weekday} ${day}` : String(day);
  },
  coarse: "month",
});

const monthStep = (months) => ({
  seconds: months * 30.44 * DAY,
  start(t) {
    const { year, month } = civilAt(t);
    const index = year * 12 + month - 1;
    const first = floorDiv(index, months) * months;
    const at = secondOf(floorDiv(first, 12), (first % 12 + 12) % 12 + 1);
    return at < t ? this.next(at) : at;
  },
  next(t) {
    const { year, month } = civilAt(t);
    const index = year * 12 + month - 1 + months;
    return secondOf(floorDiv(index, 12), (index % 12 + 12) % 12 + 1);
  },
  label: (t) => MONTHS[civilAt(t).month - 1],
  coarse: "year",
});

// Round years of both eras: ..., 200 BC, 100 BC, AD 1, 100, 200, ...: there is no year 0.
const yearStep = (years) => {
  const onward = (year) => {
    if (years === 1 || year > 0) {
      const up = Math.ceil(year / years) * years;
      return up > 0 || years === 1 ? up : 1;
    }
    const before = Math.floor((1 - year) / years) * years;
    return before > 0 ? 1 - before : 1;
  };
  return {
    seconds: years * YEAR,
    start(t) {
      const { year } = civilAt(t);
      const at = secondOf(onward(year));
      return at < t ? this.next(at) : at;
    },
    next: (t) => secondOf(onward(civilAt(t).year + 1)),
    label: (t) => yearName(civilAt(t).year),
    coarse: null,
  };
};

const STEPS = [
  ...[1, 5, 15, 30, 60, 180, 360, 720].map((minutes) => clockStep(minutes * MINUTE)),
  ...[1, 7].map(dayStep),
  ...[1, 3, 6].map(monthStep),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000].map(yearStep),
];

const COARSE = {
  day: { step: dayStep(1), name: dayName, start: (t) => floorDiv(t, DAY) * DAY },
  month: {
    step: monthStep(1),
    name: monthName,
    start(t) {
      const { year, month } = civilAt(t);
      return secondOf(year, month);
    },
  },
  year: {
    step: yearStep(1),
    name: (t) => yearName(civilAt(t).year),
    start: (t) => secondOf(civilAt(t).year),
  },
};

const MOST = 400; // lines; never reached by a step that leaves SPACE between labels

const walk = (step, from, to) => {
  const found = [];
  for (let t = step.start(from); t <= to && found.length < MOST; t = step.next(t)) found.push(t);
  return found;
};

// { fine: [[second, label]], coarse: [[second, label]] } of a view; `scale` is px a second. The
// first coarse one stands left of the view, for a label that sticks to its edge.
const makeTicks = (from, to, scale) => {
  const step = STEPS.find((one) => one.seconds * scale >= SPACE) || STEPS[STEPS.length - 1];
  const fine = walk(step, from, to).map((t) => [t, step.label(t)]);
  const coarse = COARSE[step.coarse];
  if (!coarse) return { fine, coarse: [] };
  const first = coarse.start(from);
  const rest = walk(coarse.step, first + 1, to);
  return { fine, coarse: [first, ...rest].map((t) => [t, coarse.name(t)]) };
};

const spanName = (from, to) => {
  const length = to - from;
  if (length < 2 * DAY) {
    const same = floorDiv(from, DAY) === floorDiv(to, DAY);
    const end = same ? clockName(to) : `${dayName(to)} ${clockName(to)}`;
    return `${dayName(from)} ${clockName(from)} – ${end}`;
  }
  if (length < 120 * DAY) return `${dayName(from)} – ${dayName(to)}`;
  if (length < 4 * YEAR) return `${monthName(from)} – ${monthName(to)}`;
  return `${yearName(civilAt(from).year)} – ${yearName(civilAt(to).year)}`;
};
