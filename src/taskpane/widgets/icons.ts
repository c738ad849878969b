import { svg } from "./dom";
import paths from "../styles/icons.json";

export type IconName = keyof typeof paths;

/** An icon of 16 × 16 drawn by one path, for a slot of a control if one is named; decoration only, so hidden from screen readers. */
export function iconOf(name: IconName, slot?: string): SVGSVGElement {
  const box = { class: "icon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", slot };
  return svg("svg", box, svg("path", { d: paths[name], fill: "currentColor" }));
}
