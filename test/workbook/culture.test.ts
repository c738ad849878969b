import { cultureOf, ENGLISH } from "../../src/sheets/notation/culture";
import { readCulture } from "../../src/workbook/culture";
import { openExcel } from "./excel";

test("arguments are separated by a semicolon where the comma is the decimal sign", () => {
  expect(cultureOf("de-DE", ",")).toEqual({ name: "de-DE", decimal: ",", list: ";" });
  expect(cultureOf("en-US", ".")).toEqual({ name: "en-US", decimal: ".", list: "," });
});

test("the culture is Excel's own", async () => {
  openExcel();
  expect(await readCulture()).toEqual({ name: "en-US", decimal: ".", list: "," });
});

test("an Excel that does not tell its culture is taken for an English one", async () => {
  const excel = openExcel({ api: "1.10" });
  expect(await readCulture()).toEqual(ENGLISH);
  expect(excel.requests()).toBe(0);
});
