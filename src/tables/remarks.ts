import type { Observation } from "../dataset/records";
import { statedAbsence } from "../query/unanswered";
import type { Filled } from "./cells";
import { askFor, type Context } from "./context";
import { textsIn, type Texts } from "./texts";

/** A filled table as far as remarks need it. */
export interface Grid {
  readonly header: readonly string[];
  /** What each row is called. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly Filled[])[];
}

/**
 * What the data says of single figures: bounds, estimates, breaks, doubts. One line for each kind, naming the cells; a
 * whole column or row is named once. Only figures shown as they are: what was computed from them follows from them.
 */
export function figureRemarks(context: Context, grid: Grid): string[] {
  const texts = textsIn(context.session.language);
  const kinds = new Map<string, Set<string>>();
  grid.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      for (const kind of kindsOf(context, cell)) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(`${row},${column}`));
    }),
  );
  return [...kinds].map(([kind, marked]) => texts.remark(kind, cellNames(grid, marked, texts)));
}

function kindsOf({ session: { dataset, language } }: Context, cell: Filled): string[] {
  const observation = shown(cell);
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

/** Column by column: a whole one by its header, else the header with the rows. */
function cellNames({ header, names, rows }: Grid, marked: ReadonlySet<string>, { qualified, list }: Texts): string[] {
  return header.flatMap((title, column) => {
    const present = names.flatMap((name, row) => (shown(rows[row]![column]!) ? [{ name, isMarked: marked.has(`${row},${column}`) }] : []));
    const named = present.filter(({ isMarked }) => isMarked).map(({ name }) => name);
    if (named.length === 0) return [];
    return named.length === present.length && named.length > 1 ? [title] : [qualified(title, list(named))];
  });
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
