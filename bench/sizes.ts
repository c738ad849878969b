import { Dataset } from "../src/dataset/dataset";
import type { ReleaseFile } from "../src/dataset/format/codec";
import { viewAt } from "../src/dataset/view";
import { createCaller } from "../src/functions";
import { createSession } from "../src/functions/languages";
import { createSearch } from "../src/query/search/search";
import { keystrokesIn, slowest } from "./keystrokes";
import { sideBySide, type Line } from "./measure";
import { grownRelease } from "./scale";
import { syntheticRelease } from "./synthetic";

const CALLS = 10_000;
const FIGURES = [1_000, 10_000, 100_000, 1_000_000];
const SERIES = [100, 1_000, 10_000, 100_000];

/** What is read, asked and searched for, over ever more figures and series: each size beside the smallest. */
export async function sizeLines(text: string): Promise<Line[]> {
  const real = JSON.parse(text) as ReleaseFile;
  const lines: Line[] = [];
  const [least, ...more] = FIGURES.map((count) => ({ count, dataset: new Dataset(syntheticRelease(real, count)) }));
  for (const [what, workOf] of [
    ["look-up", lookUps],
    ["words: METALS.GET", calls],
  ] as const)
    for (const { count, dataset } of more)
      lines.push(
        await sideBySide(
          `${what}, ${CALLS} times`,
          { name: `of ${told(least!.count)} figures`, run: workOf(least!.dataset) },
          { name: `of ${told(count)}`, run: workOf(dataset) },
        ),
      );
  return [...lines, ...(await searchLines(real))];
}

/** The real series as far as they go, then copies of them. */
async function searchLines(real: ReleaseFile): Promise<Line[]> {
  const [dataset, grown] = [real, grownRelease(real, { series: SERIES.at(-1)!, figures: SERIES.at(-1)! })].map(
    (file) => new Dataset(file),
  ) as [Dataset, Dataset];
  const slowestOf = (count: number) => {
    const of = count > dataset.series.length ? grown : dataset;
    const every = of.series.length / count;
    const series = Array.from({ length: count }, (_, i) => of.series[Math.floor(i * every)]!);
    return slowest(keystrokesIn(of, createSearch(of, viewAt(of), { series })));
  };
  const [least, ...more] = SERIES;
  const lines: Line[] = [];
  for (const count of more)
    lines.push(
      await sideBySide(
        "search: 99th percentile of keystrokes",
        { name: `over ${told(least!)} series`, run: () => slowestOf(least!) },
        { name: `over ${told(count)}`, run: () => slowestOf(count) },
        { rounds: 1 },
      ),
    );
  return lines;
}

/** Figures from all over a dataset. */
function lookUps(dataset: Dataset): () => void {
  const view = viewAt(dataset);
  const chosen = someOf(dataset);
  return () => {
    for (let i = 0; i < CALLS; i++) view.observation(chosen[i % chosen.length]!, `201${i % 10}-06`);
  };
}

/** The same asked for by the words of a formula. */
function calls(dataset: Dataset): () => void {
  const caller = createCaller(createSession(dataset, { addinVersion: "bench" }));
  const chosen = someOf(dataset);
  return () => {
    for (let i = 0; i < CALLS; i++) caller.outcome("METALS.GET", [chosen[i % chosen.length]!.id, `201${i % 10}-06`]);
  };
}

function someOf({ series }: Dataset) {
  const step = Math.max(1, Math.floor(series.length / 84));
  return series.filter((_, index) => index % step === 0).slice(0, 84);
}

function told(count: number): string {
  return count >= 1_000_000 ? `${count / 1_000_000} M` : count >= 1_000 ? `${count / 1_000} k` : String(count);
}
