import type { Standing } from "../../../../sheets/record/standing";
import { refreshTexts } from "../../../../sheets/refresh/texts";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { fill, h } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";
import type { RefreshPart } from "./part";

/** Every refresh of the workbook, the last first; read when it is opened and whenever something ends. */
export function logPart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
): RefreshPart {
  const standingOf = refreshTexts(language).standing;
  const named = ({ release, day }: Standing) => standingOf(release ?? "", day);
  const log = h("ul", { class: "refresh-log" });
  const showLog = async () => {
    const entries = await releases.log();
    const lines = [...entries]
      .reverse()
      .map(({ at, what, from, to, cells }) =>
        texts.logEntry(
          new Date(at).toLocaleString(numbers.locale),
          texts.logWhat[what],
          named(from),
          named(to),
          numbers.count(cells),
        ),
      );
    fill(log, ...(lines.length > 0 ? lines : [texts.logEmpty]).map((line) => h("li", {}, line)));
  };
  const element = h(
    "details",
    {
      class: "refresh-history",
      ontoggle: ({ target }: Event) => (target as HTMLDetailsElement).open && void showLog(),
    },
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
