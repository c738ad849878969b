import { FUNCTIONS } from "../../src/functions";
import { Words } from "../../src/query/words/words";
import { metadata } from "../../tools/functions-json/metadata";
import { nameFaults } from "../../tools/functions-json/names";
import { golden } from "../fixtures/golden";
import { seeds } from "../fixtures/seeds";

const BASE = "https://example.org/orebook";
const dataset = seeds();
const made = (language: "en" | "zh") =>
  metadata({
    functions: FUNCTIONS,
    dataset,
    words: new Words(dataset),
    base: BASE,
    language,
  });
const [english, chinese] = [made("en"), made("zh")];

describe("functions.json", () => {
  it("is what was kept, the words of its lists apart", () => {
    const now = { ...english, enums: english.enums.map(({ id }) => id) };
    expect(now).toEqual(golden("functions.json", now));
  });

  it("has the same shape in Chinese: ids, names and words that go into formulas do not change with the language", () => {
    const shape = ({ enums, functions }: typeof english) => ({
      enums: enums.map(({ id, values }) => [id, values.map(({ stringValue }) => stringValue)]),
      functions: functions.map(({ description: _, helpUrl: __, parameters, ...rest }) => ({
        ...rest,
        parameters: parameters.map(({ description: ___, ...parameter }) => parameter),
      })),
    });
    expect(shape(chinese)).toEqual(shape(english));
    const now = chinese.functions.map(({ id, description, parameters }) => ({
      id,
      description,
      parameters: parameters.map((parameter) => parameter.description),
    }));
    expect(now).toEqual(golden("functions.zh-cn.json", now));
  });

  it("lets errors and rich values through to the functions", () => {
    expect(english).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true });
  });

  it("declares no number, matrices where a range belongs, and optional arguments at the end only", () => {
    for (const { parameters } of english.functions) {
      for (const { type, customEnumId } of parameters) expect(type).toBe(customEnumId ? "string" : "any");
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    }
    const matrices = english.functions.flatMap(({ id, parameters }) =>
      parameters.filter(({ dimensionality }) => dimensionality === "matrix").map(({ name }) => `${id} ${name}`),
    );
    expect(matrices).toEqual(["METALS.GRID items", "METALS.GRID periods", "METALS.GRID country"]);
  });

  it("refers to lists that it has, each word once, with something to say of it", () => {
    for (const { enums, functions } of [english, chinese]) {
      const used = new Set(
        functions.flatMap(({ parameters }) => parameters.flatMap(({ customEnumId }) => customEnumId ?? [])),
      );
      expect([...used].sort()).toEqual(enums.map(({ id }) => id).sort());
      for (const { values } of enums) {
        expect(new Set(values.map(({ stringValue }) => stringValue)).size).toBe(values.length);
        for (const { name, stringValue, tooltip } of values) {
          for (const text of [name, stringValue, tooltip]) expect(text).not.toBe("");
          expect(tooltip.length).toBeLessThan(255);
        }
      }
    }
  });

  it("keeps descriptions under 255 characters in both languages", () => {
    for (const { functions } of [english, chinese]) {
      for (const { description, parameters } of functions)
        for (const text of [description, ...parameters.map((parameter) => parameter.description)])
          expect(text.length).toBeLessThan(255);
    }
  });

  it("sends every function to its own help page", () => {
    expect(english.functions.map(({ helpUrl }) => helpUrl)).toEqual(
      FUNCTIONS.map(({ id }) => `${BASE}/help/${id.toLowerCase()}.html`),
    );
    expect(chinese.functions.map(({ helpUrl }) => helpUrl)).toEqual(
      FUNCTIONS.map(({ id }) => `${BASE}/help/zh/${id.toLowerCase()}.html`),
    );
  });
});

describe("names", () => {
  it.each([
    [["METALS.IMPORTS", "REE.QUOTA"], []],
    [["1METALS"], ["a letter first"]],
    [["AB"], ["3 to 128"]],
    [["A".repeat(129)], ["3 to 128"]],
    [["METALS-IMPORTS"], ["a letter first"]],
    [["ABC123"], ["is a cell address"]],
    [["R1C1"], ["is a cell address"]],
    [["METALS.A_B", "METALS.A.B"], ["the same name as METALS.A_B"]],
    [["METALS.IMPORTS", "metals.imports"], ["the same name as METALS.IMPORTS"]],
  ])("%p", (names, faults) => {
    expect(nameFaults(names)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
  });
});
