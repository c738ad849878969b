import type { Observation } from "../../dataset/records";
import { evidence } from "../../query/answer/answer";
import { sideOf } from "../../query/answer/ask";
import { relationOf } from "../../query/derived/relation";
import { isOfItself } from "../../query/derived/share";
import { statedAbsence } from "../../query/answer/unanswered";
import { basesOf, type Filled } from "./cells";
import { askFor, type Context } from "../context";
import { saysBases } from "../recipe/recipe";
import { textsIn, type Texts } from "../texts";

/** A filled table as far as remarks need it. */
export interface Grid {
  readonly header: readonly string[];
  /** What each row is called. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly Filled[])[];
}

/**
 * What is to be said of single figures: bounds, estimates, breaks, doubts. One line for each kind, column by column: a
 * whole one by its header, else with the rows, or with the few that are not meant.
 */
export function figureRemarks(context: Context, { header, names, rows }: Grid): string[] {
  const { remark, qualified, list, allBut, between } = textsIn(context.session.language);
  const ofRows = (some: readonly string[]) => inSpans(some, names, between);
  const isMixed = isUntold(context, rows);
  const kindsIn = (cell: Filled) => [...kindsOf(context, cell), ...(isMixed ? basesOf(context, [cell]) : [])];
  const kinds = new Set(rows.flat().flatMap(kindsIn));
  const place = (kind: string, title: string, column: number): string[] => {
    const isMarked = (row: number) => kindsIn(rows[row]![column]!).includes(kind);
    const marked = names.filter((_, row) => isMarked(row));
    const unmarked = names.filter(
      (_, row) => rows[row]![column]!.figure && !isMarked(row) && !follows(context, rows[row]![column]!, kind),
    );
    if (marked.length === 0) return [];
    if (unmarked.length === 0 && marked.length > 1) return [title];
    const isMost = unmarked.length > 0 && 3 * unmarked.length < marked.length;
    return [qualified(title, isMost ? allBut(ofRows(unmarked)) : list(ofRows(marked)))];
  };
  return [...kinds].map((kind) =>
    remark(
      kind,
      inSpans(
        header.flatMap((title, column) => place(kind, title, column)),
        header,
        between,
      ),
    ),
  );
}

const PERIOD = /^\d{4}(?:-\S+)?$/;

/** Three periods and more that follow one another as one span. `all`: in which order they do. */
function inSpans(some: readonly string[], all: readonly string[], between: Texts["between"]): string[] {
  const runs: string[][] = [];
  for (const word of some) {
    const before = runs.at(-1)?.at(-1);
    const follows = before !== undefined && PERIOD.test(word) && all.indexOf(word) === all.indexOf(before) + 1;
    if (follows && PERIOD.test(before)) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : (between(run[0], run.at(-1)) ?? run)));
}

/** Whether the figures stand on several bases and no column says which. */
function isUntold(context: Context, rows: readonly (readonly Filled[])[]): boolean {
  return !saysBases(context.recipe) && basesOf(context, rows.flat()).length > 1;
}

/** Of a figure shown as it is, all that the data says; of a computed one, how it bounds the fact. The rest follows from what it was computed from. */
function kindsOf(context: Context, { figure }: Filled): string[] {
  const [answer, ...more] = figure?.answers ?? [];
  if (!answer || more.length > 0) return [];
  if (answer.observation) return kindsOfObservation(context, answer.observation);
  return isOfItself(answer) ? [] : relationKind(context, relationOf(answer));
}

/** Whether everything a figure was computed from is of a kind. */
function follows(context: Context, { figure }: Filled, kind: string): boolean {
  return figure!.answers
    .flatMap(evidence)
    .every((observation) => kindsOfObservation(context, observation).includes(kind));
}

function kindsOfObservation(context: Context, { relation, status, flag, series }: Observation): string[] {
  const { dataset, language } = context.session;
  const isImplied = series.transformation === "implied";
  return [
    ...relationKind(context, relation),
    ...(status === "A" || isImplied ? [] : [dataset.label("statuses", status, language)]),
    ...flag
      .split(" ")
      .filter(Boolean)
      .map((one) => dataset.label("flags", one, language)),
    ...(isImplied ? [dataset.label("transformations", series.transformation, language)] : []),
  ];
}

function relationKind({ session: { dataset, language } }: Context, relation: string): string[] {
  return relation === "exact" ? [] : [dataset.label("relations", relation, language)];
}

/** Countries of a ranking for which the data says why there is no figure, by reason. */
export function absentCountries(context: Context): string[] {
  const { reader, session, to } = context;
  const { dataset, language } = session;
  if (!context.recipe.rows.some(({ kind }) => kind === "areas")) return [];
  const side = sideOf(dataset, context.recipe.question?.indicator ?? "");
  const byReason = new Map<string, string[]>();
  for (const area of dataset.codes("areas").keys()) {
    const absence = statedAbsence(reader, askFor(context, { [side]: area }), to!);
    if (absence)
      byReason.set(absence.reason, [...(byReason.get(absence.reason) ?? []), dataset.label("areas", area, language)]);
  }
  const short = (reason: string) => dataset.label("reasons", reason, language).split(/[:：]/)[0]!;
  return [...byReason].map(([reason, areas]) => textsIn(language).remark(short(reason), areas));
}
