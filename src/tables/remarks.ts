import type { Observation } from "../dataset/records";
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
 * What the data says of single figures: bounds, estimates, breaks, doubts. One line for each kind, naming the cells; a
 * whole column or row is named once. Only figures shown as they are: what was computed from them follows from them.
 */
export function figureRemarks(context: Context, grid: Grid): string[] {
  const { language } = context.session;
  const kinds = new Map<string, Set<string>>();
  grid.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      for (const kind of kindsOf(context, cell)) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(`${row},${column}`));
    }),
  );
  return [...kinds].map(([kind, marked]) => textsIn(language).remark(kind, cellNames(grid, marked)));
}

function kindsOf({ session: { dataset, language } }: Context, { figure }: Filled): string[] {
  const observation = figure?.answers.length === 1 ? figure.answers[0]?.observation : undefined;
  if (!observation) return [];
  const { relation, status, flag, series } = observation;
  return [
    ...(relation === "exact" ? [] : [dataset.label("relations", relation, language)]),
    ...(status === "A" || isImplied(observation) ? [] : [dataset.label("statuses", status, language)]),
    ...flag.split(" ").filter(Boolean).map((one) => dataset.label("flags", one, language)),
    ...(isImplied(observation) ? [dataset.label("transformations", series.transformation, language)] : []),
  ];
}

function isImplied({ series }: Observation): boolean {
  return series.transformation === "implied";
}

function cellNames({ header, names, rows }: Grid, marked: ReadonlySet<string>): string[] {
  const figures = (row: number, column: number) => rows[row]?.[column]?.figure !== undefined;
  const every = (cells: readonly (readonly [number, number])[]) => {
    const present = cells.filter(([row, column]) => figures(row, column));
    return present.length > 1 && present.every((at) => marked.has(at.join()));
  };
  const wholeColumns = new Set(header.flatMap((_, column) => (every(names.map((__, row) => [row, column] as const)) ? [column] : [])));
  const cells = names.flatMap((name, row) =>
    header.flatMap((title, column) => (marked.has(`${row},${column}`) && !wholeColumns.has(column) ? [`${name} ${title}`] : [])),
  );
  return [...[...wholeColumns].map((column) => header[column]!), ...cells];
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
  return [...byReason].map(([reason, areas]) => textsIn(language).remark(dataset.label("reasons", reason, language), areas));
}
