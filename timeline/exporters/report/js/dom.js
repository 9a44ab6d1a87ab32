// Elements made in one call. Words only ever become text nodes, never markup.

const byId = (id) => document.getElementById(id);

const fill = (element, traits, inside) => {
  for (const [name, value] of Object.entries(traits || {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const one of inside) if (one !== null && one !== undefined) element.append(one);
  return element;
};

const el = (name, traits, ...inside) => fill(document.createElement(name), traits, inside);

const SVG = "http://www.w3.org/2000/svg";
const svg = (name, traits, ...inside) => fill(document.createElementNS(SVG, name), traits, inside);

const count = (number, noun) =>
  `${number.toLocaleString("en")} ${number === 1 ? noun : noun.replace(/y$/, "ie") + "s"}`;

const debounced = (wait, act) => {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, wait);
  };
};
