import { Dataset } from "../../src/dataset/dataset";
import { viewAt } from "../../src/dataset/view";
import { createCaller, isCellError } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import { firstRelease, seedRelease } from "../fixtures/compiled";

const QUESTIONS = 5000;

const first = new Dataset(firstRelease());
const newest = new Dataset(seedRelease());
const callerOf = (dataset: Dataset) =>
  createCaller(createSession(dataset, { addinVersion: "0.2.0", standing: { release: "R1" } }));

/** What a formula gives: a figure, rows, or an error by its code: the words of a refusal may improve. */
function answer(caller: ReturnType<typeof callerOf>, id: string, args: readonly unknown[]): unknown {
  try {
    return caller.call(id, args);
  } catch (error) {
    return isCellError(error) ? error.error : String(error);
  }
}

test("whatever is asked as of the first release has the same answer from its own file and from the newest", () => {
  let state = 20261129;
  const draw = (count: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const view = viewAt(first);
  const series = first.series.filter((one) => view.periods(one).length > 0);
  const areas = ["", ...new Set(series.flatMap(({ partner, reporter }) => [partner, reporter]))];
  const [own, later] = [callerOf(first), callerOf(newest)];
  const different: unknown[] = [];
  let figures = 0;
  for (let i = 0; i < QUESTIONS; i++) {
    const one = pick(series);
    const { id, indicator, item, measure, basis, partner, reporter } = one;
    const held = pick(view.periods(one));
    // As often what is held as something beside it.
    const year = draw(2) ? Number(held.slice(0, 4)) : 2010 + draw(17);
    const area = pick([partner, reporter, pick(areas)]);
    const period = pick([held, year, `${year}-${String(draw(12) + 1).padStart(2, "0")}`, `${year}-Q${draw(4) + 1}`]);
    const [id2, args] = pick<readonly [string, readonly unknown[]]>([
      ["METALS.IMPORTS", [item, period, area, measure, null, pick(["", basis])]],
      ["METALS.EXPORTS", [item, period, area, measure, null, pick(["", basis])]],
      ["METALS.BALANCE", [item, period]],
      ["METALS.PRODUCTION", [item, year, area]],
      ["METALS.RESERVES", [item, year, area]],
      ["METALS.PRICE", [item, year]],
      ["METALS.GROWTH", [indicator, item, year]],
      ["METALS.SHARE", [indicator, item, year, area]],
      ["METALS.GET", [id, period]],
      ["REE.QUOTA", [year, pick(["mining", "smelting"]), pick(["", "CNREG", "Northern"])]],
      ["REE.EXPORTS", ["magnets", period, area]],
    ]);
    const [before, after] = [answer(own, id2, args), answer(later, id2, args)];
    if (typeof before === "number") figures++;
    if (JSON.stringify(before) !== JSON.stringify(after)) different.push([id2, ...args, before, after]);
  }
  expect(different).toEqual([]);
  expect(figures).toBeGreaterThan(QUESTIONS / 10);
});
