import { h } from "../dom";

/** A text whose dates are not broken over two lines. */
export function wholeDates(text: string): (string | HTMLElement)[] {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, i) => (i % 2 === 0 ? part : h("span", { class: "date" }, part)));
}
