// What is chosen and what is shown; whoever draws it listens.

const state = {
  shown: entries, // those that the filters leave, in order
  chosen: null, // { entry } | { event } | { expression }
  document: 0, // whose text is shown
};

const listeners = { shown: [], chosen: [] };
const on = (name, act) => listeners[name].push(act);
const tell = (name, ...more) => listeners[name].forEach((act) => act(...more));

// `by` names the part of the page that somebody used: "list", "axis", "text", "card" or "keys".
const choose = (chosen, by) => {
  state.chosen = chosen;
  tell("chosen", by);
};

const isChosen = (entry) => state.chosen !== null && state.chosen.entry === entry;
