import { createCaller, isCellError, type Block, type Cell } from "../../../../functions";
import { fill, h } from "../../../widgets/dom";
import { actionButton, keyed, type RefreshPage, type RefreshPart } from "./part";
import { refusalText } from "../../../../update/texts";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import { linkButton } from "../../../widgets/buttons";

/** What newer data says otherwise than the workbook's release, in the rows of METALS.CHANGES. */
export function newsPart({ context: { language, numbers }, texts, releases }: RefreshPage): RefreshPart {
  const written = (cell: Cell) =>
    typeof cell === "number" ? cell.toLocaleString(numbers.locale, { maximumSignificantDigits: 15 }) : String(cell);
  const told = ([change, series, what, from, to, figures, old, now, unit]: Cell[]) =>
    series === unit
      ? String(change)
      : texts.newsRow(
          String(change),
          String(what),
          from === to ? String(from) : `${from} – ${to} (${figures})`,
          `${written(old!)} → ${written(now!)} ${unit}`,
        );
  const { element, reset } = foldedList(texts.news, () =>
    releases.news(language).map((row) => told(row.map((cell) => (isCellError(cell) ? cell.error : cell)))),
  );
  element.hidden = true;
  let shown = "";
  return {
    element,
    show({ standing, newest }) {
      element.hidden = standing.release === newest.id;
      const between = `${standing.release} ${newest.id}`;
      if (between === shown) return;
      shown = between;
      reset();
    },
  };
}

/** When new figures are to be expected, in the rows of METALS.CALENDAR. */
export function calendarPart({ context, texts }: RefreshPage): HTMLElement {
  const lines = () =>
    (createCaller(context.session).call("METALS.CALENDAR", []) as Block)
      .slice(1)
      .map((row) => row.map(String))
      .map(([family, title, date, due, state, habit]) =>
        texts.edition(`${family}: ${title}, ${date}`, /^\d/.test(due!) ? `${state} ${due}` : state!, habit!),
      );
  return foldedList(texts.calendar, lines).element;
}

/** A list under its title, looked up when it is first opened. */
function foldedList(title: string, lines: () => readonly string[]) {
  const list = h("ul", {});
  let isLookedUp = false;
  const element = h(
    "details",
    {
      ontoggle: () => {
        if (!element.open || isLookedUp) return;
        isLookedUp = true;
        fill(list, ...lines().map((line) => h("li", line)));
      },
    },
    h("summary", title),
    list,
  );
  return {
    element,
    /** Closes it and forgets what was looked up. */
    reset() {
      element.open = isLookedUp = false;
    },
  };
}

/** Whether there is newer data to be had, and having it. */
export function channelPart(page: RefreshPage): RefreshPart {
  const { context, texts, releases } = page;
  const element = h("div.refresh-channel");
  const fetched = h("progress", { max: 1, "aria-label": texts.fetching });
  /** Who gets newer data wants to know what it would change. */
  const fetchAndCompare = async () => {
    await releases.fetch();
    const { newest, standing } = releases.state;
    if (standing.release !== newest.id) await releases.compare("refresh");
  };
  const check = () => actionButton(texts.check, () => releases.check());
  const build = ({ channel: state, newest }: ReleaseState) => {
    switch (state.kind) {
      case "offered": {
        const { release, date, bytes, notes } = state.notice;
        return fill(
          element,
          h("p", texts.offered(release, date, `${context.numbers.count(Math.ceil(bytes / 1000))} kB`)),
          h("p.quiet", notes),
          actionButton(texts.fetch, fetchAndCompare),
        );
      }
      case "fetching":
      case "verifying":
        return fill(
          element,
          h("p", texts.fetching),
          fetched,
          linkButton(texts.cancel, () => releases.cancel()),
        );
      case "refused":
        return fill(element, h("p.refresh-warning", refusalText(state.refusal, newest.id, context.language)), check());
      default:
        return fill(element, state.kind === "latest" && h("p.quiet", texts.latest(newest.id)), check());
    }
  };
  const renew = keyed(element, page);
  return {
    element,
    show(state) {
      const { channel } = state;
      const isFetching = channel.kind === "fetching" || channel.kind === "verifying";
      if (isFetching) fetched.value = channel.kind === "fetching" ? channel.received / channel.notice.bytes : 1;
      renew(isFetching ? "fetching" : channel, () => build(state));
    },
  };
}
