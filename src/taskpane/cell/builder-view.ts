import type { FunctionDefinition } from "../../functions";
import { formulaText } from "../../functions/calls/call";
import { callsIn } from "../../sheets/formula/calls";
import { ArgumentField, takeFrom } from "../builder/argument-field";
import { builtCall, callOn, refersTo, type ArgumentTexts, type BuiltCall } from "../builder/built-call";
import { CellWatch, heldWords } from "../builder/cell-watch";
import { rememberedChoices } from "../builder/choices";
import { formulaBlock, resultLine, resultView } from "../builder/result";
import { builderTexts, type BuilderTexts } from "../builder/texts";
import { argumentTexts } from "../builder/typed";
import { waysOn, type WayOn } from "../builder/ways-on";
import type { PaneContext } from "../context/pane-context";
import { insertControls, onInsertKey, type InsertControls } from "../insert/insert-controls";
import { previewLines, type PreviewLines } from "../insert/preview-lines";
import { backButton, linkButton } from "../widgets/buttons";
import { fill, h } from "../widgets/dom";
import { externalLink } from "../widgets/external-link";
import { wayRow } from "./ways-on-part";

/** One function: a field for each argument, what it answers with them, and the formula on its way into a cell. */
export class BuilderView {
  readonly element: HTMLElement;
  private readonly words: BuilderTexts;
  private readonly typed: Record<string, string>;
  private readonly watch: CellWatch;
  private readonly entries;
  private readonly fields: readonly ArgumentField[];
  private readonly preview: PreviewLines;
  private readonly said = h("div.table-live");
  private readonly controls: InsertControls;
  private readonly more: HTMLDetailsElement;
  private built!: BuiltCall;

  constructor(
    private readonly context: PaneContext,
    readonly definition: FunctionDefinition,
    before: ArgumentTexts,
    back: () => void,
  ) {
    this.words = builderTexts[context.language];
    this.typed = { ...before };
    this.entries = Object.entries(definition.parameters);
    this.watch = new CellWatch(context, () => this.renew());
    this.fields = this.fieldsBuilt();
    this.more = this.optionalPart();
    this.controls = insertControls(context, { looked: (at) => this.watch.looked(at, this.built.call) });
    this.preview = previewLines(context, () => this.shownFormula(), this.controls.say);
    const panel = this.controls.panel((toggle) => [h("div.preview", this.preview.element, this.preview.copy, toggle)]);
    this.element = h(
      "section.view.series-view",
      { "aria-label": context.nameOf(definition.id), onkeydown: onInsertKey(this.controls) },
      this.contentBuilt(back),
      panel,
    );
    this.renew();
  }

  texts(): ArgumentTexts {
    return { ...this.typed };
  }

  /** Moves the focus to the first argument. */
  focus(): void {
    this.fields[0]!.input.focus();
  }

  shown(): void {
    this.controls.look();
  }

  dispose(): void {
    this.controls.dispose();
  }

  private fieldsBuilt(): ArgumentField[] {
    const { context, definition, watch, typed } = this;
    const choices = rememberedChoices(context, definition);
    const said = context.texts.functions(definition).parameters;
    return this.entries.map(
      ([argument, parameter]) =>
        new ArgumentField(context, argument, { ...parameter, ...said[argument] }, typed[argument] ?? "", {
          choices: (text) => [
            ...watch.choices(definition, argument, this.built.values),
            ...choices(argument, this.built.values, text),
          ],
          changed: (text) => {
            typed[argument] = text;
            this.renew();
          },
          take: takeFrom(context.workbook, parameter.matrix === true),
        }),
    );
  }

  private elementsOf(isOptional: boolean): HTMLElement[] {
    return this.fields.filter((_, i) => this.entries[i]![1].optional === isOptional).map(({ element }) => element);
  }

  private optionalPart(): HTMLDetailsElement {
    const optional = this.elementsOf(true);
    const open = this.isOptionalGiven() || optional.length === this.fields.length;
    const summary = h("summary", { tabindex: 0 }, this.words.optional(optional.length));
    return h("details.more-arguments", { open }, summary, ...optional);
  }

  private isOptionalGiven(): boolean {
    return this.entries.some(([argument, { optional }]) => optional && (this.typed[argument] ?? "") !== "");
  }

  private contentBuilt(back: () => void): HTMLElement {
    const { context, definition, words } = this;
    const { language, texts } = context;
    const said = texts.functions(definition);
    const required = this.elementsOf(false);
    const examples = definition.examples.map(({ formula }, i) =>
      h(
        "li",
        linkButton(said.examples[i]!, () => this.begin(formula)),
      ),
    );
    const guide = `help/${language === "zh" ? "zh/" : ""}${definition.id.toLowerCase()}.html`;
    return h(
      "div.series-content",
      h("div.back-row", backButton(words.all, back)),
      h("h1", h("code", context.nameOf(definition.id))),
      h("p.quiet", said.summary),
      h("div.arguments", ...required, required.length < this.fields.length && this.more),
      this.said,
      h("details", h("summary", { tabindex: 0 }, words.examples), h("ul.examples", ...examples)),
      externalLink(context, guide, words.guide, true),
    );
  }

  private shownFormula(): string {
    const { culture, nameOf } = this.context;
    return formulaText(callOn(this.built.call, this.watch.sheet), culture.list, nameOf);
  }

  private renew(): void {
    const { context, definition, watch } = this;
    this.built = builtCall(context, definition, this.typed, watch.cells);
    const { call, result, faults, isWhole } = this.built;
    this.fields.forEach((field, i) => field.show(faults[i], heldWords(context, call.args[i], watch.cells)));
    this.preview.show(this.shownFormula(), this.lineOfResult());
    // A word that is not yet finished is not wrong.
    const isUnfinished = this.fields.some((field, i) => field.isTyping() && faults[i] !== undefined);
    fill(this.said, ...(isUnfinished ? [] : [resultView(context, result), this.waysPart()]));
    const written = formulaText(callOn(call, watch.sheet), ",", context.nameOf);
    this.controls.plan(
      isWhole ? { block: formulaBlock(written, result), reads: (place) => refersTo(call, place) } : undefined,
      context.texts.insert.insertFormula,
    );
    watch.follow(call);
  }

  private lineOfResult(): string {
    const { missing, result } = this.built;
    if (missing.length > 0) return this.words.missing(missing.join(this.context.texts.comma));
    return result.kind === "unknown" ? this.words.onlyExcel : resultLine(this.context, result);
  }

  /** Where there is no answer: the questions near this one that have one. */
  private waysPart(): HTMLElement | undefined {
    const { context, definition, built } = this;
    const ways = built.result.kind === "error" ? waysOn(context, definition, built.values) : [];
    if (ways.length === 0) return undefined;
    const take = ({ position, word }: WayOn) => this.fields[position]!.set(String(word));
    const buttons = ways.map((way) => wayRow(way, () => take(way)));
    const title = context.texts.cell.waysOn;
    return h("section.ways", h("h2", title), h("ul.choices", ...buttons));
  }

  /** Puts an example's arguments into the fields. */
  private begin(example: string): void {
    const given = callsIn(example)[0]!.args.map(({ text }) => text);
    Object.assign(this.typed, argumentTexts(this.definition, given));
    this.entries.forEach(([argument], i) => (this.fields[i]!.input.value = this.typed[argument]!));
    this.more.open ||= this.isOptionalGiven();
    this.renew();
    this.focus();
  }
}
