import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome } from "../../cli";
import type { Reading } from "../reading";
import { reportOf } from "../report";
import { Comparison } from "./compare";
import { Insertion } from "./insert";
import { sketchSeries } from "./new-series";
import { pathIn, type Target } from "./target";

/** What the call asks for beyond the files. */
export interface Wanted {
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
  insertion.rows("series", [...likes.keys()], (row) => pathIn(target, likes.get(row)!.file));
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
