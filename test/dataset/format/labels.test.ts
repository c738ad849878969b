import { Dataset } from "../../../src/dataset/dataset";
import { encodeTable, textColumn, type ReleaseFile } from "../../../src/dataset/format/codec";
import { isPlain, withoutNames, written } from "../../../src/dataset/format/labels";
import { seedRelease } from "../../fixtures/compiled";

const AREAS = {
  columns: ["id", "label", "label_zh"],
  rows: [
    ["chn", "China", "中国"],
    ["ner", "Niger", "尼日尔"],
    ["nga", "Nigeria", ""],
  ],
};

function file(series: readonly (readonly [reporter: string, partner: string, label: string, chinese: string])[]) {
  const columns = ["reporter", "partner", "label", "label_zh"];
  const tables = { series: encodeTable({ columns, rows: series }), "codes/areas": encodeTable(AREAS) };
  return { schema: 3, release: "R1", date: "2026-01-31", minAddin: "0.2.0", tables };
}

const labelsOf = (written: ReleaseFile, name: string) => [...textColumn(written.tables["series"]!, name)];

it("leaves the areas of a series out of its label", () => {
  const short = withoutNames(
    file([
      ["chn", "ner", "China: exports to Niger (China Customs)", "中国：向尼日尔出口（中国海关）"],
      ["chn", "nga", "China: exports to Nigeria (China Customs)", "中国：向尼日利亚出口（中国海关）"],
      ["chn", "wld", "Exports of tin", "锡出口"],
    ]),
  );
  expect(labelsOf(short, "label")).toEqual([
    "{reporter}: exports to {partner} (China Customs)",
    "{reporter}: exports to {partner} (China Customs)",
    "Exports of tin",
  ]);
  // Of an area without a Chinese name nothing can be left out.
  expect(labelsOf(short, "label_zh")).toEqual([
    "{reporter}：向{partner}出口（中国海关）",
    "{reporter}：向尼日利亚出口（中国海关）",
    "锡出口",
  ]);
});

it("writes out a label that would be read otherwise", () => {
  const odd = "China: exports to {partner}, Niger";
  expect(labelsOf(withoutNames(file([["chn", "ner", odd, odd]])), "label")).toEqual([odd]);
  expect([isPlain(odd), isPlain("China: exports to Niger")]).toEqual([false, true]);
  expect(written("{reporter}: $& of {other}", "China", "Niger")).toBe("China: $& of {other}");
});

it("leaves a release of an earlier layout as it was written", () => {
  const early = { ...file([["chn", "ner", "China: exports to Niger", "中国：向尼日尔出口"]]), schema: 2 };
  expect(withoutNames(early)).toBe(early);
});

it("is read in the release of this repository as it was written", () => {
  const whole = seedRelease();
  const short = withoutNames(whole);
  const saidBy = (release: ReleaseFile) =>
    new Dataset(release).series.map(({ id, label, label_zh }) => [id, label, label_zh]);
  expect(saidBy(short)).toEqual(saidBy(whole));
  const lengthOf = (release: ReleaseFile) => JSON.stringify(release.tables["series"]).length;
  expect(lengthOf(short)).toBeLessThan(0.6 * lengthOf(whole));
});
