import type { Observation } from "../../dataset/records";
import { evidence } from "../../query/answer/answer";
import { sideOf } from "../../query/answer/ask";
import { relationOf } from "../../query/derived/relation";
import { isOfItself } from "../../query/derived/share";
import { statedAbsence } from "../../query/answer/unanswered";
import { basesOf, type Filled } from "./cells";
import { askFor, type Context } from "../context";
import { textsIn } from "../texts";

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
  const { remark, qualified, list, allBut } = textsIn(context.session.language);
  const isMixed = isUntold(context, rows);
  const kindsIn = (cell: Filled) => [...kindsOf(context, cell), ...(isMixed ? basisOf(context, cell) : [])];
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
    return [qualified(title, isMost ? allBut(unmarked) : list(marked))];
  };
  return [...kinds].map((kind) =>
    remark(
      kind,
      header.flatMap((title, column) => place(kind, title, column)),
    ),
  );
}

/** Whether the figures stand on several bases and no column says which. */
function isUntold(context: Context, rows: readonly (readonly Filled[])[]): boolean {
  return !context.recipe.columns.some(({ show }) => show === "basis") && basesOf(context, rows.flat()).length > 1;
}

function basisOf(context: Context, cell: Filled): string[] {
  const bases = basesOf(context, [cell]);
  return bases.length === 1 ? bases : [];
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
