/** A sheet is copied: its cells, and everything that belongs to them. */
import type { Area } from "../a1";
import type { Chart, DefinedName, Sheet, Table, Workbook } from "../workbook-model";
import { formulaRenamed } from "./formula-after";
import { rewriteRenamed, type Carrier } from "./restructure";

/** What of a workbook a copied sheet has its own of. */
export type Copied = Pick<Workbook, "sheets" | "names" | "tables" | "merges" | "panes" | "charts" | "rules" | "undo">;

const NAME_LIMIT = 31;

/** One entry of the undo stack, but for frozen panes and charts. The copy does not become the active sheet. */
export function copySheet(workbook: Copied, carrier: Carrier, id: string, position: number): Sheet {
  return workbook.undo.group(() => {
    const { sheets, merges, panes, charts } = workbook;
    const from = sheets.get(id)!;
    const to = sheets.add(
      nameOfCopy(from.name, (name) => sheets.named(name) !== undefined),
      position,
    );
    carrier.copy(from.id, to.id);
    rewriteRenamed(carrier, from.name, to.name, to.id);
    const there = (area: Area): Area => (area.sheet === from.id ? { ...area, sheet: to.id } : area);
    for (const merged of merges.on(from.id)) merges.merge(there(merged));
    panes.set(to.id, panes.get(from.id));
    for (const table of workbook.tables.list().filter(({ area }) => area.sheet === from.id))
      copyTable(workbook, table, there(table.area));
    for (const name of workbook.names.list()) copyName(workbook, name, from, to);
    for (const chart of charts.list().filter(({ sheet }) => sheet === from.id))
      charts.add(chartOn(to.id, chart, there));
    for (const { area, ...rule } of workbook.rules.list().filter(({ area }) => area.sheet === from.id))
      workbook.rules.add({ ...rule, area: there(area) });
    sheets.change(to.id, { tabColor: from.tabColor, visibility: from.visibility, isProtected: from.isProtected });
    return sheets.get(to.id)!;
  });
}

/** `Data` → `Data (2)`, `Data (2)` → `Data (3)`. */
export function nameOfCopy(name: string, isTaken: (name: string) => boolean): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const copy = base.slice(0, NAME_LIMIT - ending.length) + ending;
    if (!isTaken(copy)) return copy;
  }
}

function copyTable({ tables }: Copied, { id: _, name, area: __, ...looks }: Table, area: Area): void {
  const { id } = tables.add(area, looks.showHeaders);
  tables.change(id, { ...looks, name: `${name}${id}` });
}

/** The sheet's own names, and the workbook's that stand for its cells, are names of the copy's own. */
function copyName({ names }: Copied, { refersTo, ...name }: DefinedName, from: Sheet, to: Sheet): void {
  const there =
    typeof refersTo === "string" ? formulaRenamed(refersTo, from.name, to.name) : { ...refersTo, sheet: to.id };
  const isAboutIt = typeof refersTo === "string" ? there !== refersTo : refersTo.sheet === from.id;
  if (name.scope === from.id) names.set({ ...name, scope: to.id, refersTo: isAboutIt ? there : refersTo });
  else if (name.scope === null && isAboutIt && !names.get(name.name, to.id))
    names.set({ ...name, scope: to.id, refersTo: there });
}

function chartOn(
  sheet: string,
  { source, place, ...chart }: Chart,
  there: (area: Area) => Area,
): Omit<Chart, "id" | "name"> {
  return {
    ...chart,
    sheet,
    source: there(source),
    place: place && { first: there(place.first), last: there(place.last) },
  };
}
