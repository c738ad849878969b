import { viewAt } from "../../../src/dataset/view";
import { completeAsk, type PartialAsk } from "../../../src/query/answer/ask";
import { resolve } from "../../../src/query/answer/compute";
import { orRefusal, Refusal, type RefusalData } from "../../../src/query/refusal";
import { refusal, seeds, sessionOf } from "../../fixtures/seeds";

const { units } = sessionOf();
const reader = { view: viewAt(seeds()), units };

/** Why a question has no answer; undefined where it has one. */
function whyNot(said: PartialAsk, period: string, at = reader): Refusal | undefined {
  const found = orRefusal(() => resolve(at, completeAsk(at.view, said), period));
  return found instanceof Refusal ? found : undefined;
}

describe("a hint keeps the measure that was asked for", () => {
  const items = [...seeds().codes("items").keys()];
  const questions = ["imports", "exports"].flatMap((indicator) =>
    items.flatMap((item) => ["value", "weight"].map((measure) => ({ indicator, item, measure }))),
  );

  it("for all goods, in every year: no formula leads to another measure", () => {
    let hints = 0;
    for (const said of questions) {
      for (const period of ["2012", "2018", "2022", "2023", "2024", "2025-06"]) {
        const why = whyNot(said, period);
        if (why?.kind !== "elsewhere") continue;
        const { what, series, near } = why.data as RefusalData["elsewhere"];
        if (what === "measure") continue;
        hints++;
        expect(seeds().seriesById(series)?.measure).toBe(said.measure);
        for (const item of near)
          expect(seeds().series.some((one) => one.item === item && one.measure === said.measure)).toBe(true);
      }
    }
    expect(hints).toBeGreaterThan(20);
  });

  it("tonnes of gallium lead to goods held in tonnes", () => {
    const text = refusal('=METALS.IMPORTS("gallium",2023,,"weight")');
    expect(text).toContain("gallium germanium basket");
    expect(text).not.toContain(".value.");
    expect(refusal('=METALS.EXPORTS("refined copper",2023,,"weight")')).not.toContain("METALS.GET");
  });
});

describe("a day before the documents held", () => {
  it("says which document prints the figure first, and never that it was not published", () => {
    const text = refusal('=METALS.IMPORTS("copper",2024,,,,,"2009-01-01")');
    expect(text).toMatch(
      /no document in the data that is of 2009-01-01 or before prints it; the first that does: .+ from 2025-08-31/,
    );
    expect(text).not.toContain("published on");
  });

  it("for every question that has an answer now", () => {
    const early = { view: viewAt(seeds(), { day: "1900-01-01" }), units };
    for (const series of seeds().series) {
      const { indicator, transformation, item, reporter, partner, stage, group, batch, holder, measure, basis } =
        series;
      if (transformation !== "level" || series.rank === undefined) continue;
      const said = { indicator, item, reporter, partner, stage, group, batch, holder, measure, basis };
      const period = reader.view.periods(series).at(-1);
      if (period) expect(whyNot(said, period, early)?.kind).toBe("notYetKnown");
    }
  });

  it("for a sum of months names the last of their documents", () => {
    const why = whyNot({ indicator: "exports", item: "rare-earth-magnets", measure: "weight" }, "2025-Q3", {
      view: viewAt(seeds(), { day: "2020-01-01" }),
      units,
    });
    expect(why?.data).toMatchObject({ first: "2025-10-20" });
  });
});
