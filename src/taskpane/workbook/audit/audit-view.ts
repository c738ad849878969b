import type { Audit } from "../../../sheets/audit/audit";
import type { AuditEntry } from "../../../sheets/audit/entry";
import type { SheetRefusal } from "../../../sheets/own-sheet/plan";
import type { Unrepaired } from "../../../sheets/repair";
import { auditWorkbook, exportAudit } from "../../../workbook/audit/audit";
import { jumpTo } from "../../../workbook/audit/jump";
import { repair } from "../../../workbook/repair";
import { writeSources } from "../../../workbook/sources/update";
import type { PaneContext } from "../../context/pane-context";
import type { Section, SectionView } from "../../context/section";
import { fluentButton, linkButton } from "../../widgets/buttons";
import { fill, h, setHidden } from "../../widgets/dom";
import { listOf, noticeLine, placeButton } from "../progress/findings";
import { running, runningTexts } from "../progress/running";
import { entryList, entryRow } from "./entries";
import { filters } from "./filters";
import { outdating } from "./outdating";
import { auditViewTexts } from "./texts";

/** What the workbook asks Orebook. It is checked when the tab is first chosen. */
export const auditSection: Section = {
  id: "audit",
  title: ({ sections }) => sections.audit,
  open: (context) => new AuditView(context),
};

/** What a workbook asks Orebook, with what can be done about it as a whole: a sheet of sources, a sheet of the audit, repair. */
export class AuditView implements SectionView {
  readonly element: HTMLElement;
  private readonly texts;
  private readonly work;
  private readonly say;
  private readonly title;
  private readonly summary;
  private readonly checkButton;
  private readonly broken;
  private readonly left = h("div.audit-left");
  private readonly filters;
  private readonly list;
  private readonly since;
  private audit: Audit | undefined;

  constructor(private readonly context: PaneContext) {
    const { language, numbers, workbook } = context;
    const texts = (this.texts = auditViewTexts[language]);
    const notice = noticeLine("audit-notice");
    this.say = notice.say;
    this.title = h("h1", { tabindex: -1 }, texts.title);
    this.summary = h("p.audit-summary", { role: "status" }, texts.intro);
    this.checkButton = fluentButton(texts.check, () => this.check(), { appearance: "primary" });
    const buttons = [
      this.checkButton,
      fluentButton(texts.repair, () => this.repair()),
      fluentButton(texts.sources, () => this.writeSources()),
      fluentButton(texts.export, () => this.exportAudit()),
    ];
    this.work = running(runningTexts[language], {
      say: notice.say,
      busy: (isBusy) => buttons.forEach((button) => button.toggleAttribute("disabled-focusable", isBusy)),
    });
    this.broken = warning("audit-broken", "", texts.repair, () => this.repair());
    const outdated = warning("audit-outdated", texts.outdated, texts.checkAgain, () => this.check());
    outdated.setAttribute("role", "status");
    this.since = outdating(
      () => this.audit?.entries.some(({ state }) => state === "notCalculated") === true,
      (isTold) => setHidden(outdated, !isTold, this.title),
    );
    const count = (value: number) => numbers.count(value);
    this.filters = filters(texts, count, () => this.showEntries());
    this.list = entryList(texts.list, (entry) =>
      entryRow(context, texts, entry, new Date(), (one) => void this.jump(one)),
    );
    const head = h(
      "div.audit-head",
      this.title,
      this.summary,
      workbook ? h("div.audit-buttons", ...buttons) : h("p.quiet", texts.notInExcel),
      this.work.element,
      notice.element,
      outdated,
      this.broken,
      this.left,
      this.filters.element,
    );
    this.element = h("section.view.audit-view", { "aria-label": texts.title }, head, this.list.element);
  }

  focus(): void {
    this.title.focus();
  }

  /** Checks the workbook, when that was not done yet or something was changed since. */
  shown(): void {
    if (!this.context.workbook) return;
    this.work.inTurn(async () => {
      if (!this.audit || this.since.isOutdated) await this.check();
    });
  }

  /** Waits for what runs. */
  perform(what: string): void {
    if (what === "sources") this.work.inTurn(() => this.writeSources());
    if (what === "repair") this.work.inTurn(() => this.repair());
  }

  dispose(): void {
    this.work.cancel();
    this.since.stop();
  }

