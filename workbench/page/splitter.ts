/** The bar between grid and pane: dragged, or moved with the arrow keys. */
const NARROWEST = 220;
const WIDEST = 900;
const STEP = 20;

/** `set` is given the width of what lies to the right of the bar, in pixels. */
export function makeSplitter(bar: HTMLElement, initial: number, set: (width: number) => void): void {
  let width = initial;
  const to = (wanted: number): void => {
    width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));
    bar.setAttribute("aria-valuenow", String(width));
    set(width);
  };
  bar.setAttribute("aria-valuemin", String(NARROWEST));
  bar.setAttribute("aria-valuemax", String(WIDEST));
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("dragging");
    const [start, from] = [event.clientX, width];
    const move = (moved: PointerEvent): void => to(from + start - moved.clientX);
    bar.addEventListener("pointermove", move);
    bar.addEventListener(
      "lostpointercapture",
      () => {
        bar.removeEventListener("pointermove", move);
        bar.classList.remove("dragging");
      },
      { once: true },
    );
  });
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") to(width + STEP);
    if (key === "ArrowRight") to(width - STEP);
  });
  to(initial);
}
