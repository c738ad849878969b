import type { FunctionDefinition } from "../../functions";
import { translate } from "../../functions/locales";
import { callsIn } from "../../sheets/formula/calls";
import { argumentField, type ArgumentField, takeFrom } from "../builder/argument-field";
import { formulaBlock } from "../builder/block";
import { builtCall, callOn, refersTo, type ArgumentTexts, type BuiltCall } from "../builder/built-call";
import { CellWatch, heldWords } from "../builder/cell-watch";
import { rememberedChoices } from "../builder/choices";
import { resultLine, resultView } from "../builder/result";
import { builderTexts } from "../builder/texts";
import { argumentTexts } from "../builder/typed";
import type { PaneContext } from "../context/pane-context";
import { formulaText } from "../../functions/calls/call";
import { insertControls } from "../insert/insert-controls";
import { copyText } from "../widgets/clipboard";
import { fill, h } from "../widgets/dom";
import { externalLink } from "../widgets/external-link";
import { iconOf } from "../widgets/icons";
import { formulaParts } from "../words/cell-text";

export interface BuilderView {
  readonly element: HTMLElement;
  readonly definition: FunctionDefinition;
  texts(): ArgumentTexts;
  /** Moves the focus to the first argument. */
  focus(): void;
  shown(): void;
  dispose(): void;
}

/** One function: a field for each argument, what it answers with them, and the formula on its way into a cell. */
export function builderView(
  context: PaneContext,
  definition: FunctionDefinition,
  before: ArgumentTexts,
  back: () => void,
): BuilderView {
  const {
    texts: { insert: words },
    language,
    culture,
    nameOf,
    workbook,
  } = context;
  const texts = builderTexts(language);
  const typed: Record<string, string> = { ...before };
  let built: BuiltCall;

  const choices = rememberedChoices(context, definition);
  const watch = new CellWatch(context, () => renew());
  const name = nameOf(definition.id);
  const heading = h("h1", {}, h("code", {}, name));
  const formula = h("code", {
    class: "preview-content",
    tabindex: 0,
    role: "textbox",
    "aria-readonly": "true",
    "aria-label": words.preview,
  });
  const line = h("span", { class: "preview-result", role: "status" });
  const copy = h(
    "fluent-button",
    {
      appearance: "subtle",
      "icon-only": true,
      size: "small",
      "aria-label": words.copyFormula,
      title: words.copyFormula,
    },
    iconOf("copy"),
  );
  const said = h("div", { class: "table-live" });
  const controls = insertControls(context, { looked: (at) => watch.looked(at, built.call) });

  const entries = Object.entries(definition.parameters);
  const fields = entries.map(([argument, parameter]): ArgumentField =>
    argumentField(context, argument, parameter, typed[argument] ?? "", {
      choices: (text) => [
        ...watch.choices(definition, argument, built.values),
        ...choices(argument, built.values, text),
      ],
      changed: (text) => {
        typed[argument] = text;
        renew();
      },
      take: takeFrom(workbook, parameter.matrix === true),
    }),
  );
  const elementsOf = (isOptional: boolean) =>
    fields.filter((_, i) => entries[i]![1].optional === isOptional).map(({ element: field }) => field);
  const optional = elementsOf(true);
  const isAnyGiven = entries.some(([argument, parameter]) => parameter.optional && (typed[argument] ?? "") !== "");
  const more = h(
    "details",
    { class: "more-arguments", open: isAnyGiven || elementsOf(false).length === 0 },
    h("summary", { tabindex: 0 }, texts.optional(optional.length)),
    ...optional,
  );
  const examples = definition.examples.map((example) =>
    h(
      "li",
      {},
      h(
        "button",
        { class: "link-button", type: "button", onclick: () => begin(example.formula) },
        translate(example.says, language),
      ),
    ),
  );
  const guide = `help/${language === "zh" ? "zh/" : ""}${definition.id.toLowerCase()}.html`;
  const content = h(
    "div",
    { class: "series-content" },
    h(
      "div",
      { class: "back-row" },
      h("button", { class: "back-button", type: "button", onclick: back }, iconOf("back"), texts.all),
    ),
    heading,
    h("p", { class: "quiet" }, translate(definition.summary, language)),
    h("div", { class: "arguments" }, ...elementsOf(false), optional.length > 0 && more),
    said,
    h("details", {}, h("summary", { tabindex: 0 }, texts.examples), h("ul", { class: "examples" }, ...examples)),
    externalLink(context, guide, texts.guide, true),
  );
  const panel = controls.panel((toggle) => [
    h("div", { class: "preview" }, h("div", { class: "preview-lines" }, formula, line), copy, toggle),
  ]);
  const element = h(
    "section",
    { class: "view series-view", "aria-label": name, onkeydown: (event: KeyboardEvent) => insertByKey(event) },
    content,
    panel,
  );

  const shownFormula = () => formulaText(callOn(built.call, watch.sheet), culture.list, nameOf);
  const renew = () => {
    built = builtCall(context, definition, typed, watch.cells);
    const { call, missing, result, faults, isWhole } = built;
    fields.forEach((field, i) => field.show(faults[i], heldWords(context, call.args[i], watch.cells)));
    const parts = formulaParts(shownFormula(), culture.list);
    fill(formula, ...parts.flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part])));
    line.textContent =
      missing.length > 0
        ? texts.missing(missing.join(context.texts.comma))
        : result.kind === "unknown"
          ? texts.onlyExcel
          : resultLine(context, result);
    fill(said, resultView(context, result));
    const written = formulaText(callOn(call, watch.sheet), ",", nameOf);
    controls.plan(
      isWhole ? { block: formulaBlock(written, result), reads: (place) => refersTo(call, place) } : undefined,
      words.insertFormula,
    );
    watch.follow(call);
  };
  /** Puts an example's arguments into the fields. */
  const begin = (example: string) => {
    Object.assign(
      typed,
      argumentTexts(
        definition,
        callsIn(example)[0]!.args.map(({ text }) => text),
      ),
    );
    entries.forEach(([argument], i) => (fields[i]!.input.value = typed[argument]!));
    more.open = more.open || entries.some(([argument, parameter]) => parameter.optional && typed[argument] !== "");
    renew();
    fields[0]!.input.focus();
  };
  const insertByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    controls.insert();
  };
  copy.addEventListener("click", async () => {
    const isCopied = await copyText(shownFormula());
    controls.say({ tone: isCopied ? "success" : "warning", text: isCopied ? words.copied : words.notCopied });
  });
  renew();
  return {
    element,
    definition,
    texts: () => ({ ...typed }),
    focus: () => fields[0]!.input.focus(),
    shown: controls.look,
    dispose: controls.dispose,
  };
}
