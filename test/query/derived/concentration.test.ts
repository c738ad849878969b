import type { Answer } from "../../../src/query/answer/answer";
import type { Reader } from "../../../src/query/answer/candidates";
import { completeAsk } from "../../../src/query/answer/ask";
import { resolve } from "../../../src/query/answer/compute";
import { byCountry, concentration } from "../../../src/query/derived/concentration";
import { share } from "../../../src/query/derived/share";
import { orThrow } from "../../../src/query/refusal";
import { openSession } from "../../tables/release";
import { viewAt } from "../../../src/dataset/view";

const session = openSession();
const reader: Reader = { view: viewAt(session.dataset), units: session.units };
const production = (item: string, reporter = "wld") =>
  completeAsk(reader.view, { indicator: "production", item, reporter });

const sum = (answers: readonly Answer[], of: (share: number) => number, world: number) =>
  answers.reduce((total, { value }) => total + of(value.toNumber() / world), 0);

describe("concentration by country", () => {
  it.each(["copper", "rare-earths", "cobalt", "gallium"])("is the sum of the squared percentages: %s", (item) => {
    const world = resolve(reader, production(item), "2024");
    const parts = byCountry(reader, production(item), world);
    expect(parts.length).toBeGreaterThan(3);
    expect(concentration(reader, production(item), "2024").value.toNumber()).toBeCloseTo(
      sum(parts, (part) => (100 * part) ** 2, world.value.toNumber()),
      8,
    );
  });

  it("counts countries, not the world or the other countries together", () => {
    const world = resolve(reader, production("copper"), "2024");
    const reporters = byCountry(reader, production("copper"), world).map(({ ask }) => ask.reporter);
    expect(reporters).toContain("chl");
    for (const aggregate of ["wld", "rest", "eu27"]) expect(reporters).not.toContain(aggregate);
    expect(reporters).toEqual([...new Set(reporters)]);
  });

  it("leaves out a country that the edition of the world total no longer lists", () => {
    const southAfrica = resolve(reader, production("zinc", "zaf"), "2024");
    const world = resolve(reader, production("zinc"), "2024");
    expect(southAfrica.observation!.source).not.toBe(world.observation!.source);
    expect(byCountry(reader, production("zinc"), world).map(({ ask }) => ask.reporter)).not.toContain("zaf");
  });

  it("takes every country on the basis of the world, though another basis would answer first", () => {
    const world = resolve(reader, production("aluminium"), "2023");
    const china = byCountry(reader, production("aluminium"), world).find(({ ask }) => ask.reporter === "chn");
    expect([
      china!.observation!.series.basis,
      resolve(reader, production("aluminium", "chn"), "2023").observation!.series.basis,
    ]).toEqual(["usgs", "nbs"]);
  });
});

describe("a share", () => {
  it("is the part on the basis of the whole", () => {
    const found = orThrow(share(reader, production("aluminium", "chn"), production("aluminium"), "2023"));
    expect(found.value.toNumber()).toBeCloseTo(41600 / 70000, 12);
    expect(found.arithmetic!.terms.map(({ observation }) => observation!.series.basis)).toEqual(["usgs", "usgs"]);
  });
});
