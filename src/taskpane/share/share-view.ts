import { addressOf, cellsOf, type Place } from "../../workbook";
import { jumpTo } from "../../workbook/audit";
import { inspectShare, NOT_AVAILABLE, restore, share, type KeptFormulas, type RestoreResult, type ScopeKind, type ShareObstacle, type ShareSummary } from "../../workbook/share";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import type { Notice } from "../insert/notice";
import { segments } from "../segments";
import { running } from "./running";
import { runningTexts } from "./running-texts";
import { shareViewTexts } from "./texts";
import { listOf } from "./list-of";
import { firstOf, obstacleText } from "./words";

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
  const shareButton = h("fluent-button", { appearance: "primary", disabled: true, onclick: () => void replace() }, texts.share);
  const restoreButton = h("fluent-button", { disabled: true, onclick: () => void bringBack() }, texts.restore);
  const choice = segments(texts.scope, SCOPES.map((value) => ({ value, text: texts.scopes[value] })), scope, (chosen) => {
    scope = chosen;
    void look();
  });
  let canShare = false;
  let canRestore = false;
  const enable = (isBusy: boolean) => {
    shareButton.toggleAttribute("disabled", isBusy || !canShare);
    restoreButton.toggleAttribute("disabled", isBusy || !canRestore);
    element.setAttribute("aria-busy", String(isBusy));
  };

  const look = async () => {
    if (!workbook) return;
    const wanted = scope;
    const found = await work.run((job) => inspectShare(session, wanted, new Date(), job));
    if (found) {
      showKept(found.kept);
      showPlan(found.summary, found.obstacles);
    }
    // Another scope may have been chosen meanwhile.
    if (wanted !== scope) await look();
  };
  const showPlan = (summary: ShareSummary, obstacles: readonly ShareObstacle[]) => {
    canShare = obstacles.length === 0;
    enable(work.isBusy);
    const { formulas, cells, sheets, told, kept: keeping } = summary;
    if (obstacles.every(({ reason }) => reason === "nothing") && !canShare) return fill(preview, h("p", {}, texts.obstacles.nothing));
    if (!canShare) return fill(preview, h("p", {}, texts.obstacles.title), h("ul", {}, ...obstacles.map((one) => h("li", {}, obstacleText(texts, numbers, one)))));
    const lines = [
      texts.will(numbers.count(formulas), numbers.count(cells), firstOf(texts, numbers, sheets)),
      told.length > 0 && texts.told(numbers.count(told.length), NOT_AVAILABLE),
      keeping.length > 0 && texts.errorsKept(numbers.count(keeping.length)),
    ];
    fill(preview, ...lines.map((line) => line && h("p", {}, line)), h("p", { class: "quiet" }, texts.kept));
  };
  const showKept = ({ formulas, sheet, line }: KeptFormulas) => {
    canRestore = formulas > 0;
    fill(kept, h("p", {}, canRestore ? texts.keptHere(numbers.count(formulas), sheet) : texts.nothingToRestore), canRestore && h("p", { class: "quiet" }, line));
  };
  const replace = async () => {
    const outcome = await work.run((job) => share(session, scope, new Date(), job));
    if (!outcome) return;
    if (outcome.kind === "refused") return showPlan({ formulas: 0, cells: 0, sheets: [], told: [], kept: [] }, outcome.obstacles);
    const { summary, ledger, sources, startupCleared } = outcome;
    fill(details);
    const done = texts.shared(numbers.count(summary.formulas), ledger.sheet, sources.sheet);
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
    if (outcome.kind === "refused") return { tone: "warning", text: outcome.reason === "selection" ? texts.obstacles.selection : texts.ledgerProtected(outcome.sheet) };
    const isWhole = outcome.left.length + outcome.different.length === 0;
    return { tone: isWhole ? "success" : "warning", text: texts.restored(numbers.count(outcome.places.length)) };
  };
  const showRestored = (outcome: RestoreResult) => {
    if (outcome.kind !== "restored") return fill(details);
    const { left, different } = outcome;
    const rest = (count: number) => texts.more(numbers.count(count));
    const go = (place: Place) => h("button", { class: "link-button", type: "button", onclick: () => void work.run(() => jumpTo(place)) }, addressOf(place));
    fill(
      details,
      left.length > 0 && h("p", {}, texts.left(numbers.count(left.length))),
      left.length > 0 && listOf(left, ({ shared, reason }) => [`${shared.sheet}, ${cellsOf(shared.area)}: ${texts.leftReasons[reason]}`], rest),
      different.length > 0 && h("p", {}, texts.different(numbers.count(different.length))),
      different.length > 0 && listOf(different, (place) => [go(place)], rest),
    );
  };
  const stop = workbook?.onSelectionChange(() => void (scope === "selection" && !element.closest("[hidden]") && look()));

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
    workbook && h("div", { class: "share-restore" }, h("h2", {}, texts.restoreTitle), h("p", { class: "quiet" }, texts.restoreIntro), kept, restoreButton),
  );
  return {
    element,
    focus: () => title.focus(),
    look: () => void look(),
    dispose: () => {
      stop?.();
      work.cancel();
    },
  };
}
