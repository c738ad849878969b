import { ADDED_RANK, overlayOf } from "../../../src/dataset/overlay";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** Tables whose rows have an id that nobody else may use. */
const NAMED = ["sources", "definitions", "series", "codes-items", "codes-bases", "codes-lineages", "codes-licences"];

/** Tables whose rows say something about another one, and the column that names it. */
const ABOUT: readonly (readonly [table: string, column: string, of: string])[] = [
  ["observations", "series", "series"],
  ["derivations", "series", "series"],
  ["corrections", "series", "series"],
  ["defaults", "item", "codes-items"],
];

const RELEASE_COLUMNS = ["added", "withdrawn", "release"];

export const overlays: Check = {
  guarantees:
    "What an organisation adds stands beside ours and changes none of it: ids, releases and series are its own, its series answer after ours, and only what it adds is licensed to somebody alone.",
  run(subject) {
    const { seeds, report } = subject;
    for (const licence of seeds.rows("codes-licences"))
      if (licence.get("licensee") !== "" && !seeds.isAdded(licence))
        report.problem(licence, "licensee: figures that are not for everybody belong in an overlay");
    for (const release of seeds.rows("releases"))
      if (overlayOf(release.get("id")) && !seeds.isAdded(release))
        report.problem(release, `id: ${release.get("id")} is the release of an overlay`);
    if (!seeds.read.overlay) return;
    for (const table of NAMED) checkIds(subject, table);
    for (const [table, column, of] of ABOUT) checkAbout(subject, table, column, of);
    for (const series of seeds.rows("series").filter((row) => seeds.isAdded(row))) checkRank(subject, series);
    checkReleases(subject, seeds.read.overlay.id);
  },
};

function checkIds({ seeds, report }: Subject, table: string): void {
  const ours = new Map(seeds.rows(table).flatMap((row) => (seeds.isAdded(row) ? [] : [[row.get("id"), row] as const])));
  for (const row of seeds.rows(table)) {
    const other = seeds.isAdded(row) ? ours.get(row.get("id")) : undefined;
    if (other)
      report.problem(row, `id: ${row.get("id")} is ours, in ${other.file} line ${other.line}; an overlay changes none`);
  }
}

function checkAbout({ seeds, report }: Subject, table: string, column: string, of: string): void {
  const own = new Set(seeds.rows(of).flatMap((row) => (seeds.isAdded(row) ? [row.get("id")] : [])));
  for (const row of seeds.rows(table))
    if (seeds.isAdded(row) && !own.has(row.get(column)))
      report.problem(row, `${column}: ${row.get(column)} is none of the overlay's own`);
}

function checkRank({ report }: Subject, series: Row): void {
  const rank = series.get("rank");
  if (rank !== "" && (Number(rank) < ADDED_RANK || Number(rank) > 99))
    report.problem(series, `rank: ${rank} would answer before ours; an overlay's series have ${ADDED_RANK} to 99`);
}

function checkReleases({ seeds, report }: Subject, id: string): void {
  const releases = seeds.rows("releases");
  const own = releases.filter((row) => seeds.isAdded(row));
  const newest = releases.findLast((row) => !seeds.isAdded(row))?.get("id");
  for (const row of own) {
    const of = overlayOf(row.get("id"));
    if (of?.overlay !== id || !releases.some((other) => !seeds.isAdded(other) && other.get("id") === of.base))
      report.problem(
        row,
        `id: ${row.get("id")} is not written as a release of ours with +${id}.1, +${id}.2 … after it`,
      );
  }
  const last = own.at(-1);
  if (overlayOf(last?.get("id") ?? "")?.base !== newest)
    report.problem(
      last ?? { file: "releases.csv", line: 1 },
      `id: the overlay has no release on ${newest}, our newest`,
    );
  const ids = new Set(own.map((row) => row.get("id")));
  for (const row of seeds.read.overlay?.rows ?? [])
    for (const column of RELEASE_COLUMNS)
      if (row.get(column) !== "" && !ids.has(row.get(column)))
        report.problem(row, `${column}: ${row.get(column)} is no release of the overlay`);
}
