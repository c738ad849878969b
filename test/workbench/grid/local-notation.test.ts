import { toEnglish } from "../../../workbench/grid/local-notation";
import { ENGLISH, HOST_LOCALES } from "../../../workbench/host/host-locale";

const GERMAN = HOST_LOCALES.find(({ name }) => name === "de-DE")!;

test.each([
  ['=METALS.IMPORTS("copper";2024;;;"USD bn")*1,5', '=METALS.IMPORTS("copper",2024,,,"USD bn")*1.5'],
  ["=IF(A1>0,5;\"a;b,c\";'Blatt;1'!A1)", "=IF(A1>0.5,\"a;b,c\",'Blatt;1'!A1)"],
  ['=TOY("say ""no;""";1)', '=TOY("say ""no;""",1)'],
  ["=SUM({1;2};3)", "=SUM({1;2},3)"],
])("%s is %s in English", (local, english) => {
  expect(toEnglish(local, GERMAN)).toBe(english);
});

test.each(['=METALS.IMPORTS("copper",2024)', "=SUM({1;2})", '="a;b"', "=1+1"])("%s is English already", (formula) => {
  expect(toEnglish(formula, GERMAN)).toBe(formula);
});

test("where the comma separates, a semicolon is left for the formula engine to refuse", () => {
  expect(toEnglish("=SUM(1;2)", ENGLISH)).toBe("=SUM(1;2)");
});
