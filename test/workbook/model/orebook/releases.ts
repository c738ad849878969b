/** Three data releases for the model: figures are revised, months come at a table's end, a year goes and comes between others. */
import { decodeTable, encodeTable, type ReleaseFile } from "../../../../src/dataset/format/codec";
import { firstRelease } from "../../../fixtures/compiled";
import { COPPER, LITHIUM, nextRelease, type Cells } from "../../../update/releases";

export const RELEASES = ["R1", "R2", "R3"] as const;
export type ReleaseId = (typeof RELEASES)[number];

const MAGNETS = "exports.rare-earth-magnets.chn.wld.weight.customs.m";
const GONE = "2015";

/** The price series of which the second release has no figure for a year, and the third has it again. */
const isPrice = (series: string): boolean => /^price\.[a-z-]+\.wld\.worldbank\.a$/.test(series);

export function threeReleases(): ReleaseFile {
  const first = firstRelease();
  const prices = figures(first).filter(({ series, period }) => isPrice(series!) && period === GONE);
  if (prices.length === 0) throw new Error("no prices to take away");
  const [published, later] = ["2026-11-30", "2026-12-10"];
  const second = nextRelease(
    { ...first, tables: { ...first.tables, releases: firstOnly(first) } },
    {
      id: "R2",
      date: "2026-12-01",
      withdraw: prices.map(({ series, period }) => [series!, period!] as const),
      add: [
        { series: MAGNETS, period: "2026-03", value: "5300", published, known: published },
        { series: MAGNETS, period: "2026-04", value: "5600", published, known: published },
        { series: COPPER, period: "2024", value: "67.5", published, known: published },
        { series: LITHIUM, period: "2024", value: "2.5", published, known: published },
      ],
    },
  );
  return nextRelease(second, {
    id: "R3",
    date: "2026-12-12",
    add: [
      { series: MAGNETS, period: "2025-02", value: "3600", published: later, known: later },
      { series: MAGNETS, period: "2026-05", value: "5700", published: later, known: later },
      { series: COPPER, period: "2024", value: "67.7", published: later, known: later },
      ...prices.map(({ series, period, value }) => ({
        series: series!,
        period: period!,
        value: value!,
        published: later,
        known: later,
      })),
    ],
  });
}

function figures(file: ReleaseFile): Cells[] {
  const { columns, rows } = decodeTable(file.tables["observations"]!);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!])));
}

/** Only the first data release: the others are made again, with more in them. */
function firstOnly({ tables }: ReleaseFile): ReleaseFile["tables"][string] {
  const { columns, rows } = decodeTable(tables["releases"]!);
  return encodeTable({ columns, rows: rows.slice(0, 1) });
}
