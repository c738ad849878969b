import { Decimal } from "../../../../src/dataset/decimal";
import { compareVintages, measured, sees, type Figure } from "../../model/figures";
import { datesOf } from "../../model/dating";
import { Row } from "../../read/table";
import type { Candidate, Refusal } from "../reading";
import { isOwn, type Target } from "./target";

/** A row of observations to be added, column → text. */
export type NewRow = Readonly<Record<string, string>>;

export interface Revision {
  readonly row: NewRow;
  readonly before: Figure;
}

/** What candidates come to beside what is filed. */
export interface Comparison {
  readonly added: readonly NewRow[];
  readonly revised: readonly Revision[];
  readonly unchanged: number;
  /** Figures for what ours answers already, which an organisation's own folder leaves alone. */
  readonly held: number;
  /** Series that the mapping names and that are not defined, with the number of figures for each. */
  readonly undefinedSeries: ReadonlyMap<string, number>;
  readonly refusals: readonly Refusal[];
}

/** What candidates do not say themselves. */
export interface Terms {
  /** The document that they are from, where they name none. */
  readonly source: string;
  readonly release: string;
  isDefined(series: string): boolean;
}

export function compare(
  candidates: readonly Candidate[],
  { seeds, figures, isOwn: isOwnFolder }: Target,
  { source, release, isDefined }: Terms,
): Comparison {
  const added: NewRow[] = [];
  const revised: Revision[] = [];
  const undefinedSeries = new Map<string, number>();
  const refusals: Refusal[] = [];
  const seen = new Map<string, { readonly candidate: Candidate; readonly figure: Figure }>();
  let [unchanged, held] = [0, 0];
  for (const candidate of candidates) {
    const { series, period, where } = candidate;
    if (!isDefined(series)) {
      undefinedSeries.set(series, (undefinedSeries.get(series) ?? 0) + 1);
      continue;
    }
    const row = rowOf(candidate, source, release);
    const figure = figureOf(row, where);
    if (typeof figure === "string") {
      refusals.push({ where, message: figure });
      continue;
    }
    const key = `${series}@${period}@${row["source"]}`;
    const first = seen.get(key);
    if (first) {
      if (!isSame(first.figure, figure))
        refusals.push({
          where,
          message: `gives ${figure.text} for ${series} ${period}, and ${first.candidate.where} gives ${first.figure.text}`,
        });
      continue;
    }
    seen.set(key, { candidate, figure });
    place(figure, row, candidate);
  }
  return { added, revised, unchanged, held, undefinedSeries, refusals };

  function figureOf(cells: NewRow, where: string): Figure | string {
    const row = new Row(where, 0, cells);
    const dates = datesOf(seeds, row);
    if (!dates) return `source "${row.get("source")}" is not in sources`;
    for (const [column, list] of [
      ["relation", "codes-relations"],
      ["status", "codes-statuses"],
    ] as const)
      if (!seeds.find(list, row.get(column)))
        return `${column} "${row.get(column)}" is none of ${seeds
          .rows(list)
          .map((code) => code.get("id"))
          .join(", ")}`;
    const [unit, wanted] = [seeds.unit(row.get("unit")), seeds.find("series", row.get("series"))?.get("unit")];
    if (unit && wanted !== undefined && unit.kind !== seeds.unit(wanted)?.kind)
      return `unit "${unit.id}" does not measure what ${row.get("series")} does, which is in ${wanted}`;
    const standing = { status: row.get("status"), relation: row.get("relation"), flag: "" };
    return (
      measured(seeds, row, { ...standing, ...dates }) ??
      `"${row.get("value")}" ${row.get("unit")} for ${row.get("period")} is not a figure: value in plain digits, a unit of codes/units.csv, a period as 2024 or 2024-06`
    );
  }

  function place(read: Figure, cells: NewRow, { where, decimals }: Candidate): void {
    const filed = figures.vintages(read.series, read.period).filter((other) => sees(seeds.latest, other));
    if (isOwnFolder && filed.some((other) => !isOwn(other.row))) {
      held++;
      return;
    }
    const own = filed.find((other) => other.row.get("source") === cells["source"]);
    const before = filed.findLast((other) => compareVintages(other, read) <= 0);
    // A break in a series is ours to state; no publisher prints it.
    const isBreak = (own ?? before)?.status === "B" && read.status === "A";
    const [figure, row] = isBreak
      ? [
          { ...read, status: "B" },
          { ...cells, status: "B" },
        ]
      : [read, cells];
    if (own ? isSame(own, figure, decimals) : before && isSame(before, figure, decimals)) unchanged++;
    else if (own ?? (before?.known === figure.known ? before : undefined)) refusals.push(clash(own ?? before!));
    else if (before) revised.push({ row, before });
    else added.push(row);

    function clash(other: Figure): Refusal {
      const is = `${figure.text} ${figure.unit.id} (${figure.status}, ${figure.relation})`;
      const was = `${other.text} ${other.unit.id} (${other.status}, ${other.relation})`;
      const how = own ? "from this document already: correct that row if it is wrong" : "known from the same day";
      return {
        where,
        message: `${figure.series} ${figure.period} is ${is}; ${other.row.file}:${other.row.line} has ${was} ${how}`,
      };
    }
  }
}

/** Whether two prints say the same; where only so many decimals are printed, further ones do not count. */
function isSame(a: Figure, b: Figure, decimals?: number): boolean {
  const apart = a.value.minus(b.value).absolute();
  const allowed = decimals === undefined ? ZERO : HALF.shifted(b.unit.scale - decimals);
  return apart.compare(allowed) <= 0 && a.status === b.status && a.relation === b.relation;
}

const ZERO = Decimal.fromInteger(0);
const HALF = Decimal.parse("0.5");

function rowOf(candidate: Candidate, source: string, release: string): NewRow {
  const { series, period, value, unit, relation, status, locator, note } = candidate;
  return {
    series,
    period,
    value,
    unit,
    relation,
    status,
    source: candidate.source ?? source,
    locator,
    published: candidate.published ?? "",
    added: release,
    note,
  };
}
