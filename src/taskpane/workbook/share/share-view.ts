import type { ShareObstacle } from "../../../sheets/share/plan";
import type { ScopeKind } from "../../../sheets/share/scope";
import { NOT_AVAILABLE } from "../../../sheets/write/content";
import { restore } from "../../../workbook/share/restore";
import { share, inspectShare, type ShareInspection } from "../../../workbook/share/share";
import { latestLook } from "../../context/latest-look";
import type { PaneContext } from "../../context/pane-context";
import type { Section, SectionView } from "../../context/section";
import { check } from "../../insert/check";
import { fluentButton } from "../../widgets/buttons";
import { fill, h } from "../../widgets/dom";
import { segments } from "../../widgets/segments";
import { noticeLine, placeButton } from "../progress/findings";
import { running, runningTexts } from "../progress/running";
import { Teller } from "./teller";
import { shareViewTexts } from "./texts";

/** Values for people without the add-in. What would be replaced is looked at anew whenever the tab comes into sight. */
export const shareSection: Section = {
  id: "share",
  title: ({ sections }) => sections.share,
  open: (context) => new ShareView(context),
};

const SCOPES: readonly ScopeKind[] = ["selection", "sheet", "workbook"];

/** Replacing formulas by values for people without the add-in, and bringing them back. */
export class ShareView implements SectionView {
  readonly element: HTMLElement;
  private readonly texts;
  private readonly work;
  private readonly teller;
  private readonly notice = noticeLine("share-notice");
  private readonly title;
  private readonly preview = h("div.share-preview", { role: "status" });
  private readonly details = h("div.share-details");
  private readonly kept = h("div.share-kept", { role: "status" });
  private readonly shareButton;
  private readonly restoreButton;
  private readonly leaving;
  private readonly look;
  private readonly stop;
  private scope: ScopeKind = "workbook";
  private leaveOut = true;
  private canShare = false;
  private canRestore = false;

  constructor(private readonly context: PaneContext) {
    const { session, language, workbook } = context;
    const texts = (this.texts = shareViewTexts[language]);
    const work = (this.work = running(runningTexts[language], {
      say: this.notice.say,
      busy: (isBusy) => this.enable(isBusy),
    }));
    this.teller = new Teller(texts, context, (place) => placeButton(place, work));
    this.title = h("h1", { tabindex: -1 }, texts.title);
    const off = { disabled: true };
    this.shareButton = fluentButton(texts.share, () => this.replace(), { ...off, appearance: "primary" });
    this.restoreButton = fluentButton(texts.restore, () => this.bringBack(), off);
    this.leaving = check("share", texts.leaveOut(NOT_AVAILABLE), true, (isOn) => (this.leaveOut = isOn));
    // Another scope or other cells may be chosen while it looks.
    this.look = latestLook(
      async () => workbook && work.run((job) => inspectShare(session, this.scope, new Date(), job)),
      (found) => found && this.show(found),
    );
    this.element = h(
      "section.view.share-view",
      { "aria-label": texts.title },
      this.title,
      h("p", texts.intro),
      ...(workbook ? this.parts() : [h("p.quiet", texts.notInExcel)]),
    );
    this.stop = workbook?.onSelectionChange(
      () => void (this.scope === "selection" && !this.element.closest("[hidden]") && this.look()),
    );
  }

  focus(): void {
    this.title.focus();
  }

  shown(): void {
    this.work.inTurn(this.look);
  }

  dispose(): void {
    this.stop?.();
    this.work.cancel();
  }

  /** What there is in Excel. */
  private parts(): HTMLElement[] {
    const { texts } = this;
    const scopes = SCOPES.map((value) => ({ value, text: texts.scopes[value] }));
    const choice = segments(texts.scope, scopes, this.scope, (chosen) => {
      this.scope = chosen;
      void this.look();
    });
    return [
      h("div.share-scope", choice.element),
      this.preview,
      this.work.element,
      h("div.share-buttons", this.shareButton),
      this.notice.element,
      this.details,
      h(
        "div.share-restore",
        h("h2", texts.restoreTitle),
        h("p.quiet", texts.restoreIntro),
        this.kept,
        this.restoreButton,
      ),
    ];
  }

  private enable(isBusy: boolean): void {
    for (const [button, can] of [
      [this.shareButton, this.canShare],
      [this.restoreButton, this.canRestore],
    ] as const) {
      button.toggleAttribute("disabled-focusable", isBusy);
      // What is switched off for good cannot keep the focus.
      if (!can && button === document.activeElement) this.title.focus();
      button.toggleAttribute("disabled", !can);
    }
    this.element.setAttribute("aria-busy", String(isBusy));
  }

  private show({ kept, summary, obstacles }: ShareInspection): void {
    this.canRestore = kept.formulas + kept.missing > 0;
    fill(this.kept, ...this.teller.kept(kept));
    if (obstacles.length > 0) return this.refuse(obstacles, this.teller.errors(summary, this.texts.errorsKept));
    this.canShare = true;
    this.enable(this.work.isBusy);
    fill(this.preview, ...this.teller.plan(summary, this.leaving));
  }

  private refuse(obstacles: readonly ShareObstacle[], stays?: (HTMLElement | false)[]): void {
    this.canShare = false;
    this.enable(this.work.isBusy);
    fill(this.preview, ...this.teller.obstacles(obstacles, stays));
  }

  private async replace(): Promise<void> {
    const { texts, teller } = this;
    const { session } = this.context;
    const outcome = await this.work.run((job) => share(session, this.scope, new Date(), job, this.leaveOut));
    if (!outcome) return;
    if (outcome.kind === "refused") return this.refuse(outcome.obstacles);
    const { summary, ledger, sources, startupCleared } = outcome;
    fill(this.details, ...teller.errors(summary, texts.errorsLeft));
    const done = texts.shared(teller.words(summary), ledger.sheet, sources.sheet);
    await this.look();
    this.notice.say({
      tone: startupCleared ? "success" : "warning",
      text: startupCleared ? done : `${done} ${texts.startupLeft}`,
    });
  }

  private async bringBack(): Promise<void> {
    const outcome = await this.work.run((job) => restore(this.context.session, this.scope, new Date(), job));
    if (!outcome) return;
    fill(this.details, ...this.teller.restored(outcome));
    if (outcome.kind === "restored") await this.look();
    this.notice.say(this.teller.restoreNotice(outcome));
  }
}
