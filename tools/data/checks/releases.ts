import { grouped } from "../../../src/dataset/catalogue";
import { datesOf } from "../model/dating";
import { areEditions, type Figure } from "../model/figures";
import { overlap, readDecimal, repeated } from "../model/seeds";
import { DESCRIPTOR } from "../read/descriptor";
import type { Row } from "../read/table";
import { digestOf } from "../release/digest";
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
  const { version, created } = seeds.read.descriptor;
  const ours = all.filter((release) => !seeds.isAdded(release));
  const wanted = { version: `${ours.length}.0.0`, created: `${ours.at(-1)?.get("date") ?? ""}T00:00:00Z` };
  const place = { file: DESCRIPTOR, line: 1 };
  if (version !== wanted.version)
    report.problem(place, `version: ${version} should be ${wanted.version}, as there are ${ours.length} releases`);
  if (created !== wanted.created)
    report.problem(place, `created: ${created} should be ${wanted.created}, the day of the newest release`);
}

function checkRows({ seeds, report }: Subject, table: string, identity: readonly string[] | undefined): void {
  const rows = seeds.rows(table);
  for (const row of rows) {
    const { added, withdrawn } = seeds.spanOf(row);
    if (withdrawn <= added)
      report.problem(row, `withdrawn: ${row.get("withdrawn")} is not after added, ${row.get("added")}`);
  }
  if (!identity) return;
  for (const alike of grouped(rows, (row) => identity.map((name) => row.get(name)).join("\n")).values())
    for (const [row, { file, line }] of repeated(alike, (a, b) => overlap(seeds.spanOf(a), seeds.spanOf(b))))
      report.problem(row, `the same ${identity.join(", ")} as ${file} line ${line}, in the same data release`);
}

export const vintages: Check = {
  guarantees:
    "A figure is identified by series, period, publication date and the data release that added it, and no data release sees two figures known from the same day, unless they are from undated editions, whose ids tell their order; nor two versions of an event.",
  run(subject) {
    const { figures, report } = subject;
    for (const group of figures.all()) {
      for (const [figure, earlier] of repeated(group, isTwice)) {
        const [first, second] = inFileOrder(earlier, figure);
        report.problem(
          second.row,
          `${figure.series} ${figure.period} known from ${figure.known} is also in ${first.row.file} line ${first.row.line}`,
        );
      }
    }
    checkEvents(subject);
  },
};

/** An event that is changed later has another version with the same id. */
function checkEvents({ seeds, report }: Subject): void {
  const versions = seeds
    .rows("events")
    .map((row): Version => ({ row, known: datesOf(seeds, row)?.known ?? "", ...seeds.spanOf(row) }));
  for (const ofOne of grouped(versions, ({ row }) => row.get("id")).values())
    for (const [{ row, known }, other] of repeated(ofOne, clash))
      report.problem(row, `${row.get("id")} known from ${known} is also in ${other.row.file} line ${other.row.line}`);
}

type Version = Pick<Figure, "row" | "known" | "added" | "withdrawn">;

function isTwice(a: Figure, b: Figure): boolean {
  const isSameKey = a.published === b.published && a.published !== "" && a.added === b.added;
  return isSameKey || (clash(a, b) && !areEditions(a, b));
}

/** Two rows that one data release sees with the same day: it could not say which is newer. */
function clash(a: Version, b: Version): boolean {
  return a.known === b.known && overlap(a, b);
}

function inFileOrder(a: Figure, b: Figure): readonly [Figure, Figure] {
  const later = a.row.file === b.row.file ? a.row.line > b.row.line : a.row.file > b.row.file;
  return later ? [b, a] : [a, b];
}

export const corrections: Check = {
  guarantees:
    "Every correction has the row it withdraws, with the value it expects, and the row it adds; no printed figure is withdrawn without a correction.",
  run(subject) {
    const corrected = new Set<Row>();
    for (const row of subject.seeds.rows("corrections")) {
      const withdrawn = checkCorrection(subject, row);
      if (withdrawn) corrected.add(withdrawn);
    }
    for (const row of subject.seeds.rows("observations")) {
      if (row.get("withdrawn") !== "" && !corrected.has(row))
        subject.report.problem(row, "withdrawn: is not in corrections.csv");
    }
  },
};

/** The row that a correction withdraws, if it is there. */
function checkCorrection({ seeds, figures, report }: Subject, row: Row): Row | undefined {
  const release = seeds.ordinalOf(row.get("release"));
  const published = row.get("published");
  const vintages = figures
    .vintages(row.get("series"), row.get("period"))
    .filter((figure) => published === "" || figure.published === published);
  const withdrawn = vintages.find((figure) => figure.withdrawn === release);
  const standsIn = row.get("instead") || row.get("series");
  const candidates = row.get("instead") ? figures.vintages(standsIn, row.get("period")) : vintages;
  const added = candidates.find((figure) => figure.added === release && figure !== withdrawn);
  if (!withdrawn)
    report.problem(row, `no row of ${row.get("series")} ${row.get("period")} is withdrawn in ${row.get("release")}`);
  else checkValue(withdrawn, "expected");
  if (!added) report.problem(row, `no row of ${standsIn} ${row.get("period")} is added in ${row.get("release")}`);
  else checkValue(added, "corrected");
  return withdrawn?.row;

  function checkValue(figure: Figure, column: string): void {
    const [stated, there] = [readDecimal(row.get(column)), readDecimal(figure.text)];
    if (stated && there && stated.compare(there) !== 0) {
      report.problem(
        row,
        `${column}: ${row.get(column)} is not the value in ${figure.row.file} line ${figure.row.line}, ${figure.text}`,
      );
    }
  }
}

export const seals: Check = {
  guarantees: "What a published data release answered it answers for ever: a release with a digest still has it.",
  run(subject) {
    const { seeds, report } = subject;
    seeds.rows("releases").forEach((release, ordinal) => {
      const [sealed, digest] = [release.get("digest"), release.get("digest") && digestOf(subject, ordinal)];
      if (sealed === digest) return;
      report.problem(
        release,
        `digest: a row that decides what ${release.get("id")} answers has been changed; put it back, and withdraw it or add another in the coming release (the digest would now be ${digest})`,
      );
    });
  },
};
