import type { Comparison } from "../../../sheets/refresh/comparison";
import { changeLines, type ChangeLine } from "../../../sheets/refresh/comparison-lines";
import { inGroups } from "../../../sheets/refresh/formulas/group";
import { refreshTexts } from "../../../sheets/refresh/texts";
import type { PaneContext } from "../../context/pane-context";
import { fill, h } from "../../widgets/dom";
import { containsWords, filterBar, nothingFits } from "../../widgets/filter-bar";
import { growingList } from "../../widgets/lists";
import { changeLine } from "./change-line";
import type { RefreshViewTexts } from "./texts";

/** Fewer are seen at a glance. */
const WORTH_FILTERING = 5;

/** What a move would change: a summary, and every change under its kind. */
export function changeList(context: PaneContext, texts: RefreshViewTexts, comparison: Comparison): HTMLElement {
  const { language, numbers } = context;
  const lines = inGroups(changeLines(comparison, language)).flatMap(({ changes }) => changes);
  const [formulas, tables] = [numbers.count(comparison.formulas), numbers.count(comparison.tables.length)];
  const changes = lines.length - comparison.untold.length;
  return h(
    "div",
    { class: "changes" },
    h(
      "p",
      { role: "status" },
      changes === 0 ? texts.none(formulas, tables) : texts.summary(numbers.count(changes), formulas, tables),
    ),
    comparison.untold.length > 0 && h("p", { class: "quiet" }, texts.untold(numbers.count(comparison.untold.length))),
    ...(changes > 0 ? groupedLines(context, texts, lines) : []),
  );
}

/** Lines under the names of their groups, made as they come into sight; a filter where there are many. */
function groupedLines(context: PaneContext, texts: RefreshViewTexts, lines: readonly ChangeLine[]): HTMLElement[] {
  const { language, numbers } = context;
  const named = refreshTexts(language).groups;
  const titles = (among: readonly ChangeLine[]) =>
    new Map(inGroups(among).map(({ group, changes }) => [group, `${named[group]} (${numbers.count(changes.length)})`]));

  let headings = titles(lines);
  const list = h("div", {});
  const rows = growingList<ChangeLine>(list, (line, before) => {
    if (line.group !== before?.group)
      list.append(h("section", {}, h("h2", { class: "change-group" }, headings.get(line.group)!), h("ul", {})));
    list.lastElementChild!.lastElementChild!.append(changeLine(texts, numbers, line));
  });
  const none = h("div", {});
  const all = [["", texts.allGroups(numbers.count(lines.length))] as const, ...headings];
  const bar = filterBar(texts.filter, [{ name: "group", label: texts.group, options: all }], undefined, () => show());
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
  const frame = h(
    "div",
    { class: "change-list", role: "region", "aria-label": texts.changes, tabindex: 0 },
    ...rows.elements,
  );
  show();
  return [...(lines.length >= WORTH_FILTERING ? [bar.element] : []), none, frame];
}
