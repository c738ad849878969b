import type { Audit } from "../../../sheets/audit/audit";
import type { AuditEntry } from "../../../sheets/audit/entry";
import { addressOf } from "../../../sheets/notation/place";
import type { SheetRefusal } from "../../../sheets/own-sheet/plan";
import type { Unrepaired } from "../../../sheets/repair";
import { auditWorkbook } from "../../../workbook/audit/audit";
import { exportAudit } from "../../../workbook/audit/export";
import { jumpTo } from "../../../workbook/audit/jump";
import { repair } from "../../../workbook/repair";
import { writeSources } from "../../../workbook/sources/update";
import type { PaneContext } from "../../context/pane-context";
import type { Notice } from "../../insert/notice";
import { fill, h, setHidden } from "../../widgets/dom";
import { listOf } from "../progress/list-of";
import { running, runningTexts } from "../progress/running";
import { entryList } from "./entry-list";
import { entryRow } from "./entry-row";
import { filters } from "./filters";
import { outdating } from "./outdating";
import { auditViewTexts } from "./texts";

export interface AuditView {
  readonly element: HTMLElement;
  focus(): void;
  /** Checks the workbook, when that was not done yet or something was changed since. */
  begin(): void;
  /** Both wait for what runs. */
  writeSources(): void;
  repair(): void;
  dispose(): void;
}