  private async check(): Promise<void> {
    const { session } = this.context;
    const found = await this.work.run((job) => this.since.look(() => auditWorkbook(session, job)));
    if (!found) return;
    this.audit = found;
    this.say({ tone: "plain", text: "" });
    this.show(found);
    this.showLeft([]);
  }

  private show({ entries }: Audit): void {
    const { texts } = this;
    const { numbers } = this.context;
    const count = (kind: AuditEntry["kind"]) => numbers.count(entries.filter((entry) => entry.kind === kind).length);
    const sheets = numbers.count(new Set(entries.map(({ place }) => place.sheetId)).size);
    const summary = entries.length === 0 ? texts.none : texts.summary(count("formula"), count("table"), sheets);
    this.summary.textContent = summary;
    this.checkButton.textContent = texts.checkAgain;
    this.filters.offer(entries);
    this.showEntries();
    const broken = entries.filter(({ state }) => state === "unrecognised").length;
    setHidden(this.broken, broken === 0, this.title);
    this.broken.firstElementChild!.textContent = texts.broken(numbers.count(broken));
  }

  private showEntries(): void {
    this.list.show(this.filters.chosen(this.audit?.entries ?? []));
  }

  private async jump({ place }: AuditEntry): Promise<void> {
    const outcome = await this.work.run(() => jumpTo(place));
    if (outcome === "hidden" || outcome === "gone")
      this.say({ tone: "warning", text: this.texts[outcome](place.sheet) });
  }

  private refused(refusal: SheetRefusal): void {
    const sheet = "sheet" in refusal ? refusal.sheet : "";
    this.say({ tone: "warning", text: this.texts.refusals[refusal.reason](sheet) });
  }

  private async exportAudit(): Promise<void> {
    if (!this.audit) await this.check();
    const { audit, texts, work } = this;
    const outcome = audit && (await work.run(() => exportAudit(this.context.session, audit, new Date())));
    if (outcome?.kind === "refused") this.refused(outcome.refusal);
    else if (outcome) {
      this.say({ tone: "success", text: texts.exported(outcome.place.sheet) });
      await work.run(() => jumpTo({ ...outcome.place, rows: 1, columns: 1 }));
    }
  }

  private async writeSources(): Promise<void> {
    const { texts, work } = this;
    const { session, numbers } = this.context;
    const outcome = await work.run((job) => writeSources(session, new Date(), job));
    if (!outcome) return;
    if (outcome.kind === "refused") return this.refused(outcome.refusal);
    if (outcome.kind === "nothing") return this.say({ tone: "plain", text: texts.noSources });
    const { place, leftBehind } = outcome;
    this.say({
      tone: "success",
      text:
        leftBehind === undefined
          ? texts.sourcesWritten(numbers.count(outcome.sources), place.sheet)
          : texts.sourcesMoved(place.sheet, leftBehind),
    });
    await work.run(() => jumpTo({ ...place, rows: 1, columns: 1 }));
  }

  private async repair(): Promise<void> {
    const { texts } = this;
    const outcome = await this.work.run((job) => repair(namespaceOf(this.context), job));
    if (!outcome) return;
    if (outcome.kind === "nothing") return this.say({ tone: "plain", text: texts.nothingToRepair });
    const { places, names, left } = outcome;
    if (this.audit) await this.check();
    this.showLeft(left);
    const entered = places.length + names.length;
    this.say({
      tone: left.length > 0 ? "warning" : "success",
      text: entered > 0 ? texts.repaired(this.context.numbers.count(entered)) : "",
    });
  }

  private showLeft(left: readonly Unrepaired[]): void {
    if (left.length === 0) return fill(this.left);
    const { texts } = this;
    const count = (value: number) => this.context.numbers.count(value);
    // The list says more.
    setHidden(this.broken, true, this.title);
    fill(
      this.left,
      h("p", texts.left(count(left.length))),
      listOf(
        left,
        ({ place, reason }) => [placeButton(place, this.work), ` ${texts.leftReasons[reason]}`],
        (more) => texts.more(count(more)),
      ),
    );
  }
}

/** Says what is wrong with the workbook, with a way out. */
function warning(kind: string, text: string, wayOut: string, act: () => Promise<void>): HTMLElement {
  return h("div", { class: kind, hidden: true }, h("p", text), linkButton(wayOut, act));
}

/** What a build puts before the names of its functions: "" or, in the namespaced one, `METALS`. */
function namespaceOf({ nameOf }: PaneContext): string {
  const id = "REE.QUOTA";
  return nameOf(id).slice(0, -id.length).replace(/\.$/, "");
}
