import { isDeepStrictEqual } from "node:util";
import { callsIn, FormulaSyntaxError, localFormula, nodesOf, parse, withTypedNames } from "../../../src/sheets/formula";
import { tokenize } from "../../../src/sheets/formula/read/tokens";
import { cellsOf } from "../../../src/sheets/notation/place";
import { rectangleOf, splitSheet } from "../../../src/sheets/notation/reference";
import { checkIn, follow, trackerOf } from "../../../src/sheets/share/ledger/tracker";
import { parseRectangle } from "../../../workbench/host/a1";
import { must, taken, type Target } from "../target";
import tried from "./tried.json";

const isSyntax = (error: unknown) => error instanceof FormulaSyntaxError;

export const formula: Target = () => ({
  ...tried.formula,
  read: (input) => {
    const text = `=${input.replace(/^=/, "")}`;
    requireTokens(text);
    for (const { start, end, args, name } of callsIn(text)) {
      must(text.slice(start, start + name.length) === name, "a call does not stand where it says");
      must(
        end <= text.length && args.every((arg) => text.slice(arg.start, arg.end) === arg.text),
        "an argument does not stand where it says",
      );
    }
    return taken(() => {
      const whole = parse(text);
      // Reading each of thousands of parts again would take longer than what is looked for.
      for (const node of nodesOf(whole).slice(0, 200)) {
        must(
          node.start >= 1 && node.end <= text.length && node.start < node.end,
          "a part stands outside of its formula",
        );
        const part = parse(`=${text.slice(node.start, node.end)}`);
        must(part.kind === node.kind, "a part does not read by itself as it does in its formula");
      }
    }, isSyntax);
  },
});

/** Printed one after the other, tokens are the formula again. */
function requireTokens(text: string): void {
  let at = 1;
  for (const { start, text: own } of tokenize(text)) {
    must(
      text.slice(at, start).trim() === "" && text.startsWith(own, start),
      "the tokens of a formula are not its text",
    );
    at = start + own.length;
  }
  must(text.slice(at).trim() === "", "the tokens of a formula end before it");
}

export const names: Target = () => ({
  ...tried.formula,
  read: (input) => {
    for (const namespace of ["", "METALS"]) {
      const typed = withTypedNames(input, namespace);
      must(withTypedNames(typed, namespace) === typed, "names that were typed change again");
      const isFormula = input.startsWith("=") && taken(() => parse(input), isSyntax);
      must(isFormula || typed === input, "names change in a text that is no formula");
      if (isFormula)
        must(
          taken(() => parse(typed), isSyntax),
          "a formula with typed names is none any more",
        );
    }
    const local = localFormula(input, { name: "de-DE", decimal: ",", list: ";" });
    must(local.length === input.length, "a formula in another notation has another length");
    return input.startsWith("=");
  },
});

export const tracker: Target = () => ({
  seeds: [...tried.formula.seeds, "=Sheet1:Sheet3!A1", "='[Book 2.xlsx]Sheet1'!A1+Data!B2", "='a b'!A:A+2:2"],
  words: tried.formula.words,
  read: (input) => {
    const home = { sheet: "Data", area: { row: 4, column: 2, rows: 1, columns: 1 }, formula: input };
    const cell = trackerOf("abc123", home);
    const content = typeof cell === "object" && cell !== null && "formula" in cell ? cell.formula : cell;
    must(content === "abc123" || checkIn(content) === "abc123", "a tracker does not show its fingerprint");
    const found = follow(home, content);
    must(found.gone === undefined, "a tracker over cells that are there says that they are gone");
    must(
      found.formula === input && found.sheet === home.sheet && cellsOf(found.area) === cellsOf(home.area),
      "a tracker does not lead home",
    );
    return content !== "abc123";
  },
});

export const address: Target = () => ({
  ...tried.address,
  read: (input) => {
    const { sheet, rest } = splitSheet(input);
    must(sheet !== undefined || rest === input, "an address without a sheet is another one");
    const area = rectangleOf(rest);
    const other = parseRectangle(rest);
    must((area === undefined) === (other === null), "Orebook and the workbench disagree whether this is an address");
    if (!area || !other) return false;
    must(
      area.row === other.row &&
        area.column === other.column &&
        area.rows === other.rowCount &&
        area.columns === other.columnCount,
      "Orebook and the workbench read other cells",
    );
    const again = rectangleOf(cellsOf(area));
    must(isDeepStrictEqual(again, area), "an address as it is written reads as other cells");
    return true;
  },
});
