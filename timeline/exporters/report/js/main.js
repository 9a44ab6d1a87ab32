// Everything in its order, then the entry that the address names.

const isWide = matchMedia("(min-width: 960px)");

const summary = () => {
  const parts = [count(entries.length, "entry"), `of ${count(documents.length, "document")}`];
  const rest = [
    undated.length && `${count(undated.length, "event")} not dated`,
    unresolved.length && `${count(unresolved.length, "expression")} unresolved`,
    failures.length && `${count(failures.length, "source")} failed`,
  ].filter(Boolean);
  return [parts.join(" "), ...rest].join(" · ");
};

// The address names the chosen entry, so that it can be sent to somebody.
const followAddress = () => {
  const name = decodeURIComponent(location.hash.slice(1));
  const entry = name && entries.find(({ id }) => id === name);
  if (entry && !isChosen(entry)) choose({ entry }, "address");
};

const nameInAddress = () => {
  const entry = state.chosen?.entry;
  try {
    history.replaceState(null, "", entry ? `#${encodeURIComponent(entry.id)}` : location.pathname);
  } catch {
    // A sandboxed page has no address of its own.
  }
};

const start = () => {
  byId("summary").textContent = summary();
  startTheme();
  startFilters();
  startList();
  startCard(); // before the text, whose room it takes
  startText();
  startRest();
  startKeys();
  startAxis();
  startMoving();
  applyFilters();
  on("chosen", nameInAddress);
  followAddress();
  addEventListener("hashchange", followAddress);
  document.documentElement.dataset.ready = "yes";
};
