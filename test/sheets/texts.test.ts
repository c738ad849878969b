import { auditTexts } from "../../src/sheets/audit/texts";
import { refreshTexts } from "../../src/sheets/refresh/texts";
import { ledgerTexts } from "../../src/sheets/share/ledger/texts";
import { sourcesTexts } from "../../src/sheets/sources/texts";

/** How many headers each list of a language has. */
const lengths = (texts: object): unknown[] =>
  Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
    Array.isArray(text) ? [[name, text.length]] : typeof text === "object" && text !== null ? lengths(text) : [],
  );

test.each([
  ["audit", auditTexts],
  ["changes", refreshTexts],
  ["formulas", ledgerTexts],
  ["sources", sourcesTexts],
] as const)("the %s sheet has as many headers in Chinese as in English", (_, texts) => {
  expect(lengths(texts.en).length).toBeGreaterThan(0);
  expect(lengths(texts.zh)).toEqual(lengths(texts.en));
});
