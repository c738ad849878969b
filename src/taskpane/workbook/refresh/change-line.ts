import { FUNCTIONS } from "../../../functions";
import { callsIn } from "../../../sheets/formula/calls";
import type { ChangeLine, Told } from "../../../sheets/refresh/comparison-lines";
import type { NumberStyle } from "../../context/number-style";
import { isYear } from "../../words/cell-text";
import { h } from "../../widgets/dom";
import type { RefreshViewTexts } from "./texts";

/** Digits that say enough in a line; the cell has them all. */
const DIGITS = 10;

/** One change: where, what asks, the old value and the new one, and why. */
export function changeLine(
  texts: RefreshViewTexts,
  numbers: NumberStyle,
  { address, what, old, new: now, difference, reason, source, note }: ChangeLine,
): HTMLElement {
  const isShare = isFraction(what);
  const shown = (value: Told) => (typeof value === "number" ? told(numbers, value, isShare) : String(value) || "–");
  const sign = typeof difference === "number" && difference > 0 ? "+" : "";
  return h(
    "li",
    { class: "change" },
    h(
      "div",
      { class: "change-head" },
      h("span", { class: "change-place" }, address),
      typeof difference === "number" && h("span", { class: "change-difference" }, sign + shown(difference)),
    ),
    h("code", { class: "change-what" }, what),
    (old !== "" || now !== "") &&
      h(
        "div",
        { class: "change-values" },
        h("span", { class: "unseen" }, texts.from),
        h("del", {}, shown(old)),
        " → ",
        h("span", { class: "unseen" }, texts.to),
        h("ins", {}, shown(now)),
      ),
    h("div", { class: "quiet" }, [reason, source, note].filter((text) => text !== "").join(" · ")),
  );
}

/** Whether a formula gives nothing but fractions: shares and rates of change. */
function isFraction(what: string): boolean {
  const [call] = callsIn(what);
  const definition = FUNCTIONS.find(({ id }) => id === call?.id);
  const isWhole = call?.start === 1 && call.end === what.length;
  return isWhole && definition?.result === "number" && !("unit" in definition.parameters);
}

/** A share in per cent, a year without separators, anything else grouped. */
function told(numbers: NumberStyle, value: number, isShare: boolean): string {
  if (isShare) return `${(value * 100).toLocaleString(numbers.locale, { maximumSignificantDigits: DIGITS })}%`;
  const useGrouping = !isYear(value);
  return value.toLocaleString(numbers.locale, { maximumSignificantDigits: DIGITS, useGrouping });
}
