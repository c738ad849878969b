import { grouped } from "../../../src/dataset/catalogue";
import type { Comparison, Revision } from "./filing/compare";
import type { Refusal, Unmapped } from "./reading";

/** What a run found, gathered over all of its files. */
export interface Findings {
  readonly comparison: Comparison;
  readonly refusals: readonly Refusal[];
  readonly blanks: number;
  readonly leftOut: number;
  readonly unmapped: readonly Unmapped[];
  /** Series that this run defines. */
  readonly newSeries: readonly string[];
  /** How many of those that are not defined could be. */
  readonly couldFollow: number;
}

/** Lines of a list that are shown; the rest is counted. */
const SHOWN = 20;

/** The report of a run: a count for everything that was in the files, and lists of what a person has to look at. */
export function reportOf(findings: Findings, all: boolean): string {
  const { comparison, unmapped, refusals, blanks, leftOut, newSeries, couldFollow } = findings;
  const { added, revised, unchanged, undefinedSeries } = comparison;
  const unmappedCells = unmapped.reduce((sum, { cells }) => sum + cells, 0);
  const undefinedFigures = [...undefinedSeries.values()].reduce((sum, count) => sum + count, 0);
  const section = (count: number, what: string, lines: readonly string[]) => [
    `${String(count).padStart(7)} ${what}`,
    ...(all ? lines : lines.slice(0, SHOWN)).map((line) => `          ${line}`),
    ...(!all && lines.length > SHOWN ? [`          … and ${lines.length - SHOWN} more (--all lists them)`] : []),
  ];
  return [
    ...section(added.length, "new", spans(added)),
    ...section(
      revised.length,
      "revised, each filed as a vintage",
      [...revised].sort((a, b) => factor(b) - factor(a)).map(shownRevision),
    ),
    ...section(unchanged, "unchanged", []),
    ...section(blanks, "cells without a figure", []),
    ...section(leftOut, "left out on purpose", []),
    ...section(
      unmappedCells,
      "not mapped",
      unmapped.map(({ label, cells, where }) => `${label}: ${cells}, first at ${where}`),
    ),
    ...section(
      undefinedFigures,
      `for series that are not defined${couldFollow === 0 ? "" : `; --new-series defines ${couldFollow} of them`}`,
      [...undefinedSeries].map(([series, count]) => `${series}: ${count}`),
    ),
    ...(newSeries.length === 0 ? [] : section(newSeries.length, "series defined", newSeries)),
    ...section(
      refusals.length,
      "refused",
      refusals.map(({ where, message }) => `${where}: ${message}`),
    ),
  ].join("\n");
}

function shownRevision({ before, after }: Revision): string {
  const [was, is] = [before, after].map(({ text, unit, status }) => `${text} ${unit.id} (${status})`);
  return `${after.series} ${after.period}: ${was}, now ${is}`;
}

/** How many times more or less a figure is than it was: large ones come first, for they are most likely a slip. */
function factor({ before, after }: Revision): number {
  const [was, is] = [before, after].map(({ value }) => Math.abs(value.toNumber()));
  return is === was ? 1 : Math.max(is! / was!, was! / is!);
}

/** New figures, a line for each series. */
function spans(rows: Comparison["added"]): string[] {
  return [...grouped(rows, (row) => row["series"]!)].map(([series, own]) => {
    const periods = own.map((row) => row["period"]!).sort();
    const [first, last] = [periods[0]!, periods.at(-1)!];
    return periods.length === 1 ? `${series} ${first}` : `${series} ${first} to ${last}: ${periods.length}`;
  });
}
