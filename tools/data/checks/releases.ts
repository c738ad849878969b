import type { Row } from "../read/table";
import { DESCRIPTOR } from "../read/descriptor";
import type { Check, Subject } from "./check";

/** Tables whose rows carry the releases they count in, with what identifies the fact of a row. */
const WITH_RELEASES: Readonly<Record<string, readonly string[] | undefined>> = {
  series: ["id"],
  defaults: ["indicator", "item"],
  observations: undefined,
  derivations: ["series", "period"],
  absences: ["series", "from", "to"],
  events: undefined,
};

export const releases: Check = {
  guarantees:
    "Data releases follow one another; a row is withdrawn after it was added, no figure counts before its series and no row before its source, a fact is stated by one row at a time; the package names its newest release.",
  run(subject) {
    const { seeds, report } = subject;
    const all = seeds.rows("releases");
    all.forEach((release, i) => {
      const previous = all[i - 1];
      if (previous && previous.get("date") >= release.get("date"))
        report.problem(
          release,
          `date: ${release.get("date")} is not after ${previous.get("id")}, ${previous.get("date")}`,
        );
    });
    if (all.length === 0) report.problem({ file: "releases.csv", line: 1 }, "has no release");
    else checkDescriptor(subject, all);
    const first = { series: firstOrdinals(subject, "series"), source: firstOrdinals(subject, "sources") };
    for (const [table, identity] of Object.entries(WITH_RELEASES)) {
      checkRows(subject, table, identity);
      for (const row of seeds.rows(table)) {
        // That a figure was not to be had can be stated before there is a series for it.
        for (const column of table === "absences" ? (["source"] as const) : (["series", "source"] as const)) {
          const since = first[column].get(row.get(column));
          if (since !== undefined && (seeds.ordinalOf(row.get("added")) ?? since) < since)
            report.problem(row, `added: ${row.get("added")} is before ${column} ${row.get(column)} was added`);
        }
      }
    }
  },
};

/** The earliest data release in which a row with each id counts. */
function firstOrdinals({ seeds }: Subject, table: string): Map<string, number> {
  const first = new Map<string, number>();
  for (const row of seeds.rows(table))
    first.set(row.get("id"), Math.min(first.get(row.get("id")) ?? Infinity, seeds.ordinalOf(row.get("added")) ?? 0));
  return first;
}

function checkDescriptor({ seeds, report }: Subject, all: readonly Row[]): void {
  const { version, created } = seeds.descriptor;
  const ours = all.filter((release) => !seeds.isAdded(release));
  const wanted = { version: `${ours.length}.0.0`, created: `${ours.at(-1)?.get("date") ?? ""}T00:00:00Z` };
  const place = { file: DESCRIPTOR, line: 1 };
  if (version !== wanted.version)
    report.problem(place, `version: ${version} should be ${wanted.version}, as there are ${ours.length} releases`);
  if (created !== wanted.created)
    report.problem(place, `created: ${created} should be ${wanted.created}, the day of the newest release`);
}

function checkRows({ seeds, report }: Subject, table: string, identity: readonly string[] | undefined): void {
  const stated = new Map<string, Row[]>();
  const spanOf = (row: Row) => ({
    from: seeds.ordinalOf(row.get("added")) ?? 0,
    until: seeds.ordinalOf(row.get("withdrawn")) ?? Infinity,
  });
  for (const row of seeds.rows(table)) {
    const { from, until } = spanOf(row);
    if (until <= from)
      report.problem(row, `withdrawn: ${row.get("withdrawn")} is not after added, ${row.get("added")}`);
    if (!identity) continue;
    const key = identity.map((name) => row.get(name)).join("\n");
    const others = stated.get(key) ?? [];
    const other = others.find((earlier) => from < spanOf(earlier).until && spanOf(earlier).from < until);
    if (other)
      report.problem(
        row,
        `the same ${identity.join(", ")} as ${other.file} line ${other.line}, in the same data release`,
      );
    stated.set(key, [...others, row]);
  }
}
