import { FUNCTIONS } from "../../src/functions";
import { isCellError, type CellError } from "../../src/functions/cells";
import { TEXTS_OF } from "../../src/functions/locales/all";
import { refusalText } from "../../src/functions/messages";
import type { Session } from "../../src/functions/session";
import type { Language } from "../../src/query/describe";
import { fullCitation } from "../../src/query/citation";
import { Refusal } from "../../src/query/refusal";
import { build, mainName, type Recipe, type TableBlock, type TableCell } from "../../src/tables";
import { bullets, code, escape, page, spill, table } from "./html";
import { TEXTS } from "./texts";

/** The most rows that the preview shows. */
const ROWS = 8;

/** As many digits as a cell shows by itself. */
const DIGITS = 10;

const TABLE = FUNCTIONS.find(({ id }) => id === "METALS.TABLE")!;

/** Parameters of METALS.TABLE after the name, in their order. */
const REFINEMENTS = Object.keys(TABLE.parameters).filter((name) => name !== "name");

/** The help page of a table, below help/ or help/zh/. */
export function tableFile({ id }: Recipe): string {
  return `tables/${id}.html`;
}

/** What every table takes, whatever its recipe says. */
const EVERY_TABLE: ReadonlySet<string> = new Set(["as_of", "how"]);

/** How a table is asked for with everything it takes: METALS.TABLE("metal prices",,[from],[to],[unit],[as_of],[how]). */
export function tableSignature(recipe: Recipe): string {
  const places = REFINEMENTS.map((name) => (takes(recipe, name) ? `[${name}]` : ""));
  return `METALS.TABLE(${[`"${mainName(recipe)}"`, ...places].join(",")})`;
}

/** What a table is called in a language. */
export function tableName({ name, name_zh }: Recipe, language: Language): string {
  return language === "zh" ? name_zh : name;
}

/** The help page of one prebuilt table, with its first rows as the data gives them. */
export function tablePage(recipe: Recipe, session: Session): string {
  const { language, dataset } = session;
  const texts = TEXTS[language];
  const block = build(recipe, {}, session);
  const formula = `=METALS.TABLE("${mainName(recipe)}")`;
  const name = tableName(recipe, language);
  const refused = REFINEMENTS.filter((argument) => !takes(recipe, argument));
  const aliases = recipe.aliases ?? [];
  const main = [
    `      <h1>${escape(name)}</h1>`,
    ...(block.title === name ? [] : [`      <p>${escape(block.title)}</p>`]),
    `      <p>${escape(block.unitLine)}</p>`,
    `      <p>${code(formula)}</p>`,
    ...(aliases.length > 0 ? [`      <p>${escape(texts.alsoCalled)} ${aliases.map(code).join(" ")}</p>`] : []),
    `      <h2>${escape(texts.arguments)}</h2>`,
    `      <p>${code(`=${tableSignature(recipe)}`)}</p>`,
    table(
      [texts.argument, texts.meaning, texts.whenBlank],
      REFINEMENTS.filter((argument) => takes(recipe, argument)).map((argument) =>
        argumentRow(argument, recipe, session),
      ),
    ),
    ...(refused.length > 0 ? [`      <p>${escape(texts.notTaken)} ${refused.map(code).join(" ")}</p>`] : []),
    `      <h2>${escape(texts.preview)}</h2>`,
    preview(formula, block, session),
    `      <p class="quiet">${escape(texts.asOf(dataset.release, dataset.date))}</p>`,
    ...(block.notes.length > 0 ? [`      <h2>${escape(texts.notes)}</h2>`, bullets(block.notes)] : []),
    `      <h2>${escape(texts.sources)}</h2>`,
    bullets(
      block.sources.map((source) => `${fullCitation(source)} ${dataset.label("licences", source.licence, language)}`),
    ),
  ].join("\n");
  return page(language, tableFile(recipe), name, main);
}

/** Every table answers as of a date or a data release; the rest is for the recipe to say. */
function takes({ parameters }: Recipe, argument: string): boolean {
  return EVERY_TABLE.has(argument) || argument in parameters;
}

function argumentRow(argument: string, recipe: Recipe, session: Session): string[] {
  const { description } = TEXTS_OF[session.language](TABLE).parameters[argument]!;
  return [code(argument), escape(description), escape(whenBlank(argument, recipe, session))];
}

/** What a blank means: the recipe's own default in the words that a formula takes, or that there is no limit. */
function whenBlank(argument: string, { parameters }: Recipe, { words, language }: Session): string {
  const texts = TEXTS[language];
  if (EVERY_TABLE.has(argument)) return TEXTS_OF[language](TABLE).parameters[argument]!.default ?? "";
  const preset = parameters[argument as keyof Recipe["parameters"]]!;
  if (preset === "") return argument === "item" ? texts.allItems : texts.noLimit;
  if (argument === "item") return words.mainWord("items", preset);
  return preset === "first" ? texts.first : preset === "last" ? texts.last : preset;
}

/** The first rows as METALS.TABLE spills them, and why figures among them are missing. */
function preview(formula: string, { header, rows }: TableBlock, session: Session): string {
  const texts = TEXTS[session.language];
  const shown = rows.slice(0, ROWS).map((row) => row.map((cell) => inCell(cell, session)));
  const reasons = new Set(
    shown
      .flat()
      .filter(isCellError)
      .map(({ error, message }) => `${error} ${message}`),
  );
  const more = rows.length - shown.length;
  return [
    spill(
      formula,
      shown.map((row) => row.map((cell) => (isCellError(cell) ? cell.error : cell))),
      header,
    ),
    ...(more > 0 ? [`      <p class="quiet">${escape(texts.moreRows(more))}</p>`] : []),
    ...(reasons.size > 0 ? [`      <p>${escape(texts.missing)}</p>`, bullets([...reasons])] : []),
  ].join("\n");
}

function inCell({ value }: TableCell, session: Session): string | CellError {
  if (value instanceof Refusal) return { error: value.code, message: refusalText(value, session) };
  return typeof value === "number" ? String(Number(value.toPrecision(DIGITS))) : value;
}
