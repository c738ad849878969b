import { FUNCTIONS } from "../../../functions";
import { callsIn } from "../../../sheets/formula/calls";
import { isYear } from "../../words/cell-text";
import type { Language } from "../../../query/describe";
import { changeLines, type ChangeLine, type Told } from "../../../sheets/refresh/comparison-lines";
import type { Comparison } from "../../../sheets/refresh/comparison";
import type { NumberStyle } from "../../context/number-style";
import { fill, h } from "../../widgets/dom";
import type { RefreshViewTexts } from "./texts";

/** A pane is no place to read more; a sheet is. */
const MOST_LINES = 100;

/** Digits that say enough in a line; the cell has them all. */
const DIGITS = 10;

/** What a move would change, line by line, under a summary. */
export function changeList(
  texts: RefreshViewTexts,
  numbers: NumberStyle,
  language: Language,
  comparison: Comparison,
): HTMLElement {
  const lines = changeLines(comparison, language);
  const [formulas, tables] = [numbers.count(comparison.formulas), numbers.count(comparison.tables.length)];
  const changes = lines.length - comparison.untold.length;
  const element = h("div", { class: "changes" });
  fill(
    element,
    h(
      "p",
      { role: "status" },
      changes === 0 ? texts.none(formulas, tables) : texts.summary(numbers.count(changes), formulas, tables),
    ),
    comparison.untold.length > 0 && h("p", { class: "quiet" }, texts.untold(numbers.count(comparison.untold.length))),
    changes > 0 &&
      h(
        "ul",
        { class: "change-list", "aria-label": texts.changes, tabindex: 0 },
        ...lines.slice(0, MOST_LINES).map((line) => lineOf(texts, numbers, line)),
      ),
    lines.length > MOST_LINES && h("p", { class: "quiet" }, texts.more(numbers.count(lines.length - MOST_LINES))),
  );
  return element;
}

function lineOf(
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