/** What a workbook asks Orebook, with what can be done about it as a whole: a sheet of sources, a sheet of the audit, repair. */
export function auditView(context: PaneContext, namespace: string): AuditView {
  const { session, numbers, language } = context;
  const texts = auditViewTexts(language);
  let audit: Audit | undefined;

  const notice = h("span", { class: "notice-text" });
  const noticeRow = h("div", { class: "notice audit-notice", role: "status", hidden: true }, notice);
  const say = ({ tone, text }: Notice) => {
    noticeRow.dataset["tone"] = tone;
    noticeRow.hidden = text === "";
    notice.textContent = text;
  };
  const work = running(runningTexts(language), {
    say,
    busy: (isBusy) => buttons.forEach((button) => button.toggleAttribute("disabled-focusable", isBusy)),
  });
  const action = (text: string, act: () => Promise<void>, appearance?: string) =>
    h("fluent-button", { appearance, onclick: () => void act() }, text);

  const check = async () => {
    const found = await work.run((job) => since.look(() => auditWorkbook(session, job)));
    if (!found) return;
    audit = found;
    say({ tone: "plain", text: "" });
    show();
    showLeft([]);
  };
  const show = () => {
    const entries = audit?.entries ?? [];
    const count = (kind: AuditEntry["kind"]) => numbers.count(entries.filter((entry) => entry.kind === kind).length);
    const sheets = numbers.count(new Set(entries.map(({ place }) => place.sheetId)).size);
    summary.textContent = entries.length === 0 ? texts.none : texts.summary(count("formula"), count("table"), sheets);
    checkButton.textContent = texts.checkAgain;
    chosen.offer(entries);
    list.show(chosen.chosen(entries));
    const broken = entries.filter(({ state }) => state === "unrecognised").length;
    setHidden(brokenRow, broken === 0, title);
    brokenText.textContent = texts.broken(numbers.count(broken));
  };
  const jump = async ({ place }: AuditEntry) => {
    const outcome = await work.run(() => jumpTo(place));
    if (outcome === "hidden" || outcome === "gone") say({ tone: "warning", text: texts[outcome](place.sheet) });
  };
  const refused = (refusal: SheetRefusal) =>
    say({ tone: "warning", text: texts.refusals[refusal.reason]("sheet" in refusal ? refusal.sheet : "") });
  const exportSheet = async () => {
    if (!audit) await check();
    const outcome = audit && (await work.run(() => exportAudit(session, audit!, new Date())));
    if (outcome?.kind === "refused") refused(outcome.refusal);
    else if (outcome) {
      say({ tone: "success", text: texts.exported(outcome.place.sheet) });
      await work.run(() => jumpTo({ ...outcome.place, rows: 1, columns: 1 }));
    }
  };
  const sources = async () => {
    const outcome = await work.run((job) => writeSources(session, new Date(), job));
    if (!outcome) return;
    if (outcome.kind === "refused") return refused(outcome.refusal);
    if (outcome.kind === "nothing") return say({ tone: "plain", text: texts.noSources });
    const { place, leftBehind } = outcome;
    say({
      tone: "success",
      text:
        leftBehind === undefined
          ? texts.sourcesWritten(numbers.count(outcome.sources), place.sheet)
          : texts.sourcesMoved(place.sheet, leftBehind),
    });
    await work.run(() => jumpTo({ ...place, rows: 1, columns: 1 }));
  };
  const repairAll = async () => {
    const outcome = await work.run((job) => repair(namespace, job));
    if (!outcome) return;
    if (outcome.kind === "nothing") return say({ tone: "plain", text: texts.nothingToRepair });
    const { places, names, left } = outcome;
    if (audit) await check();
    showLeft(left);
    const entered = places.length + names.length;
    say({
      tone: left.length > 0 ? "warning" : "success",
      text: entered > 0 ? texts.repaired(numbers.count(entered)) : "",
    });
  };
  const showLeft = (left: readonly Unrepaired[]) => {
    const line = ({ place, reason }: Unrepaired) => [
      h(
        "button",
        { class: "link-button", type: "button", onclick: () => void work.run(() => jumpTo(place)) },
        addressOf(place),
      ),
      ` ${texts.leftReasons[reason]}`,
    ];
    // The list says more.
    if (left.length > 0) setHidden(brokenRow, true, title);
    fill(
      leftList,
      ...(left.length > 0
        ? [
            h("p", {}, texts.left(numbers.count(left.length))),
            listOf(left, line, (count) => texts.more(numbers.count(count))),
          ]
        : []),
    );
  };

  const since = outdating(
    () => audit?.entries.some(({ state }) => state === "notCalculated") === true,
    (isTold) => setHidden(outdatedRow, !isTold, title),
  );
  const begin = async () => {
    if (!audit || since.isOutdated) await check();
  };

  const title = h("h1", { tabindex: -1 }, texts.title);
  const summary = h("p", { class: "audit-summary", role: "status" }, texts.intro);
  const checkButton = action(texts.check, check, "primary");
  const buttons = [
    checkButton,
    action(texts.repair, repairAll),
    action(texts.sources, sources),
    action(texts.export, exportSheet),
  ];
  const brokenText = h("p", {});
  const brokenRow = h(
    "div",
    { class: "audit-broken", hidden: true },
    brokenText,
    h("button", { class: "link-button", type: "button", onclick: () => void repairAll() }, texts.repair),
  );
  const outdatedRow = h(
    "div",
    { class: "audit-outdated", role: "status", hidden: true },
    h("p", {}, texts.outdated),
    h("button", { class: "link-button", type: "button", onclick: () => void check() }, texts.checkAgain),
  );
  const leftList = h("div", { class: "audit-left" });
  const chosen = filters(
    texts,
    (value) => numbers.count(value),
    () => list.show(chosen.chosen(audit?.entries ?? [])),
  );
  const list = entryList(texts.list, (entry) => entryRow(context, texts, entry, new Date(), (one) => void jump(one)));
  const inExcel = context.workbook !== undefined;
  const element = h(
    "section",
    { class: "view audit-view", "aria-label": texts.title },
    h(
      "div",
      { class: "audit-head" },
      title,
      summary,
      inExcel ? h("div", { class: "audit-buttons" }, ...buttons) : h("p", { class: "quiet" }, texts.notInExcel),
      work.element,
      noticeRow,
      outdatedRow,
      brokenRow,
      leftList,
      chosen.element,
    ),
    list.element,
  );
  return {
    element,
    focus: () => title.focus(),
    begin: () => inExcel && work.inTurn(begin),
    writeSources: () => work.inTurn(sources),
    repair: () => work.inTurn(repairAll),
    dispose: () => {
      work.cancel();
      since.stop();
    },
  };
}
