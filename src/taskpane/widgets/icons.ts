import { icon } from "./dom";
import paths from "../styles/icons.json";

export type IconName = keyof typeof paths;

/** An icon of 16 × 16, for a slot of a control if one is named. */
export function iconOf(name: IconName, slot?: string): SVGSVGElement {
  return icon(paths[name], slot);
}
