/** Errors and hints write formulas as the user types them. */
import { createCaller, FunctionError, type Session } from "../../src/functions";
import { inNotation, type Notation } from "../../src/functions/messages/notation";
import { localFormula } from "../../src/sheets/formula";
import { cultureOf } from "../../src/sheets/notation/culture";
import { sessionOf } from "../fixtures/seeds";

const GERMAN: Notation = { decimal: ",", list: ";" };
const SWISS: Notation = { decimal: ".", list: ";" };

test.each([
  ["en-US", ".", ","],
  ["zh-CN", ".", ","],
  ["de-DE", ",", ";"],
  ["fr-FR", ",", ";"],
  ["de-CH", ".", ";"],
  ["it-CH", ".", ";"],
  ["fr-CH", ",", ";"],
  ["de-LI", ".", ";"],
])("%s with %s separates by %s", (name, decimal, list) => {
  expect(cultureOf(name, decimal).list).toBe(list);
});

test.each([
  [
    'Try =METALS.IMPORTS("copper, ores",2024,,"weight"), or not.',
    'Try =METALS.IMPORTS("copper, ores";2024;;"weight"), or not.',
  ],
  ["REE.QUOTA(year, stage, [group], [batch])", "REE.QUOTA(year; stage; [group]; [batch])"],
  ["METALS.X(1.5,{1,2},METALS.Y(2,3)), 2.5", "METALS.X(1,5;{1,2};METALS.Y(2;3)), 2.5"],
  ["METALS.GRID( has no end, nor this", "METALS.GRID( has no end, nor this"],
  ["copper, zinc; METALS.GRID takes ranges", "copper, zinc; METALS.GRID takes ranges"],
])("%s", (english, german) => {
  expect(inNotation(english, GERMAN)).toBe(german);
  expect(inNotation(english, { decimal: ".", list: "," })).toBe(english);
});

test.each([
  ['=METALS.IMPORTS("a,b",A1,,0.5)', '=METALS.IMPORTS("a,b";A1;;0,5)', '=METALS.IMPORTS("a,b";A1;;0.5)'],
  ["=SUM((A1,B2),{1,2;3,4.5})", "=SUM((A1;B2);{1.2;3.4,5})", "=SUM((A1;B2);{1\\2;3\\4.5})"],
  ["='a,b'!A1+1.5%", "='a,b'!A1+1,5%", "='a,b'!A1+1.5%"],
  ["text, 1.5", "text, 1.5", "text, 1.5"],
])("%s as it is shown", (formula, german, swiss) => {
  expect(localFormula(formula, { name: "de-DE", ...GERMAN })).toBe(german);
  expect(localFormula(formula, { name: "de-CH", ...SWISS })).toBe(swiss);
});

test.each([
  ["METALS.IMPORTS", []],
  ["METALS.IMPORTS", [2024, "copper"]],
  ["METALS.IMPORTS", [[["copper"], ["zinc"]], 2024]],
  ["METALS.PRODUCTION", ["copper", 2024, null, null, "MT"]],
  ["REE.QUOTA", [2024, "rare earths"]],
  ["METALS.IMPORTS", ["gallium", 2024, null, "weight"]],
])("%s(%j) is refused in the user's notation", (id, args) => {
  const textIn = (session: Session) => {
    try {
      createCaller(session).call(id, args);
    } catch (error) {
      if (error instanceof FunctionError) return error.message;
    }
    throw new Error("not refused");
  };
  for (const language of ["en", "zh"] as const) {
    const session = sessionOf({ language });
    const german = textIn({ ...session, notation: GERMAN });
    expect(german).toBe(inNotation(textIn(session), GERMAN));
    expect(german).not.toMatch(/(?:METALS|REE)\.[A-Z]+\([^)"]*,/);
  }
});
