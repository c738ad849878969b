import type { TextTable } from "../../../src/dataset/format/codec";
import { comparePeriods } from "../../../src/dataset/period";
import { rememberingOf } from "../../../src/dataset/remembering";
import type { Subject } from "../checks/check";
import type { Derived } from "../model/derivations";
import { type Figure, compareVintages } from "../model/figures";
import { compareTexts } from "../problem";
import { pathsOf, tableName, type Field, type Resource } from "../read/descriptor";
import type { Row } from "../read/table";

/** Leaves out withheld sources, every fact that comes from one, and every figure computed from such a fact. */
function withhold({ seeds, figures, derived }: Subject) {
  const withheld = new Set(
    seeds
      .rows("sources")
      .filter((row) => row.get("licence_state") === "withheld")
      .map((row) => row.get("id")),
  );
  const fromWithheld = (row: Row): boolean => withheld.has(row.get("source"));
  const rests = (figure: Figure): boolean => restsOn(figure, derived, fromWithheld);

  const out = new Set<Row>(seeds.rows("sources").filter((row) => withheld.has(row.get("id"))));
  const sources = out.size;
  for (const table of ["observations", "absences", "events"])
    for (const row of seeds.rows(table)) if (fromWithheld(row)) out.add(row);
  for (const { figure } of derived.values()) if (rests(figure)) out.add(figure.row);
  const leftOut = out.size - sources;
  for (const row of seeds.rows("corrections")) {
    const vintages = figures.vintages(row.get("series"), row.get("period"));
    if (vintages.length > 0 && vintages.every((figure) => out.has(figure.row))) out.add(row);
  }

  const stays: Readonly<Record<string, ((element: string) => boolean) | undefined>> = {
    also: (place) => !withheld.has(place.split("#")[0] ?? ""),
    related: (id) => seeds.rows("events").some((row) => row.get("id") === id && !out.has(row)),
  };
  return {
    has: (row: Row) => !out.has(row),
    /** Rows of facts that are left out: figures, derivations, absences and events. */
    leftOut,
    /** Cells that name other rows, without those that are left out. */
    cell: (row: Row, column: string) => {
      const keep = stays[column];
      return keep && withheld.size > 0 ? row.list(column).filter(keep).join("|") : row.get(column);
    },
  };
}

/** Which rows may be passed on. */
type Released = ReturnType<typeof withhold>;

function restsOn(figure: Figure, derived: ReadonlyMap<Row, Derived>, fromWithheld: (row: Row) => boolean): boolean {
  const inputs = derived.get(figure.row)?.inputs ?? [];
  return fromWithheld(figure.row) || inputs.some((input) => restsOn(input.figure, derived, fromWithheld));
}

/** A table of the release, with the fields that describe its columns. */
export interface ReleaseTable extends TextTable {
  readonly name: string;
  readonly resource: Resource;
  readonly fields: readonly Field[];
}

/** What every released row has in common needs no column. */
const CONSTANT: Readonly<Record<string, string>> = { sources: "licence_state" };

const KNOWN: Field = {
  name: "known",
  description:
    "The day from which an as-of date knows the figure: the last day of a partial publication date, at the latest the day the source was read.",
  type: "date",
  constraints: { required: true },
};

/** The tables of a release: derivations merged into the observations, rows of withheld sources left out, in an order that only the data decides. */
export const releasedTables = rememberingOf((subject: Subject) => {
  const released = withhold(subject);
  const tables = subject.seeds.read.descriptor.resources.flatMap((resource) => {
    if (!resource.schema || resource.name === "derivations") return [];
    return [
      resource.name === "observations" ? observations(subject, resource, released) : plain(subject, resource, released),
    ];
  });
  return { tables, leftOut: released.leftOut };
});

export function releaseTables(subject: Subject) {
  const recipes = [...subject.seeds.read.texts].map(([file, text]): [string, string] => [
    file.replace(/^.*\/|\.json$/g, ""),
    JSON.stringify(JSON.parse(text)),
  ]);
  return {
    ...releasedTables(subject),
    /** The recipes of tables/, id → JSON text on one line. */
    recipes: new Map(recipes.sort(([a], [b]) => compareTexts(a, b))),
  };
}

export type ReleaseTables = ReturnType<typeof releaseTables>;

function plain({ seeds }: Subject, resource: Resource, released: Released): ReleaseTable {
  const fields = (resource.schema?.fields ?? []).filter(({ name }) => name !== CONSTANT[resource.name]);
  const columns = fields.map(({ name }) => name);
  const rows = inOneOrder(resource, seeds.rows(resource.name))
    .filter((row) => released.has(row))
    .map((row) => columns.map((column) => released.cell(row, column)));
  return { name: tableName(resource), resource, fields, columns, rows };
}

/** How a table is spread over files by subject decides nothing: its rows are ordered by its key. */
function inOneOrder(resource: Resource, rows: readonly Row[]): readonly Row[] {
  const key = resource.schema?.primaryKey;
  if (!key || typeof resource.path === "string") return rows;
  const compare = (a: Row, b: Row) =>
    key.reduce((order, field) => order || compareTexts(a.get(field), b.get(field)), 0);
  return [...rows].sort(compare);
}

function observations(subject: Subject, resource: Resource, released: Released): ReleaseTable {
  const fields = observationFields(subject, resource.schema?.fields ?? []);
  const columns = fields.map(({ name }) => name);
  const rows = ordered(subject)
    .filter(({ row }) => released.has(row))
    .map((figure) => columns.map((column) => cellOf(figure, column, released)));
  return { name: resource.name, resource, fields, columns, rows };
}

/** The fields of a printed figure, the day it is known from, and how it was derived. Source and place are those of the inputs then, so they may be blank. */
function observationFields({ seeds }: Subject, printed: readonly Field[]): Field[] {
  const derivation = seeds.read.descriptor.resources.find(({ name }) => name === "derivations")?.schema?.fields ?? [];
  const optional = (field: Field): Field => ({ ...field, constraints: { ...field.constraints, required: false } });
  const after = printed.findIndex(({ name }) => name === "published") + 1;
  const own = printed.map((field) => (field.name === "source" || field.name === "locator" ? optional(field) : field));
  return [
    ...own.slice(0, after),
    KNOWN,
    ...own.slice(after),
    ...derivation.filter(({ name }) => name === "formula" || name === "inputs").map(optional),
  ];
}

/** By series in their order, then period, then from the oldest vintage to the newest. */
function ordered({ seeds, figures }: Subject): Figure[] {
  const position = new Map<string, number>();
  const series = seeds.read.descriptor.resources.find(({ name }) => name === "series")!;
  for (const row of inOneOrder(series, seeds.rows("series")))
    if (!position.has(row.get("id"))) position.set(row.get("id"), position.size);
  const compare = (a: Figure, b: Figure): number =>
    position.get(a.series)! - position.get(b.series)! || comparePeriods(a.period, b.period) || compareVintages(a, b);
  return [...figures.all()].flat().sort(compare);
}

/** What a derived figure does not say itself is computed; what it says stands as it is written. */
function cellOf(figure: Figure, column: string, released: Released): string {
  const computed: Readonly<Record<string, string>> = {
    relation: figure.relation,
    status: figure.status,
    flag: figure.flag,
    published: figure.published,
    known: figure.known,
  };
  return computed[column] ?? released.cell(figure.row, column);
}

/** Where the files of a table go in the open download. */
export function openPath(table: ReleaseTable): string {
  const [path = "", ...more] = pathsOf(table.resource);
  return more.length > 0 ? `${table.name}.csv` : path;
}
