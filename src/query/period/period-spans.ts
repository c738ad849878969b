import { grouped } from "../../dataset/catalogue";
import { comparePeriods, frequencyOf, monthsSpanned } from "../../dataset/period";
import { remembering, rememberingOf } from "../../dataset/remembering";

/** Periods of one kind, one after the other. */
export interface PeriodSpan {
  readonly from: string;
  readonly to: string;
}

/** Fewer in a row are quicker read one by one. */
const SHORTEST = 3;

/** Periods as spans, those of the kind asked for first. Three or more in a row become one span. */
export function periodSpans(periods: readonly string[], asked: string): readonly PeriodSpan[] {
  return spansOf(periods)(frequencyOf(asked) ?? "");
}

/** Once for a list and a kind: the refusals of a column name the same periods in every row. */
const spansOf = rememberingOf((periods: readonly string[]) =>
  remembering((first): readonly PeriodSpan[] => {
    const kinds = grouped([...periods].sort(comparePeriods), (period): string => frequencyOf(period) ?? "");
    const others = [...kinds].flatMap(([kind, ofKind]) => (kind === first ? [] : [ofKind]));
    return [kinds.get(first) ?? [], ...others].flatMap((kind) =>
      runs(kind).flatMap((run) =>
        run.length < SHORTEST
          ? run.map((period) => ({ from: period, to: period }))
          : [{ from: run[0]!, to: run.at(-1)! }],
      ),
    );
  }),
);

function runs(periods: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const period of periods) {
    const run = found.at(-1);
    const previous = run?.at(-1);
    if (run && previous && monthsSpanned(previous).last + 1 === monthsSpanned(period).first) run.push(period);
    else found.push([period]);
  }
  return found;
}
