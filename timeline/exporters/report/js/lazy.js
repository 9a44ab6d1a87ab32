// Long lists, made a chunk at a time as they come into view: ten thousand rows open as fast as ten.
// Lists up to WHOLE are made at once: the browser's own search finds only what is made.

const WHOLE = 1000; // rows

// `make(things)` returns the nodes of a chunk; `height` is a guess in px for one thing, until it is
// made.
const lazily = (box, things, size, height, make) => {
  const chunks = [];
  const fillChunk = (chunk) => {
    if (chunk.filled) return;
    chunk.filled = true;
    chunk.node.style.minHeight = "";
    chunk.node.append(...make(chunk.things, chunk.first));
    observer.unobserve(chunk.node);
  };
  const observer = new IntersectionObserver(
    (seen) => {
      for (const one of seen) if (one.isIntersecting) fillChunk(chunks[one.target.dataset.chunk]);
    },
    // Where the box scrolls by itself; a browser that does not know it fills what is seen.
    { rootMargin: "800px 0px", scrollMargin: "800px 0px" },
  );
  box.replaceChildren();
  for (let first = 0; first < things.length; first += size) {
    const node = el("div", { class: "chunk", "data-chunk": chunks.length });
    const some = things.slice(first, first + size);
    node.style.minHeight = `${some.length * height}px`;
    chunks.push({ node, things: some, first, filled: false });
    box.append(node);
  }
  if (chunks.length) fillChunk(chunks[0]);
  for (const chunk of chunks) if (!chunk.filled) observer.observe(chunk.node);
  return {
    // Make sure that the thing of this number is there.
    reach: (number) => fillChunk(chunks[Math.floor(number / size)]),
    reachAll: () => chunks.forEach(fillChunk),
    end: () => observer.disconnect(),
  };
};
