import { addressOf, cellsOf, type Place } from "../../../sheets/notation/place";
import type { ShareObstacle } from "../../../sheets/share/plan";
import { NOT_AVAILABLE } from "../../../sheets/write/content";
import type { ScopeKind } from "../../../sheets/share/scope";
import type { ShareSummary } from "../../../sheets/share/summary";
import { replacedWords, tallyOf, type Tally } from "../../../sheets/share/tally";
import { jumpTo } from "../../../workbook/audit/jump";
import { share, inspectShare, type KeptFormulas } from "../../../workbook/share/share";
import { restore, type RestoreResult } from "../../../workbook/share/restore";
import { latestLook } from "../../context/latest-look";
import type { PaneContext } from "../../context/pane-context";
import type { Notice } from "../../insert/notice";
import { check } from "../../insert/check";
import { fill, h } from "../../widgets/dom";
import { segments } from "../../widgets/segments";
import { listOf } from "../progress/list-of";
import { running, runningTexts } from "../progress/running";
import { shareViewTexts } from "./texts";
import { firstOf, obstacleText, readerText } from "./words";

export interface ShareView {
  readonly element: HTMLElement;
  focus(): void;
  /** Looks what would be replaced: the view came into sight. */
  look(): void;
  dispose(): void;
}

const SCOPES: readonly ScopeKind[] = ["selection", "sheet", "workbook"];

