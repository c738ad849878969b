import { Dataset } from "../../../src/dataset/dataset";
import { createSession } from "../../../src/functions/languages";
import { Tracer, shownOf } from "../../../src/sheets/trace/tracer";
import { seedRelease } from "../../fixtures/compiled";
import { COPPER } from "../../update/releases";

let tracer: Tracer;
beforeAll(() => {
  tracer = new Tracer(createSession(new Dataset(seedRelease()), { addinVersion: "0.1.0" }));
});

test("a figure is looked at and taken", () => {
  const asked = ["METALS.IMPORTS", ["copper", 2024]] as const;
  const { outcome, read } = tracer.trace(...asked);
  const answered = tracer.answer(...asked)!;
  expect([shownOf(outcome), answered.value]).toEqual([67330000000, 67330000000]);
  expect(
    [answered.evidence, read].map((figures) =>
      figures.some(({ series, period }) => series.id === COPPER && period === "2024"),
    ),
  ).toEqual([true, true]);
});

test("nothing of the call before is left", () => {
  const asked = ["METALS.SOURCE", ["imports", "copper", 2012]] as const;
  const { outcome, read } = tracer.trace(...asked);
  expect(shownOf(outcome)).toEqual(expect.stringContaining("ANDAMAN"));
  expect(
    [tracer.answer(...asked)!.evidence, read].map((figures) => new Set(figures.map(({ period }) => period))),
  ).toEqual([new Set(["2012"]), new Set(["2012"])]);
});

test("a refusal is the error that the cell shows, with its reason; a function of a later version is none", () => {
  const refused = tracer.trace("METALS.IMPORTS", ["coper", 2024]).outcome;
  expect([shownOf(refused), refused]).toEqual([
    { error: "#VALUE!" },
    expect.objectContaining({ kind: "refused", reason: expect.stringContaining("coper") }),
  ]);
  expect(shownOf(tracer.trace("METALS.LATER", []).outcome)).toBeUndefined();
});

test.each<[string, Parameters<Tracer["trace"]>[1]]>([
  ["METALS.IMPORTS", ["copper", 2023]],
  ["METALS.SOURCE", ["imports", "copper", 2023]],
  ["METALS.GRID", ["imports", "copper", [[2022, 2023]]]],
])("%s looks at its figures again when it is asked again", (id, args) => {
  const [first, second] = [tracer.trace(id, args), tracer.trace(id, args)];
  expect(first.read.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
});
