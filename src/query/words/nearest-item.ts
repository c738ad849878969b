import type { Code } from "../../dataset/records";

/** What comes nearest to an item: the metal it is made of, or rare earths for one of them; "" for a metal. */
export function nearestItem(item: Code | undefined): string {
  return String(item?.["metal"] || (item?.["kind"] === "element" ? "rare-earths" : ""));
}
