import { nearest } from "../../../src/query/words/nearest";
import { normalise } from "../../../src/query/words/normalise";
import { readPhrase } from "../../../src/query/words/phrase";
import { Refusal } from "../../../src/query/refusal";
import { Words } from "../../../src/query/words/words";
import { WORD_LISTS } from "../../../src/query/words/spellings";
import { IMPORTS, twoReleases } from "../../fixtures/two-releases";

const dataset = twoReleases();
const words = new Words(dataset);
const phrase = (text: string) => {
  const read = readPhrase(dataset, words, text, "indicator");
  return "series" in read ? read.series.id : read.ask;
};
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("was not refused");
};

describe("normalising", () => {
  it("drops case, accents, spaces, hyphens and punctuation, and keeps Chinese", () => {
    expect(["Rare-Earth  Magnets", "rare_earth magnets", "RÁRE EARTH MAGNETS"].map(normalise)).toEqual([
      "rareearthmagnets",
      "rareearthmagnets",
      "rareearthmagnets",
    ]);
    expect(normalise("中重稀土（元素）")).toBe("中重稀土元素");
    expect(normalise("ＣＵ")).toBe("cu");
  });
});

describe("the nearest words", () => {
  it("forgive a letter missing, added, replaced or swapped", () => {
    for (const typed of ["coper", "coppper", "cupper", "cpoper", "copperr"])
      expect(nearest(typed, ["zinc", "copper", "cobalt", "tin"])[0]).toBe("copper");
  });

  it("prefer the whole of a word that was begun", () => {
    expect(nearest("alum", ["tin", "lead", "aluminium"])[0]).toBe("aluminium");
  });

  it("show several spellings as one, and no more than asked", () => {
    expect(
      nearest(
        "aluminum",
        [
          ["aluminium", "aluminium"],
          ["aluminum", "aluminium"],
          ["alumina", "alumina"],
          ["tin", "tin"],
        ],
        2,
      ),
    ).toEqual(["aluminium", "alumina"]);
  });
});

describe("words", () => {
  it("stand for one code per indicator", () => {
    expect(words.find("items", "aluminium", "imports")).toBe("aluminium");
    expect(words.find("items", "bauxite", "imports")).toBe("aluminium");
    expect(words.find("items", "bauxite", "production")).toBe("bauxite");
    expect(words.find("items", "aluminium", "reserves")).toBe("bauxite");
  });

  it("are refused with the argument they fit", () => {
    expect(refusalOf(() => words.read("items", "Pakistan", "metal")).data).toEqual({
      argument: "metal",
      word: "Pakistan",
      fits: "country",
      expected: "metal",
    });
    expect(refusalOf(() => words.read("items", "2024-06", "metal")).data).toMatchObject({ fits: "period" });
    expect(refusalOf(() => words.read("areas", "weight", "partner")).data).toMatchObject({ fits: "measure" });
    expect(refusalOf(() => words.read("areas", "coper", "partner")).kind).toBe("unknownWord");
  });

  it("that are valid but not here are refused with those that are", () => {
    expect(refusalOf(() => words.readOneOf("stages", "refinery", "stage", ["mining", "smelting"])).data).toEqual({
      argument: "stage",
      word: "refinery",
      valid: ["mining", "smelting"],
    });
    expect(words.readOneOf("stages", "smelting and separation", "stage", ["mining", "smelting"])).toBe("smelting");
  });

  it("every word of every list leads back to its code or to a code of the same list", () => {
    for (const list of WORD_LISTS) {
      for (const { id } of dataset.codes(list).values()) expect([id, words.find(list, id)]).toEqual([id, id]);
    }
  });
});

describe("an indicator with qualifiers", () => {
  it.each([
    ["imports", { indicator: "imports" }],
    ["进口", { indicator: "imports" }],
    ["imports weight", { indicator: "imports", measure: "weight" }],
    ["weight imports", { indicator: "imports", measure: "weight" }],
    ["imports, by weight", { indicator: "imports", measure: "weight" }],
    ["imports baci", { indicator: "imports", basis: "baci" }],
    ["imports unit value baci", { indicator: "imports", measure: "unit-value", basis: "baci" }],
    ["production refinery", { indicator: "production", stage: "refinery" }],
    ["quota mining heavy batch 1", { indicator: "quota", stage: "mining", group: "heavy", batch: "b1" }],
    ["heavy quota mining", { indicator: "quota", stage: "mining", group: "heavy" }],
    ["quota mining China Northern", { indicator: "quota", stage: "mining", holder: "china-northern" }],
    ["quota smelting and separation", { indicator: "quota", stage: "smelting" }],
    ["mining quota", { indicator: "quota", stage: "mining" }],
    ["smelting & separation quota", { indicator: "quota", stage: "smelting" }],
    ["refinery production", { indicator: "production", stage: "refinery" }],
    ["value added growth", { indicator: "value-added" }],
    ["mining investment growth", { indicator: "mining-investment" }],
    ["imports growth", { indicator: "imports", transformation: "growth" }],
    ["imports copper", { indicator: "imports", item: "copper" }],
    ["ree exports", { indicator: "exports", item: "rare-earths", measure: "weight" }],
    ["magnet exports", { indicator: "exports", item: "rare-earth-magnets", measure: "weight" }],
    ["magnet exports value", { indicator: "exports", item: "rare-earth-magnets", measure: "value" }],
  ])("%s", (text, ask) => {
    expect(phrase(text)).toEqual(ask);
  });

  it("or a series id in any case", () => {
    expect(phrase(` ${IMPORTS.toUpperCase()} `)).toBe(IMPORTS);
  });

  it.each([
    ["inports", "unknownWord"],
    ["imports of moonstone", "unknownWord"],
    ["mining quotas of Mars", "unknownWord"],
    ["imports Pakistan", "misplaced"],
    ["2024", "misplaced"],
    ["copper", "misplaced"],
  ])("%s is refused as %s", (text, kind) => {
    expect(refusalOf(() => phrase(text)).kind).toBe(kind);
  });

  it("names the nearest indicator", () => {
    expect((refusalOf(() => phrase("inports")).data as { nearest: string[] }).nearest[0]).toBe("imports");
  });

  it.each([
    ["quota minning", ["quota mining"]],
    ["imports weigth", ["imports weight"]],
    ["quota moonstone", []],
  ])("%s: mends the one word that no list has", (text, near) => {
    expect((refusalOf(() => phrase(text)).data as { nearest: string[] }).nearest).toEqual(near);
  });
});
