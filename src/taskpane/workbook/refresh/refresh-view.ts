import type { Standing } from "../../../sheets/record/standing";
import { refreshTexts } from "../../../sheets/refresh/texts";
import type { TableScope } from "../../../sheets/tables/find/scope";
import { refusalText } from "../../../update/texts";
import type { ReleaseState } from "../../../workbook/refresh/release-state";
import type { ReleaseControl } from "../../../workbook/refresh/release-control";
import type { RefreshWishes } from "../../../workbook/refresh/options";
import type { PaneContext } from "../../context/pane-context";
import { h, fill } from "../../widgets/dom";
import { check } from "../../insert/check";
import { segments } from "../../widgets/segments";
import { changeList } from "./change-list";
import { calendarPart } from "./parts/calendar-part";
import { logPart } from "./parts/log-part";
import { newsPart } from "./parts/news-part";
import { outcomePart } from "./parts/outcome-part";
import { pinPart } from "./parts/pin-part";
import { progressPart } from "./parts/progress-part";
import { refreshViewTexts } from "./texts";

export interface RefreshView {
  readonly element: HTMLElement;
  focus(): void;
  /** Looks for newer data, when the view first comes into sight. */
  shown(): void;
  dispose(): void;
}

const SCOPES = ["none", "selection", "sheet", "workbook"] as const satisfies readonly TableScope[];

