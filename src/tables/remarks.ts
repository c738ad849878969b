import type { Observation } from "../dataset/records";
import { evidence } from "../query/answer";
import { statedAbsence } from "../query/unanswered";
import type { Filled } from "./cells";
import { askFor, type Context } from "./context";
import { textsIn } from "./texts";

/** A filled table as far as remarks need it. */
export interface Grid {
  readonly header: readonly string[];
  /** What each row is called. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly Filled[])[];
}

/**
 * What the data says of single figures: bounds, estimates, breaks, doubts. One line for each kind, column by column: a
 * whole one by its header, else with the rows, or with the few that are not meant. Only figures shown as they are: what was computed from them follows.
 */
export function figureRemarks(context: Context, { header, names, rows }: Grid): string[] {
  const { remark, qualified, list, allBut } = textsIn(context.session.language);
  const kinds = new Set(rows.flat().flatMap((cell) => kindsOf(context, shown(cell))));
  const place = (kind: string, title: string, column: number): string[] => {
    const cells = rows.map((row) => row[column]!);
    const bears = ({ figure }: Filled) => figure!.answers.flatMap(evidence).every((observation) => kindsOf(context, observation).includes(kind));
    const marked = names.filter((_, row) => shown(cells[row]!) && bears(cells[row]!));
    const unmarked = names.filter((_, row) => cells[row]!.figure && !bears(cells[row]!));
    if (marked.length === 0) return [];
    if (unmarked.length === 0 && marked.length > 1) return [title];
    const isMost = unmarked.length > 0 && 3 * unmarked.length < marked.length;
    return [qualified(title, isMost ? allBut(unmarked) : list(marked))];
  };
  return [...kinds].map((kind) => remark(kind, header.flatMap((title, column) => place(kind, title, column))));
}

function kindsOf({ session: { dataset, language } }: Context, observation: Observation | undefined): string[] {
  if (!observation) return [];
  const { relation, status, flag, series } = observation;
  const isImplied = series.transformation === "implied";
  return [
    ...(relation === "exact" ? [] : [dataset.label("relations", relation, language)]),
    ...(status === "A" || isImplied ? [] : [dataset.label("statuses", status, language)]),
    ...flag.split(" ").filter(Boolean).map((one) => dataset.label("flags", one, language)),
    ...(isImplied ? [dataset.label("transformations", series.transformation, language)] : []),
  ];
}

/** The one figure of the data that a cell shows, unless it was computed. */
function shown({ figure }: Filled): Observation | undefined {
  return figure?.answers.length === 1 ? figure.answers[0]?.observation : undefined;
}

/** Countries of a ranking for which the data says why there is no figure, by reason. */
export function absentCountries(context: Context): string[] {
  const { reader, session, to } = context;
  const { dataset, language } = session;
  if (!context.recipe.rows.some(({ kind }) => kind === "areas")) return [];
  const byReason = new Map<string, string[]>();
  for (const area of dataset.codes("areas").keys()) {
    const absence = statedAbsence(reader, askFor(context, { reporter: area }), to!);
    if (absence) byReason.set(absence.reason, [...(byReason.get(absence.reason) ?? []), dataset.label("areas", area, language)]);
  }
  const short = (reason: string) => dataset.label("reasons", reason, language).split(/[:：]/)[0]!;
  return [...byReason].map(([reason, areas]) => textsIn(language).remark(short(reason), areas));
}
