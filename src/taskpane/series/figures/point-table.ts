import type { PaneContext } from "../../context/pane-context";
import { linkButton } from "../../widgets/buttons";
import { h } from "../../widgets/dom";
import { namedTable } from "../../widgets/lists";
import { numberText, unitText } from "../../words/figures";
import { absenceWords, gapPeriods, isFigure, type Gap } from "../../words/points";
import type { SeriesModel } from "../../words/series-model";

/** All values as a table, newest first. The period of each row is a button; one of them is a tab stop, arrows move between them. */
export function pointTable(
  context: PaneContext,
  { points, figures, unit }: SeriesModel,
  choose: (figure: number) => void,
) {
  const { texts, session, language } = context;
  const buttons: HTMLButtonElement[] = [];
  const rows = points.map((point) => {
    if (!isFigure(point)) return gapRow(context, point);
    const figure = figures.indexOf(point);
    const pick = () => choose(figure);
    const button = linkButton(point.period, pick, { class: "period-button", tabindex: -1 });
    buttons[figure] = button;
    const value = h("td.number", numberText(context, point.answer, unit));
    return h("tr", { onclick: pick }, h("th", { scope: "row" }, button), value, h("td", point.status));
  });
  const unitWords = unitText(session.dataset, unit.id, language);
  const heads = [texts.series.period, unitWords || texts.series.value, texts.series.status];
  const table = namedTable("point-table", texts.series.table, heads, [1], rows.reverse());
  table.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const target: Readonly<Record<string, number>> = {
      ArrowDown: at - 1,
      ArrowUp: at + 1,
      Home: buttons.length - 1,
      End: 0,
    };
    const wanted = target[event.key];
    if (at < 0 || wanted === undefined) return;
    event.preventDefault();
    const figure = Math.min(buttons.length - 1, Math.max(0, wanted));
    choose(figure);
    buttons[figure]!.focus();
  });
  return {
    element: h("div.table-panel", table),
    choose: (figure: number) =>
      buttons.forEach((button, i) => {
        button.tabIndex = i === figure ? 0 : -1;
        if (i === figure) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
        button.closest("tr")!.classList.toggle("is-chosen", i === figure);
      }),
  };
}

function gapRow(context: PaneContext, gap: Gap): HTMLElement {
  const { dataset, language } = context.session;
  return h(
    "tr.gap",
    h("th", { scope: "row" }, gapPeriods(gap)),
    h(
      "td",
      { colspan: 2, title: dataset.remark(gap.absence?.note ?? "", language) || undefined },
      absenceWords(context, gap.absence),
    ),
  );
}