/** Where the workbook stands, what newer data would change, and the steps a person can take. What goes on outlives the view. */
export function refreshView(context: PaneContext, releases: ReleaseControl): RefreshView {
  const { language, numbers } = context;
  const texts = refreshViewTexts(language);
  const standingOf = refreshTexts(language).standing;
  let tables: (typeof SCOPES)[number] = "workbook";
  let mark = true;
  let onlyTables = false;

  const title = h("h1", { tabindex: -1 }, texts.title);
  const standing = h("div", { class: "refresh-standing", role: "status" });
  const channel = h("div", { class: "refresh-channel" });
  const difference = h("div", { class: "refresh-difference" });
  const written = h("p", { class: "quiet", role: "status" });
  const fetched = h("progress", { max: 1, "aria-label": texts.fetching });
  const progress = progressPart(texts, title, () => releases.cancel());
  const outcome = outcomePart(context, texts, releases);
  const pin = pinPart(texts, releases);
  const log = logPart(context, texts, releases);
  const news = newsPart(context, texts, releases);
  const button = (text: string, act: () => void, appearance?: string) =>
    h("fluent-button", { class: "refresh-action", appearance, onclick: act }, text);
  const look = button("", () => void releases.compare("refresh"));
  const scope = segments(
    texts.tables,
    SCOPES.map((value) => ({ value, text: texts.scopes[value] })),
    tables,
    (chosen) => (tables = chosen),
  );
  const colour = check("colour", texts.mark, mark, (isOn) => (mark = isOn));
  const wishes = (): RefreshWishes => ({ mark, tables });

  const named = ({ release, day }: Standing) => standingOf(release ?? "", day);
  const showStanding = ({
    standing: { release, date, day, refreshing },
    newest,
    movedElsewhere: moved,
    isMarked,
    earlier,
    canUndo,
    channel: offer,
  }: ReleaseState) => {
    const isNewer = release !== newest.id;
    fill(look, isNewer ? texts.look : texts.lookAtTables);
    fill(
      standing,
      h("p", {}, ...wholeDates(texts.stands(release, date))),
      day !== undefined && h("p", {}, ...wholeDates(texts.pinned(day))),
      refreshing && h("p", { class: "refresh-warning" }, texts.unfinished),
      moved && h("p", { class: "refresh-warning" }, texts.moved(named(moved.from), named(moved.to))),
      (isNewer || offer.kind !== "offered") &&
        h("p", {}, ...wholeDates(isNewer ? texts.newer(newest.id, newest.date) : texts.newest)),
      isNewer && h("p", { class: "quiet" }, language === "zh" ? newest.summary_zh : newest.summary),
      h(
        "div",
        { class: "refresh-buttons" },
        refreshing && button(texts.resume, () => void releases.move(wishes()), "primary"),
        moved && button(texts.catchUp, () => void releases.catchUp(), "primary"),
        // On the newest release there may still be tables of an earlier one.
        look,
        earlier && !canUndo && button(texts.back(named(earlier)), () => void releases.compare("back")),
        isMarked && button(texts.unmark, () => void releases.unmark()),
      ),
    );
  };
  /** Who gets newer data wants to know what it would change. */
  const fetchAndCompare = async () => {
    await releases.fetch();
    const { newest, standing: now } = releases.state;
    if (now.release !== newest.id) await releases.compare("refresh");
  };
  const showChannel = ({ channel: state, newest }: ReleaseState) => {
    switch (state.kind) {
      case "offered": {
        const { release, date, bytes, notes } = state.notice;
        return fill(
          channel,
          h("p", {}, texts.offered(release, date, `${numbers.count(Math.ceil(bytes / 1000))} kB`)),
          h("p", { class: "quiet" }, notes),
          button(texts.fetch, () => void fetchAndCompare()),
        );
      }
      case "fetching":
      case "verifying":
        return fill(
          channel,
          h("p", {}, texts.fetching),
          fetched,
          h("button", { class: "link-button", type: "button", onclick: () => releases.cancel() }, texts.cancel),
        );
      case "refused":
        return fill(
          channel,
          h("p", { class: "refresh-warning" }, refusalText(state.refusal, newest.id, language)),
          button(texts.check, () => void releases.check()),
        );
      default:
        return fill(
          channel,
          state.kind === "latest" && h("p", { class: "quiet" }, texts.latest(newest.id)),
          button(texts.check, () => void releases.check()),
        );
    }
  };
  const showDifference = ({ comparison }: ReleaseState) => {
    if (!comparison) return fill(difference);
    const { move } = comparison;
    const mayLeaveFormulas =
      move === "refresh" && comparison.changed.length + comparison.untold.length > 0 && comparison.tables.length > 0;
    onlyTables = false;
    fill(
      difference,
      changeList(context, texts, comparison),
      comparison.tables.length > 0 && h("div", { class: "refresh-choice" }, h("span", {}, texts.tables), scope.element),
      mayLeaveFormulas && check("formulas", texts.formulas, true, (isOn) => (onlyTables = !isOn)),
      colour,
      h(
        "div",
        { class: "refresh-buttons" },
        button(texts.apply[move], () => void releases.move({ ...wishes(), onlyTables }), "primary"),
        button(texts.export, () => void exportSheet()),
      ),
    );
  };
  const exportSheet = async () => {
    const sheet = await releases.export();
    written.textContent =
      sheet === undefined ? "" : sheet.kind === "written" ? texts.exported(sheet.place.sheet) : texts.notExported;
  };
  /** What each part shows; it is only built anew when that changes, so that nobody loses their place. */
  const keys = new Map<HTMLElement, unknown>();
  const renew = (part: HTMLElement, key: unknown, build: () => void) => {
    if (keys.get(part) === key) return;
    keys.set(part, key);
    const hadFocus = part.contains(document.activeElement);
    build();
    if (hadFocus) title.focus();
  };
  const show = () => {
    const { state } = releases;
    const {
      standing: here,
      newest,
      channel: offer,
      comparison,
      outcome: last,
      fault,
      canUndo,
      busy,
      movedElsewhere,
      isMarked,
      earlier,
    } = state;
    const isFetching = offer.kind === "fetching" || offer.kind === "verifying";
    if (isFetching) fetched.value = offer.kind === "fetching" ? offer.received / offer.notice.bytes : 1;
    renew(
      standing,
      JSON.stringify([here, newest.id, movedElsewhere, isMarked, earlier, canUndo, offer.kind === "offered"]),
      () => showStanding(state),
    );
    renew(channel, isFetching ? "fetching" : offer, () => showChannel(state));
    renew(difference, comparison, () => showDifference(state));
    renew(outcome.element, JSON.stringify([last, fault, canUndo]), () => outcome.show(state));
    // What is to be done next stands out.
    const isNext = here.release !== newest.id && !comparison;
    if (isNext) look.setAttribute("appearance", "primary");
    else look.removeAttribute("appearance");
    for (const action of element.querySelectorAll(".refresh-action"))
      action.toggleAttribute("disabled-focusable", busy !== undefined);
    pin.show(state);
    log.show(state);
    news.show(state);
    progress.show(busy?.part);
  };
  const element = h(
    "section",
    { class: "view refresh-view", "aria-label": texts.title },
    title,
    standing,
    progress.element,
    outcome.element,
    difference,
    written,
    channel,
    pin.element,
    log.element,
    news.element,
    calendarPart(context, texts),
  );
  const end = releases.onChange(show);
  show();
  return {
    element,
    focus: () => title.focus(),
    shown: () => {
      void releases.look();
      if (releases.state.channel.kind === "idle") void releases.check();
    },
    dispose: () => {
      end();
      progress.dispose();
    },
  };
}

/** A text whose dates are not broken over two lines. */
export function wholeDates(text: string): (string | HTMLElement)[] {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, i) => (i % 2 === 0 ? part : h("span", { class: "date" }, part)));
}
