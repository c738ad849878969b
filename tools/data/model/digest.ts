import { createHash } from "node:crypto";
import { compareTexts } from "../problem";
import type { Row } from "../read/table";
import { datesOf } from "./dating";
import { sees, type Figures } from "./figures";
import type { Seeds } from "./seeds";

/** What decides an answer, by table. Labels, notes and further places may be improved afterwards. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  series: ["id", "unit", "rank", "lineage", "additive"],
  defaults: ["indicator", "item", "stage", "measure"],
  absences: ["series", "from", "to", "reason", "source"],
  events: [
    "id",
    "type",
    "date",
    "items",
    "items_in_part",
    "destination",
    "announced",
    "due",
    "in_force",
    "until",
    "suspended_from",
    "suspended_to",
    "source",
  ],
};

/** The SHA-256 of everything that decides what a data release answers, whatever later ones have added and withdrawn. */
export function digestOf(seeds: Seeds, figures: Figures, release: number): string {
  const counting = (row: Row) =>
    sees(release, {
      added: seeds.ordinalOf(row.get("added")) ?? 0,
      withdrawn: seeds.ordinalOf(row.get("withdrawn")) ?? Infinity,
    });
  const rows = Object.entries(DECIDING).flatMap(([table, columns]) =>
    seeds
      .rows(table)
      .filter(counting)
      .map((row) => [
        table,
        ...columns.map((column) => row.get(column)),
        ...(table === "defaults" && row.get("basis") !== "" ? [row.get("basis")] : []),
        datesOf(seeds, row)?.known ?? "",
      ]),
  );
  const values = [...figures.all()]
    .flat()
    .filter((figure) => sees(release, figure))
    .map(({ row, series, period, text, unit, relation, status, flag, known }) => [
      "figures",
      series,
      period,
      text,
      unit.id,
      relation,
      status,
      flag,
      known,
      row.get("source"),
      row.get("locator"),
      row.get("formula"),
      row.get("inputs"),
    ]);
  const lines = [...rows, ...values].map((cells) => JSON.stringify(cells)).sort(compareTexts);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
