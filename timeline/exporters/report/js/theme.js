// Light or dark, as the system says or as somebody chose; and paper, which is always light.

const SYSTEM = matchMedia("(prefers-color-scheme: dark)");
const THEMES = { system: "system", light: "light", dark: "dark" };

// A page from disk, or in a sandbox, may have no storage.
const remembered = () => {
  try {
    return localStorage.getItem("timeline-theme");
  } catch {
    return null;
  }
};
const remember = (theme) => {
  try {
    localStorage.setItem("timeline-theme", theme);
  } catch {
    // Then it is light or dark until the page is closed.
  }
};

let theme = remembered() in THEMES ? remembered() : "system";

const wear = (now) => {
  document.documentElement.dataset.theme = now;
};

const dress = () => {
  wear(theme === "system" ? (SYSTEM.matches ? "dark" : "light") : theme);
  byId("theme-button").textContent = `Colours: ${THEMES[theme]}`;
};

const startTheme = () => {
  dress();
  SYSTEM.addEventListener("change", dress);
  byId("theme-button").addEventListener("click", () => {
    const names = Object.keys(THEMES);
    theme = names[(names.indexOf(theme) + 1) % names.length];
    remember(theme);
    dress();
  });
  addEventListener("beforeprint", () => {
    wear("light");
    drawForPaper();
    list.lazy.reachAll();
    for (const part of document.querySelectorAll("details.rest")) {
      part.open = true;
      part.dispatchEvent(new Event("toggle"));
      part.lazy?.reachAll();
    }
  });
  addEventListener("afterprint", () => {
    dress();
    drawForScreen();
  });
  byId("print-button").addEventListener("click", () => print());
};
