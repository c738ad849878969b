import { FactTracer } from "../../sheets/audit/trace";
import { comparePeriods } from "../../dataset/period";
import { createCaller, FunctionError, type FunctionDefinition } from "../../functions";
import { enumValues } from "../../functions/reading/enums";
import { periodCell } from "../../query/period/period";
import type { Value } from "../../sheets/formula/value";
import type { PaneContext } from "../context/pane-context";
import type { Choice } from "../widgets/combo-box";
import { seriesWords } from "../words/series-words";
import { readEach } from "./check";

const SERIES_SHOWN = 20;

/** The lists that name a metal or what is made of one. */
export const ITEMS: ReadonlySet<string | undefined> = new Set(["metals", "products"]);

/** A function that is asked, with its arguments as Excel would hand them over. */
export interface Asked {
  readonly context: PaneContext;
  readonly definition: FunctionDefinition;
  readonly values: readonly Value[];
}

/**
 * The words an argument can have, those first that lead to an answer beside the other arguments. `text`: what is typed so far, for lists that are searched.
 */
function choicesFor(asked: Asked, name: string, text: string): Choice[] {
  const { context, definition, values } = asked;
  const parameter = definition.parameters[name]!;
  const { session, search, language } = context;
  if (parameter.takes === "series") {
    return search.search(text, SERIES_SHOWN).map(({ series }) => {
      const { title, details } = seriesWords(session.dataset, series, language);
      return { word: series.id, label: series.id, hint: [title, ...details].join(context.texts.comma) };
    });
  }
  const position = Object.keys(definition.parameters).indexOf(name);
  const answers = (word: string | number) => isAnswered(context, definition, valuesWith(values, position, word));
  if (parameter.takes === "period") {
    const periods = periodsOf(asked);
    const answered = definition.spills ? periods : periods.filter((period) => answers(periodCell(period)));
    return (answered.length > 0 ? answered : periods).map((period) => ({ word: period, label: period, hint: "" }));
  }
  if (!parameter.enum) return [];
  const words = enumValues(parameter.enum, session.dataset, session.words, language).map(
    ({ word, label, tooltip }) => ({ word, label, hint: tooltip }),
  );
  if (definition.spills || isIncomplete(definition, values, position)) return words;
  const answered = words.flatMap((word) => {
    const periods = answers(word.word) && periodsTold(context, definition, valuesWith(values, position, word.word));
    return periods === false ? [] : [{ ...word, hint: [word.hint, periods].filter(Boolean).join(context.texts.comma) }];
  });
  // What has no figure is no choice, unless nothing has.
  return answered.length > 0 ? answered : words;
}

export function valuesWith(values: readonly Value[], position: number, other: Value): Value[] {
  return values.map((value, i) => (i === position ? other : value));
}

/** From when to when the series has figures that answers a call; "" where several do. */
function periodsTold({ session, reader }: PaneContext, { id }: FunctionDefinition, args: readonly Value[]): string {
  const series = new Set(new FactTracer(session).trace(id, args).figures.map((figure) => figure.series));
  const periods = series.size === 1 ? reader.view.periods([...series][0]!) : [];
  return periods.length > 1 ? `${periods[0]} – ${periods.at(-1)}` : "";
}

/** The same, asked anew only when another argument has changed: most are asked for at every letter that is typed. */
export function rememberedChoices(context: PaneContext, definition: FunctionDefinition) {
  const known = new Map<string, { readonly others: string; readonly choices: Choice[] }>();
  const names = Object.keys(definition.parameters);
  return (name: string, values: readonly Value[], text: string): Choice[] => {
    const isSearch = definition.parameters[name]!.takes === "series";
    const others = JSON.stringify([values.filter((_, i) => names[i] !== name), isSearch && text]);
    const before = known.get(name);
    if (before?.others === others) return before.choices;
    const choices = choicesFor({ context, definition, values }, name, text);
    known.set(name, { others, choices });
    return choices;
  };
}

/** Every period with a figure of the items that are named, the last one first; of all items where none is. */
export function periodsOf({ context, definition, values }: Asked): string[] {
  const { session, reader } = context;
  const { view } = reader;
  const { read } = readEach(definition, values, session);
  const items = session.dataset.codes("items");
  const named = Object.values(read).filter((value) => typeof value === "string" && items.has(value)) as string[];
  const series = view.catalogue.series.filter(({ item }) => named.length === 0 || named.includes(item));
  return [...new Set(series.flatMap((one) => view.periods(one)))].sort((a, b) => comparePeriods(b, a));
}

/** Whether another argument that has to be there is not: then nothing can be asked. */
function isIncomplete({ parameters }: FunctionDefinition, values: readonly Value[], position: number): boolean {
  return Object.values(parameters).some(
    ({ optional }, i) => !optional && i !== position && (values[i] ?? null) === null,
  );
}

export function isAnswered({ session }: PaneContext, { id }: FunctionDefinition, args: readonly Value[]): boolean {
  try {
    createCaller(session).call(id, args);
    return true;
  } catch (error) {
    if (error instanceof FunctionError) return false;
    throw error;
  }
}
