import type { Figure } from "../model/figures";
import type { Derived } from "../model/derivations";
import type { Subject } from "../checks/check";
import type { Row } from "../read/table";

/** Which rows may be passed on. */
export interface Released {
  has(row: Row): boolean;
  /** Rows of facts that are left out: figures, derivations, absences and events. */
  readonly leftOut: number;
  /** Cells that name other rows, without those that are left out. */
  cell(row: Row, column: string): string;
}

/** Leaves out withheld sources, every fact that comes from one, and every figure computed from such a fact. */
export function withhold({ seeds, figures, derived }: Subject): Released {
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
    has: (row) => !out.has(row),
    leftOut,
    cell: (row, column) => {
      const keep = stays[column];
      return keep && withheld.size > 0 ? row.list(column).filter(keep).join("|") : row.get(column);
    },
  };
}

function restsOn(figure: Figure, derived: ReadonlyMap<Row, Derived>, fromWithheld: (row: Row) => boolean): boolean {
  const inputs = derived.get(figure.row)?.inputs ?? [];
  return fromWithheld(figure.row) || inputs.some((input) => restsOn(input.figure, derived, fromWithheld));
}
