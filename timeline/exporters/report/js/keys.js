// Keys that work everywhere, and the list of all.

const KEYS = [
  ["/", "search"],
  ["Esc", "leave the search, then clear the choice and the filters"],
  ["j, k or ↓, ↑ in the list", "the next and the previous entry"],
  ["Page down, page up, Home, End", "ten entries on, ten back, the first, the last"],
  ["←, → on the axis", "move it"],
  ["+, − and 0 on the axis", "zoom in, zoom out, the whole time"],
  ["←, → in the text", "the next and the previous mark; Enter chooses it"],
  ["?", "these keys"],
];

const isTyping = (target) => /^(input|select|textarea)$/iu.test(target.tagName);

const leave = () => {
  const { activeElement } = document;
  if (isTyping(activeElement)) {
    activeElement.blur();
    list.row?.firstChild.focus();
  } else if (state.chosen) choose(null, "keys");
  else if (isFiltered()) clearFilters();
};

const startKeys = () => {
  const help = byId("help");
  byId("keys").append(...KEYS.flatMap(([key, what]) => [el("dt", {}, key), el("dd", {}, what)]));
  byId("help-button").addEventListener("click", () => help.showModal());
  byId("help-close").addEventListener("click", () => help.close());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") return leave();
    if (isTyping(event.target)) {
      if (event.key === "Enter" || event.key === "ArrowDown") {
        if (event.target.id !== "search") return;
        event.preventDefault();
        list.row?.firstChild.focus();
      }
      return;
    }
    const acts = {
      "/": () => byId("search").select(),
      "?": () => help.showModal(),
      j: () => step(1, "list-keys"),
      k: () => step(-1, "list-keys"),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
};
