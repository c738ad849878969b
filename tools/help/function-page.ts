import type { Dataset } from "../../src/dataset/dataset";
import type { FunctionDefinition, Parameter } from "../../src/functions/definition";
import { enumValues } from "../../src/functions/reading/enums";
import type { ParameterTexts } from "../../src/functions/locales";
import { TEXTS_OF } from "../../src/functions/locales/all";
import type { Language } from "../../src/query/describe";
import type { Words } from "../../src/query/words/words";
import type { Outcome } from "../eval/engine";
import { helpFile } from "../functions-json/metadata";
import { code, escape, page, spill, table } from "./html";
import en from "./paragraphs/en.json";
import zh from "./paragraphs/zh.json";
import { TEXTS } from "./texts";

/** What a page says beyond the summary, by function. They stand here because the pane, which shows the rest of a definition, has no place for them. */
const PARAGRAPHS: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = { en, zh };

/** What the pages are made from. */
export interface HelpContext {
  readonly dataset: Dataset;
  readonly words: Words;
  readonly language: Language;
  evaluate(formula: string): Promise<Outcome>;
}

/** The most rows of a spill that an example shows, and the most words listed for an argument. */
const ROWS = 6;
const WORDS = 40;

/** How a function is written: METALS.IMPORTS(metal, period, [partner], …). */
export function signature({ id, parameters }: FunctionDefinition): string {
  return `${id}(${Object.entries(parameters)
    .map(([name, { optional }]) => (optional ? `[${name}]` : name))
    .join(", ")})`;
}

/** The help page of one function, its examples computed. */
export async function functionPage(definition: FunctionDefinition, context: HelpContext): Promise<string> {
  const { language, dataset } = context;
  const texts = TEXTS[language];
  const said = TEXTS_OF[language](definition);
  const examples = await Promise.all(
    definition.examples.map(async ({ formula }, i) => ({
      formula,
      says: said.examples[i]!,
      outcome: await context.evaluate(formula),
    })),
  );
  const failures = await Promise.all(
    wrongCalls(definition).map(async (formula) => [code(formula), shown(await context.evaluate(formula))]),
  );
  const main = [
    `      <h1>${escape(definition.id)}</h1>`,
    `      <p>${escape(said.summary)}</p>`,
    `      <p>${code(`=${signature(definition)}`)}</p>`,
    `      <p>${escape(texts.optional)}${definition.spills ? ` ${escape(texts.spills)}` : ""}</p>`,
    ...(PARAGRAPHS[language][definition.id] ?? []).map((paragraph) => `      <p>${escape(paragraph)}</p>`),
    `      <h2>${escape(texts.arguments)}</h2>`,
    table(
      [texts.argument, texts.meaning, texts.whenBlank],
      Object.entries(definition.parameters).map(([name, parameter]) =>
        argumentRow(name, parameter, said.parameters[name]!, context),
      ),
    ),
    `      <h2>${escape(texts.examples)}</h2>`,
    definition.spills
      ? examples
          .map(
            ({ formula, says, outcome }) =>
              `      <h3>${escape(says)}</h3>\n      <p>${code(formula)}</p>\n${block(formula, outcome, language)}`,
          )
          .join("\n")
      : table(
          [texts.formula, texts.gives, texts.says],
          examples.map(({ formula, says, outcome }) => [code(formula), shown(outcome), escape(says)]),
        ),
    `      <p class="quiet">${escape(texts.asOf(dataset.release, dataset.date))}</p>`,
    ...(failures.length > 0
      ? [
          `      <h2>${escape(texts.errors)}</h2>`,
          `      <p>${escape(texts.errorsIntro)}</p>`,
          table([texts.error, texts.reads], failures),
        ]
      : []),
  ].join("\n");
  return page(language, helpFile(definition.id), definition.id, main);
}

function argumentRow(
  name: string,
  parameter: Parameter<unknown>,
  said: ParameterTexts,
  { dataset, words, language }: HelpContext,
): string[] {
  const texts = TEXTS[language];
  const values = parameter.enum ? enumValues(parameter.enum, dataset, words, language) : [];
  const list = values
    .slice(0, WORDS)
    .map(({ word }) => code(word))
    .join(" ");
  const choices =
    values.length > 0
      ? `<details><summary>${escape(texts.words)} (${values.length})</summary>${list}${values.length > WORDS ? " …" : ""}</details>`
      : "";
  return [
    code(name),
    `${escape(said.description)}${choices}`,
    parameter.optional ? escape(said.default ?? "–") : escape(texts.required),
  ];
}

/** Two calls that go wrong as they do for people: a misspelt first word, and nothing at all. */
function wrongCalls({ id, parameters }: FunctionDefinition): string[] {
  const entries = Object.entries(parameters);
  const needed = entries.filter(([, { optional }]) => !optional).length;
  if (needed === 0) return [];
  const misspelt =
    entries[0]![1].enum === "metals"
      ? `=${id}("coper",2024)`
      : entries[0]![1].enum === "indicators"
        ? `=${id}("improts","copper",2024)`
        : undefined;
  return [...(misspelt ? [misspelt] : []), `=${id}()`];
}

/** One value, or an error with its message. */
function shown(outcome: Outcome): string {
  if ("error" in outcome) return `${code(outcome.error)} ${escape(outcome.message)}`;
  return code(String(Array.isArray(outcome.value) ? outcome.value[0]?.[0] : outcome.value));
}

/** The first rows of a spill. */
function block(formula: string, outcome: Outcome, language: Language): string {
  if ("error" in outcome || !Array.isArray(outcome.value)) return `      <p>${shown(outcome)}</p>`;
  const rows = outcome.value.slice(0, ROWS).map((row) => row.map(String));
  const more = outcome.value.length - ROWS;
  const rest = more > 0 ? `\n      <p class="quiet">${escape(TEXTS[language].moreRows(more))}</p>` : "";
  return `${spill(formula, rows)}${rest}`;
}
