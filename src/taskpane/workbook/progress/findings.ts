import { addressOf, type Place } from "../../../sheets/notation/place";
import { jumpTo } from "../../../workbook/audit/jump";
import type { Notice } from "../../insert/notice";
import { linkButton } from "../../widgets/buttons";
import { h } from "../../widgets/dom";
import type { Running } from "./running";

/** More lines than this are counted, not shown. */
const MOST_LINES = 50;

/** A list of what was found, long ones cut; `more` says how many lines are missing. */
export function listOf<T>(
  found: readonly T[],
  line: (one: T) => (Node | string)[],
  more: (count: number) => string,
): HTMLElement {
  const lines = found.slice(0, MOST_LINES).map((one) => h("li", ...line(one)));
  return h("ul", ...lines, ...(found.length > MOST_LINES ? [h("li", more(found.length - MOST_LINES))] : []));
}

/** The address of a place as a button that leads there. */
export function placeButton(place: Place, work: Running): HTMLElement {
  return linkButton(addressOf(place), () => work.run(() => jumpTo(place)));
}

/** A line that says what came of something; without a text it is not there. */
export function noticeLine(kind: string): { readonly element: HTMLElement; say(notice: Notice): void } {
  const words = h("span.notice-text");
  const element = h("div", { class: `notice ${kind}`, role: "status", hidden: true }, words);
  return {
    element,
    say({ tone, text }) {
      element.dataset["tone"] = tone;
      element.hidden = text === "";
      words.textContent = text;
    },
  };
}
