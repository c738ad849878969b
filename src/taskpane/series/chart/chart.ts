import { h, svg } from "../../widgets/dom";
import type { PointKind } from "../../words/points";
import type { ChartModel, Mark } from "./chart-model";

/** Height of the drawing in pixels. */
export const CHART_HEIGHT = 148;

export interface ChartListener {
  /** A figure was chosen by click. */
  choose(figure: number): void;
  /** The pointer is over a figure, or over none. */
  point(figure: number | undefined): void;
}

let drawings = 0;

/** Draws the chart of a series. What distinguishes the kinds is pattern and shape, never colour alone. */
export function drawChart(model: ChartModel, chosen: number, listener: ChartListener): SVGSVGElement {
  const id = `chart${++drawings}`;
  const { width, height, left, right, bottom, base } = model;
  const drawing = svg(
    "svg",
    { class: "chart", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    hatch(id),
  );
  for (const { y, text } of model.ticks) {
    drawing.append(
      svg("line", { class: "chart-grid", x1: left, x2: right, y1: y, y2: y }),
      svg("text", { class: "chart-text", x: left - 6, y: y + 4, "text-anchor": "end" }, text),
    );
  }
  drawing.append(svg("line", { class: "chart-base", x1: left, x2: right, y1: base, y2: base }));
  for (const { x, text, anchor } of model.labels)
    drawing.append(svg("text", { class: "chart-text", x, y: bottom + 16, "text-anchor": anchor }, text));
  for (const x of model.absences) drawing.append(cross(x, base - 7));
  if (model.form === "line")
    for (const run of model.runs)
      drawing.append(
        svg("polyline", {
          class: "chart-line",
          points: run.map((i) => `${model.marks[i]!.x},${model.marks[i]!.y}`).join(" "),
        }),
      );
  model.marks.forEach((mark, i) => {
    const shape = model.form === "bars" ? bar(mark, model.barWidth, id) : spot(mark, model.marks.length);
    shape.classList.toggle("is-chosen", i === chosen);
    drawing.append(shape);
  });
  const at = model.marks[chosen];
  if (at) drawing.append(svg("path", { class: "chart-pointer", d: `M${at.x - 5} ${bottom + 5}h10l-5 -5z` }));
  listen(drawing, model, listener);
  return drawing;
}

/** A sample of a kind for the legend. */
function swatch(kind: PointKind): SVGSVGElement {
  const id = `swatch${++drawings}`;
  const top = kind === "bound" ? 7 : 3;
  const mark: Mark = { kind, x: 8, y: top, top, bottom: 13, isNegative: false };
  return sample(hatch(id), bar(mark, 10, id));
}

function sample(...shapes: SVGElement[]): SVGSVGElement {
  const box = { class: "chart", width: 16, height: 14, viewBox: "0 0 16 14", "aria-hidden": "true" };
  return svg("svg", box, ...shapes);
}

function hatch(id: string): SVGDefsElement {
  const stripes = svg("path", { d: "M-1 1l2 -2M0 6l6 -6M5 7l2 -2", class: "chart-stripes" });
  return svg(
    "defs",
    {},
    svg("pattern", { id: `${id}-hatch`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, stripes),
  );
}

/** Solid as printed; hatched when derived; hollow and dashed when estimated; solid with an arrow beyond its end for a bound. */
function bar({ kind, x, top, bottom, isNegative }: Mark, width: number, id: string): SVGGElement {
  const length = Math.max(1, bottom - top);
  const box = svg("rect", { x: x - width / 2, y: top, width, height: length, rx: Math.min(2, width / 4) });
  if (kind === "derived") box.style.fill = `url(#${id}-hatch)`;
  const group = svg("g", { class: `chart-mark is-${kind}` }, box);
  if (kind === "bound")
    group.append(
      svg("path", {
        class: "chart-arrow",
        d: isNegative ? `M${x - 4} ${bottom + 2}h8l-4 5z` : `M${x - 4} ${top - 2}h8l-4 -5z`,
      }),
    );
  return group;
}

/** Spots give way to the bare line where they would touch, except those that are not as printed. */
function spot({ kind, x, y }: Mark, count: number): SVGGElement {
  const radius = count > 40 && kind === "published" ? 1.5 : 3.5;
  const shapes: Readonly<Record<PointKind, string>> = {
    published: `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`,
    estimated: `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`,
    derived: `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`,
    bound: `M${x - 4} ${y + 3}h8l-4 -7z`,
  };
  return svg("g", { class: `chart-mark is-spot is-${kind}` }, svg("path", { d: shapes[kind] }));
}

/** The data says why there is no figure. */
function cross(x: number, y: number): SVGPathElement {
  return svg("path", { class: "chart-cross", d: `M${x - 3} ${y - 3}l6 6M${x + 3} ${y - 3}l-6 6` });
}

function listen(drawing: SVGSVGElement, { marks, left, right, width }: ChartModel, listener: ChartListener): void {
  const nearest = (event: PointerEvent | MouseEvent): number | undefined => {
    const box = drawing.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    if (x < left || x > right) return undefined;
    const distances = marks.map((mark) => Math.abs(mark.x - x));
    return distances.indexOf(Math.min(...distances));
  };
  drawing.addEventListener("pointermove", (event) => listener.point(nearest(event)));
  drawing.addEventListener("pointerleave", () => listener.point(undefined));
  drawing.addEventListener("click", (event) => {
    const figure = nearest(event);
    if (figure !== undefined) listener.choose(figure);
  });
}

/** What the marks of the chart mean, each with its sample. */
export function legend(kinds: readonly (readonly [PointKind, string])[], absences: readonly string[]): HTMLElement {
  return h(
    "ul.chart-legend",
    ...kinds.map(([kind, text]) => h("li", swatch(kind), text)),
    ...absences.map((text) => h("li", sample(cross(8, 7)), text)),
  );
}
