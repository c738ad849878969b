import type { Comparison } from "../../../sheets/refresh/comparison";
import { changeLines, type ChangeLine, type Told } from "../../../sheets/refresh/comparison-lines";
import { inGroups } from "../../../sheets/refresh/formulas/group";
import { refreshTexts } from "../../../sheets/refresh/texts";
import type { PaneContext } from "../../context/pane-context";
import { fill, h } from "../../widgets/dom";
import { containsWords, filterBar, nothingFits } from "../../widgets/filter-bar";
import { growingList } from "../../widgets/lists";
import type { RefreshViewTexts } from "./texts";
import { FUNCTIONS } from "../../../functions";
import { callsIn } from "../../../sheets/formula/calls";
import type { NumberStyle } from "../../context/number-style";
import { isYear } from "../../words/cell-text";

/** Fewer are seen at a glance. */
const WORTH_FILTERING = 5;

/** What a move would change: a summary, and every change under its kind. */
export function changeList(context: PaneContext, texts: RefreshViewTexts, comparison: Comparison): HTMLElement {
  const { language, numbers } = context;
  const lines = inGroups(changeLines(comparison, language)).flatMap(({ changes }) => changes);
  const [formulas, tables] = [numbers.count(comparison.formulas), numbers.count(comparison.tables.length)];
  const changes = lines.length - comparison.untold.length;
  return h(
    "div.changes",
    h(
      "p",
      { role: "status" },
      changes === 0 ? texts.none(formulas, tables) : texts.summary(numbers.count(changes), formulas, tables),
    ),
    comparison.untold.length > 0 && h("p.quiet", texts.untold(numbers.count(comparison.untold.length))),
    ...(changes > 0 ? groupedLines(context, texts, lines) : []),
  );
}

/** Lines under the names of their groups, made as they come into sight; a filter where there are many. */
function groupedLines(context: PaneContext, texts: RefreshViewTexts, lines: readonly ChangeLine[]): HTMLElement[] {
  const { language, numbers } = context;
  const named = refreshTexts[language].groups;
  const titles = (among: readonly ChangeLine[]) =>
    new Map(inGroups(among).map(({ group, changes }) => [group, `${named[group]} (${numbers.count(changes.length)})`]));

  let headings = titles(lines);
  const list = h("div", {});
  const rows = growingList<ChangeLine>(list, (line, before) => {
    if (line.group !== before?.group)
      list.append(h("section", h("h2.change-group", headings.get(line.group)!), h("ul", {})));
    list.lastElementChild!.lastElementChild!.append(changeLine(texts, numbers, line));
  });
  const none = h("div", {});
  const all = [["", texts.allGroups(numbers.count(lines.length))] as const, ...headings];
  const filters = [{ name: "group", label: texts.group, options: all }] as const;
  const bar = filterBar(context.texts, texts.filter, filters, undefined, () => show());
  const show = () => {
    const { text, group } = bar.values;
    const chosen = lines.filter(
      (line) =>
        (group === "" || line.group === group) &&
        containsWords(text, [line.address, line.what, line.reason, line.source, line.note]),
    );
    headings = titles(chosen);
    rows.show(chosen);
    frame.hidden = chosen.length === 0;
    fill(none, chosen.length === 0 && nothingFits(context.texts, bar));
  };
  const frame = h("div.change-list", { role: "region", "aria-label": texts.changes, tabindex: 0 }, ...rows.elements);
  show();
  return [...(lines.length >= WORTH_FILTERING ? [bar.element] : []), none, frame];
}

/** Digits that say enough in a line; the cell has them all. */
const DIGITS = 10;

/** One change: where, what asks, the old value and the new one, and why. */
function changeLine(
  texts: RefreshViewTexts,
  numbers: NumberStyle,
  { address, what, old, new: now, difference, reason, source, note }: ChangeLine,
): HTMLElement {
  const isShare = isFraction(what);
  const shown = (value: Told) => (typeof value === "number" ? told(numbers, value, isShare) : String(value) || "–");
  const sign = typeof difference === "number" && difference > 0 ? "+" : "";
  return h(
    "li.change",
    h(
      "div.change-head",
      h("span.change-place", address),
      typeof difference === "number" && h("span.change-difference", sign + shown(difference)),
    ),
    h("code.change-what", what),
    (old !== "" || now !== "") &&
      h(
        "div.change-values",
        h("span.unseen", texts.from),
        h("del", shown(old)),
        " → ",
        h("span.unseen", texts.to),
        h("ins", shown(now)),
      ),
    h("div.quiet", [reason, source, note].filter((text) => text !== "").join(" · ")),
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
