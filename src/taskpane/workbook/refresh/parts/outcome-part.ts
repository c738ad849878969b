import type { TableOutcome } from "../../../../sheets/refresh/outcome";
import { obstacleText, standingText } from "../../../../sheets/refresh/texts";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import { faultText } from "../../progress/running";
import { fill, h } from "../../../widgets/dom";
import { actionButton, keyed, type RefreshPage, type RefreshPart } from "./part";

/** What the last refresh came to: cells, tables, what went wrong, and the way back. */
export function outcomePart(page: RefreshPage): RefreshPart {
  const { context, texts, releases } = page;
  const { language, numbers } = context;
  const element = h("div.refresh-outcome", { role: "status" });
  const build = ({ outcome: last, canUndo, fault }: ReleaseState) => {
    const words = fault && (fault === "canceled" ? texts.canceled : faultText(texts, fault));
    const result =
      last &&
      {
        done: () => texts.done(numbers.count(last.cells)),
        unchanged: () => texts.unchanged,
        stopped: () => texts.stopped(numbers.count(last.left.length)),
      }[last.kind]();
    fill(
      element,
      words && h("p.refresh-warning", words),
      result && h("p", result),
      last && tableList(last.tables),
      canUndo &&
        h(
          "div.refresh-buttons",
          actionButton(texts.undo, () => releases.undo()),
        ),
    );
  };
  const tableList = (all: readonly TableOutcome[]) => {
    const told = all.filter(({ state, cells }) => state !== "new" || cells > 0);
    const same = all.length - told.length;
    return (
      all.length > 0 &&
      h(
        "ul",
        ...told.map((table) => h("li", tableWords(table))),
        same > 0 && h("li.quiet", texts.tablesSame(numbers.count(same))),
      )
    );
  };
  const tableWords = ({ title: table, address, state, obstacle }: TableOutcome) => {
    const name = texts.tableAt(table, address);
    if (state === "new") return texts.tableNew(name);
    return state === "unsure"
      ? texts.tableUnsure(name)
      : texts.tableOld(name, obstacle ? obstacleText(obstacle, language) : "");
  };
  const renew = keyed(element, page);
  return {
    element,
    show: (state) => renew(JSON.stringify([state.outcome, state.fault, state.canUndo]), () => build(state)),
  };
}

/** Every refresh of the workbook, the last first; read when it is opened and whenever something ends. */
export function logPart({ context: { language, numbers }, texts, releases }: RefreshPage): RefreshPart {
  const log = h("ul.refresh-log");
  const showLog = async () => {
    const entries = await releases.log();
    const lines = [...entries]
      .reverse()
      .map(({ at, what, from, to, cells }) =>
        texts.logEntry(
          new Date(at).toLocaleString(numbers.locale),
          texts.logWhat[what],
          standingText(from, language),
          standingText(to, language),
          numbers.count(cells),
        ),
      );
    fill(log, ...(lines.length > 0 ? lines : [texts.logEmpty]).map((line) => h("li", line)));
  };
  const element = h(
    "details.refresh-history",
    { ontoggle: ({ target }: Event) => (target as HTMLDetailsElement).open && void showLog() },
    h("summary", { tabindex: 0 }, texts.log),
    log,
  );
  /** The outcome that the log knows of. */
  let logged: ReleaseState["outcome"];
  return {
    element,
    show: ({ outcome }) => {
      if (outcome !== logged && element.open) void showLog();
      logged = outcome;
    },
  };
}