/** Replacing formulas by values for people without the add-in, and bringing them back. */
export function shareView(context: PaneContext): ShareView {
  const { session, numbers, language, workbook } = context;
  const texts = shareViewTexts(language);
  let scope: ScopeKind = "workbook";

  const notice = h("span", { class: "notice-text" });
  const noticeRow = h("div", { class: "notice share-notice", role: "status", hidden: true }, notice);
  const say = ({ tone, text }: Notice) => {
    noticeRow.dataset["tone"] = tone;
    noticeRow.hidden = text === "";
    notice.textContent = text;
  };
  const work = running(runningTexts(language), { say, busy: (isBusy) => enable(isBusy) });
  const title = h("h1", { tabindex: -1 }, texts.title);
  const preview = h("div", { class: "share-preview", role: "status" });
  const details = h("div", { class: "share-details" });
  const kept = h("div", { class: "share-kept", role: "status" });
  const shareButton = h(
    "fluent-button",
    { appearance: "primary", disabled: true, onclick: () => void replace() },
    texts.share,
  );
  const restoreButton = h("fluent-button", { disabled: true, onclick: () => void bringBack() }, texts.restore);
  const choice = segments(
    texts.scope,
    SCOPES.map((value) => ({ value, text: texts.scopes[value] })),
    scope,
    (chosen) => {
      scope = chosen;
      void look();
    },
  );
  let leaveOut = true;
  const leaving = check("share", texts.leaveOut(NOT_AVAILABLE), leaveOut, (isOn) => (leaveOut = isOn));
  let canShare = false;
  let canRestore = false;
  const enable = (isBusy: boolean) => {
    for (const [button, can] of [
      [shareButton, canShare],
      [restoreButton, canRestore],
    ] as const) {
      button.toggleAttribute("disabled-focusable", isBusy);
      // What is switched off for good cannot keep the focus.
      if (!can && button === document.activeElement) title.focus();
      button.toggleAttribute("disabled", !can);
    }
    element.setAttribute("aria-busy", String(isBusy));
  };

  // Another scope or other cells may be chosen while it looks.
  const look = latestLook(
    () => (workbook ? work.run((job) => inspectShare(session, scope, new Date(), job)) : Promise.resolve(undefined)),
    (found) => {
      if (!found) return;
      showKept(found.kept);
      showPlan(found.summary, found.obstacles);
    },
  );
  const showPlan = (summary: ShareSummary, obstacles: readonly ShareObstacle[]) => {
    canShare = obstacles.length === 0;
    enable(work.isBusy);
    const { formulas, missing, cells, sheets, told } = summary;
    const stays = errorsOf(summary, texts.errorsKept);
    if (!canShare) return showObstacles(obstacles, stays);
    const lines = [
      formulas > 0 && texts.will(numbers.count(formulas), numbers.count(cells), firstOf(texts, numbers, sheets)),
      told.length > 0 && texts.told(numbers.count(told.length), NOT_AVAILABLE),
      missing > 0 && texts.missingTold(numbers.count(missing), NOT_AVAILABLE),
    ];
    fill(
      preview,
      ...lines.map((line) => line && h("p", {}, line)),
      ...licensedParts(summary),
      ...stays,
      h("p", { class: "quiet" }, texts.kept),
    );
  };
  /** Figures that may not be passed on, and whether they are left out. */
  const licensedParts = ({ licensed: { licensees, formulas, tables } }: ShareSummary): (HTMLElement | false)[] => [
    formulas.length > 0 && h("p", {}, texts.licensed(numbers.count(formulas.length), licensees.join(", "))),
    tables.length > 0 && h("p", {}, texts.licensedTables(numbers.count(tables.length), licensees.join(", "))),
    formulas.length + tables.length > 0 && leaving,
  ];
  const showObstacles = (obstacles: readonly ShareObstacle[], stays: readonly (HTMLElement | false)[] = []) => {
    if (obstacles.every(({ reason }) => reason === "nothing"))
      return fill(preview, h("p", {}, texts.obstacles.nothing), ...stays);
    fill(
      preview,
      h("p", {}, texts.obstacles.title),
      h("ul", {}, ...obstacles.map((one) => h("li", {}, obstacleText(texts, numbers, one)))),
    );
  };
  /** What stays an error and why, and which charts are to be looked at. */
  const errorsOf = (
    { kept: errors, unreadCharts }: ShareSummary,
    headed: (count: string) => string,
  ): (HTMLElement | false)[] => [
    errors.length > 0 && h("p", {}, headed(numbers.count(errors.length))),
    errors.length > 0 && listOf(errors, ({ place, reader }) => [go(place), ` ${readerText(texts, reader)}`], rest),
    unreadCharts.length > 0 &&
      h(
        "p",
        {},
        texts.unreadCharts(
          firstOf(
            texts,
            numbers,
            unreadCharts.map(({ name, sheet }) => texts.chart(name, sheet)),
          ),
          NOT_AVAILABLE,
        ),
      ),
  ];
  const wordsOf = (tally: Tally) => replacedWords(language, tally, (value) => numbers.count(value));
  const isOne = ({ formulas, missing }: Tally) => formulas + missing === 1;
  const rest = (count: number) => texts.more(numbers.count(count));
  const go = (place: Place) =>
    h(
      "button",
      { class: "link-button", type: "button", onclick: () => void work.run(() => jumpTo(place)) },
      addressOf(place),
    );
  const showKept = (found: KeptFormulas) => {
    canRestore = found.formulas + found.missing > 0;
    fill(
      kept,
      h("p", {}, canRestore ? texts.keptHere(wordsOf(found), isOne(found), found.sheet) : texts.nothingToRestore),
      canRestore && h("p", { class: "quiet" }, found.line),
    );
  };
  const replace = async () => {
    const outcome = await work.run((job) => share(session, scope, new Date(), job, leaveOut));
    if (!outcome) return;
    if (outcome.kind === "refused") {
      canShare = false;
      enable(work.isBusy);
      return showObstacles(outcome.obstacles);
    }
    const { summary, ledger, sources, startupCleared } = outcome;
    fill(details, ...errorsOf(summary, texts.errorsLeft));
    const done = texts.shared(wordsOf(summary), ledger.sheet, sources.sheet);
    await look();
    say({ tone: startupCleared ? "success" : "warning", text: startupCleared ? done : `${done} ${texts.startupLeft}` });
  };
  const bringBack = async () => {
    const outcome = await work.run((job) => restore(session, scope, new Date(), job));
    if (!outcome) return;
    showRestored(outcome);
    if (outcome.kind === "restored") await look();
    say(restoreNotice(outcome));
  };
  const restoreNotice = (outcome: RestoreResult): Notice => {
    if (outcome.kind === "nothing") return { tone: "plain", text: texts.nothingToRestore };
    if (outcome.kind === "refused")
      return {
        tone: "warning",
        text: outcome.reason === "selection" ? texts.obstacles.selection : texts.ledgerProtected(outcome.sheet),
      };
    const isWhole = outcome.left.length + outcome.different.length === 0;
    return {
      tone: isWhole ? "success" : "warning",
      text: outcome.places.length === 0 ? "" : texts.restored(wordsOf(outcome.restored), isOne(outcome.restored)),
    };
  };
  const showRestored = (outcome: RestoreResult) => {
    if (outcome.kind !== "restored") return fill(details);
    const { left, different } = outcome;
    const stayed = tallyOf(left.map(({ shared }) => shared));
    fill(
      details,
      left.length > 0 && h("p", {}, texts.left(wordsOf(stayed), isOne(stayed))),
      left.length > 0 &&
        listOf(
          left,
          ({ shared, reason }) => [`${shared.sheet}, ${cellsOf(shared.area)}: ${texts.leftReasons[reason]}`],
          rest,
        ),
      different.length > 0 && h("p", {}, texts.different(numbers.count(different.length))),
      different.length > 0 && listOf(different, (place) => [go(place)], rest),
    );
  };
  const stop = workbook?.onSelectionChange(
    () => void (scope === "selection" && !element.closest("[hidden]") && look()),
  );

  const element = h(
    "section",
    { class: "view share-view", "aria-label": texts.title },
    title,
    h("p", {}, texts.intro),
    workbook ? h("div", { class: "share-scope" }, choice.element) : h("p", { class: "quiet" }, texts.notInExcel),
    preview,
    work.element,
    workbook && h("div", { class: "share-buttons" }, shareButton),
    noticeRow,
    details,
    workbook &&
      h(
        "div",
        { class: "share-restore" },
        h("h2", {}, texts.restoreTitle),
        h("p", { class: "quiet" }, texts.restoreIntro),
        kept,
        restoreButton,
      ),
  );
  return {
    element,
    focus: () => title.focus(),
    look: () => work.inTurn(look),
    dispose: () => {
      stop?.();
      work.cancel();
    },
  };
}
