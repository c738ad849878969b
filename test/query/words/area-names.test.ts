import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Refusal } from "../../../src/query/refusal";
import { Words } from "../../../src/query/words/words";
import { seeds } from "../../fixtures/seeds";

const words = new Words(seeds());
const area = (name: string) => words.find("areas", name);

/** Names as ISO 3166, the UN (English and Chinese), UN Comtrade, BACI, the World Bank, the IMF and the USGS print them. */
const PRINTED = readFileSync(join(__dirname, "..", "..", "fixtures", "area-names.tsv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t") as [id: string, ...names: string[]]);
const NAMES = PRINTED.flatMap(([id, ...names]) => names.map((name) => [name, id] as const));

const nearestTo = (name: string): readonly string[] => {
  try {
    words.read("areas", name, "partner");
  } catch (error) {
    if (error instanceof Refusal && error.kind === "unknownWord") return (error.data as { nearest: string[] }).nearest;
  }
  return [];
};

describe("names of countries as statistics offices print them", () => {
  it("every one of more than 1500 is the country it names", () => {
    expect(NAMES.length).toBeGreaterThan(1500);
    expect(NAMES.filter(([name, id]) => area(name) !== id)).toEqual([]);
  });

  it("with the article before, after or in brackets, in capitals and with & for and", () => {
    const turns = NAMES.filter(([name]) => /^[\p{Script=Latin}' -]{4,}$/u.test(name) && !/\bthe\b/i.test(name)).flatMap(
      ([name, id]) =>
        [`the ${name}`, `${name} (the)`, `${name}, The`, name.toUpperCase(), name.replace(" and ", " & ")].map(
          (turned) => [turned, id] as const,
        ),
    );
    expect(turns.length).toBeGreaterThan(2000);
    expect(turns.filter(([name, id]) => area(name) !== id)).toEqual([]);
  });

  it("every area of ISO 3166 is known by its codes and by its number in M49", () => {
    const areas = [...seeds().codes("areas").values()].filter((code) => code["alpha3"]);
    expect(areas.length).toBe(250);
    for (const { id, alpha2, alpha3, m49 } of areas) {
      expect([id, area(String(alpha3))]).toEqual([id, id]);
      if (alpha2 !== "NA") expect([id, area(String(alpha2))]).toEqual([id, id]);
      for (const number of String(m49 ?? "")
        .split("|")
        .filter(Boolean)) {
        expect([id, area(number)]).toEqual([id, id]);
        expect([id, area(String(Number(number)))]).toEqual([id, id]);
      }
    }
  });

  it.each([
    ["842", "usa"],
    ["490", "twn"],
    ["699", "ind"],
    ["001", "wld"],
    ["8420", undefined],
    ["99", undefined],
  ])("the number %s of UN Comtrade and BACI", (number, id) => expect(area(number)).toBe(id));

  it.each(["Congo", "刚果", "congo"])("%s alone could be either of two, and is refused with both", (name) => {
    expect(area(name)).toBeUndefined();
    expect(nearestTo(name).slice(0, 2).sort()).toEqual(
      name === "刚果" ? ["刚果（布）", "刚果（金）"] : ["Congo (Brazzaville)", "DR Congo"],
    );
  });

  it("the two Congos and the two Koreas are never taken for each other, not even in the nearest of a misspelt name", () => {
    const twins = [
      ["cod", "cog"],
      ["kor", "prk"],
    ] as const;
    const other = new Map(twins.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
    const names = NAMES.filter(
      ([name, id]) => other.has(id as never) && name.length > 12 && !/\p{Script=Han}/u.test(name),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom("", "x", "q"), ([name, id], at, letter) => {
        const place = at % name.length;
        const typed = name.slice(0, place) + letter + name.slice(place + 1);
        const wrong = other.get(id as never)!;
        expect([typed, area(typed)]).not.toEqual([typed, wrong]);
        expect([typed, nearestTo(typed)[0]]).not.toEqual([typed, words.mainWord("areas", wrong)]);
      }),
      { numRuns: 500 },
    );
  });
});
