import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome } from "../../cli";
import type { Row } from "../../read/table";
import type { Reading } from "../reading";
import { reportOf } from "../report";
import type { NewRow } from "./candidate";
import { Comparison } from "./compare";
import { Insertion } from "./insert";
import { type Target } from "./target";

/** The columns of a series that hold an area. */
const AREAS = ["reporter", "partner"] as const;

/** Series that are not defined yet, as rows that follow one of the same goods and basis for another country. */
interface Sketch {
  readonly row: NewRow;
  /** The series it follows. */
  readonly like: Row;
}

/** Rows for those of the wanted series that have one like them; the others need a definition by hand. */
function sketchSeries(wanted: Iterable<string>, target: Target, release: string): ReadonlyMap<string, Sketch> {
  const { seeds } = target;
  const models = new Map<string, Row>();
  for (const row of seeds.rows("series")) {
    if (target.isOwn && !seeds.isAdded(row)) continue;
    for (const column of AREAS) {
      const pattern = patternOf(row.get("id"), row.get(column), column);
      // The world's own label names no country to put another in the place of.
      if (pattern !== undefined && row.get(column) !== "wld" && row.get("withdrawn") === "") models.set(pattern, row);
    }
  }
  const sketches = new Map<string, Sketch>();
  for (const id of wanted) {
    for (const [column, area] of areasIn(id)) {
      const like = models.get(patternOf(id, area, column) ?? "");
      const row = like && follow(like, id, column, area);
      if (row) sketches.set(id, { row: { ...row, added: release }, like });
    }
  }
  return sketches;

  function areasIn(id: string): (readonly [(typeof AREAS)[number], string])[] {
    const parts = id.split(".");
    return AREAS.map((column, i) => [column, parts[2 + i] ?? ""] as const).filter(
      ([, area]) => area !== "wld" && seeds.find("codes-areas", area) !== undefined,
    );
  }

  function follow(like: Row, id: string, column: string, area: string): NewRow | undefined {
    const [before, after] = [seeds.find("codes-areas", like.get(column)), seeds.find("codes-areas", area)];
    if (!before || !after) return undefined;
    const row = Object.fromEntries(seeds.columns("series").map((name) => [name, like.get(name)]));
    for (const label of ["label", "label_zh"]) {
      if (!row[label]!.includes(before.get(label))) return undefined;
      row[label] = row[label]!.replace(before.get(label), after.get(label));
    }
    return { ...row, id, [column]: area, note: "" };
  }
}

/** The id with a star for its area: reporter and partner follow indicator and item. */
function patternOf(id: string, area: string, column: (typeof AREAS)[number]): string | undefined {
  const parts = id.split(".");
  const at = 2 + AREAS.indexOf(column);
  if (parts[at] !== area) return undefined;
  return parts.with(at, "*").join(".");
}

/** What the call asks for beyond the files. */
interface Wanted {
  readonly source?: string | undefined;
  readonly "new-series"?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly all?: boolean | undefined;
}

/** Files what is new in the readings and reports on everything that was in them. */
export function file(
  readings: readonly Reading[],
  target: Target,
  defaultFile: string,
  release: string,
  wanted: Wanted,
): Outcome {
  const { seeds } = target;
  const candidates = readings.flatMap((reading) => reading.candidates);
  const unknown = new Set(candidates.map(({ series }) => series).filter((id) => !seeds.find("series", id)));
  const sketches = sketchSeries(unknown, target, release);
  const defined = wanted["new-series"] ? sketches : new Map<string, never>();
  const isDefined = (id: string) => !unknown.has(id) || defined.has(id);
  const comparison = new Comparison(target, { source: wanted.source ?? "", release, isDefined });
  for (const candidate of candidates) comparison.add(candidate);
  const refusals = [...readings.flatMap((reading) => reading.refusals), ...comparison.refusals];
  const report = reportOf(
    {
      comparison,
      refusals,
      unmapped: readings.flatMap((reading) => reading.unmapped),
      blanks: readings.reduce((sum, { blanks }) => sum + blanks, 0),
      leftOut: readings.reduce((sum, { leftOut }) => sum + leftOut, 0),
      newSeries: [...defined.keys()],
      couldFollow: wanted["new-series"] ? 0 : sketches.size,
    },
    wanted.all ?? false,
  );
  const insertion = new Insertion(target);
  insertion.observations([...comparison.added, ...comparison.revised.map(({ row }) => row)], defaultFile);
  const likes = new Map([...defined.values()].map(({ row, like }) => [row, like]));
  const inFolder = target.isOwn ? target.folder.length + 1 : 0;
  insertion.rows("series", [...likes.keys()], (row) => likes.get(row)!.file.slice(inFolder));
  return { code: refusals.length > 0 ? 1 : 0, text: `${report}\n${written(insertion, target, wanted)}` };
}

function written({ changed }: Insertion, { folder }: Target, wanted: Wanted): string {
  if (wanted["dry-run"]) return "Dry run: nothing was written.";
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return changed.size === 0 ? "Nothing was written." : `Wrote ${[...changed.keys()].join(", ")}.`;
}
