// What is not in the chronology, each with its reason: nothing vanishes.

const section = (id, title, number, ...inside) =>
  el("details", { class: "rest", id }, el("summary", {}, `${title} `, el("small", {}, number)), ...inside);

const unplaced = (text, chosen, reason, where) => {
  const pick = el("button", { type: "button", class: "pick" },
    el("span", { class: "what" }, text), el("span", { class: "why" }, reason), el("span", { class: "where" }, where));
  pick.addEventListener("click", () => choose(chosen, "rest"));
  return el("li", { class: "row" }, pick);
};

const undatedRow = ({ event, reason }) => unplaced(event.title, { event }, reason, placeOf(event));
const unresolvedRow = (one) =>
  unplaced(quote(showLine(textOf(one))), { expression: one }, one.reason, `${documents[one.document].short}, line ${lineOf(one)}`);

// The rows of a short section are there at once, for the browser's own search; those of a long one
// when it is opened. `wants` says which of the things the filters leave.
const offer = (id, title, things, makeOne, wants) => {
  if (things.length === 0) return;
  const box = el("div", {});
  const part = section(id, title, "", box);
  let shown = [];
  const make = () => {
    if (!box.firstChild)
      part.lazy = lazily(box, shown, CHUNK, 56, (some) => [el("ul", { class: "rows" }, ...some.map(makeOne))]);
    if (shown.length <= WHOLE) part.lazy.reachAll();
  };
  const show = () => {
    const now = isFiltered() ? things.filter(wants) : things;
    if (now.length === shown.length && now.every((one, i) => one === shown[i])) return;
    shown = now;
    part.lazy?.end();
    box.replaceChildren();
    part.hidden = shown.length === 0;
    part.querySelector("small").textContent = shown.length.toLocaleString("en");
    if (part.open || shown.length <= WHOLE) make();
  };
  part.addEventListener("toggle", () => part.open && make());
  byId("rest").append(part);
  on("shown", show);
};

const wantsUndated = ({ event, reason }) => isWantedBeside(event.document, event.title, sentenceOf(event), reason);
const wantsUnresolved = (one) => isWantedBeside(one.document, textOf(one), one.reason);

const startRest = () => {
  offer("undated", "Not dated", undated, undatedRow, wantsUndated);
  offer("unresolved", "Time expressions without a date", unresolved, unresolvedRow, wantsUnresolved);
  const [left, options] = data.left;
  if (left) byId("rest").append(el("p", { class: "left" }, `${count(left, "event")} left out by ${options}`));
  if (failures.length) {
    const failed = failures.map(({ source, reason }) =>
      el("li", { class: "failure" }, el("b", {}, source), `: ${reason}`));
    const part = section("failures", "Failed", failures.length, el("ul", {}, ...failed));
    part.open = true;
    byId("rest").append(part);
  }
  const warned = documents.filter((one) => one.warnings?.length);
  if (warned.length) {
    const rows = warned.map((one) => el("li", {}, el("b", {}, one.name), `: ${one.warnings.join("; ")}`));
    byId("rest").append(section("warnings", "Warnings", warned.length, el("ul", {}, ...rows)));
  }
  const made = data.made.map(([name, value]) => `${name} ${value}`).join(" · ");
  byId("made").textContent = `Made by the event-timeline extractor. ${made}`;
};
