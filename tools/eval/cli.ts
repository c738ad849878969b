import { parseArgs } from "node:util";
import type { Cell, Engine, Outcome } from "./engine";

export const HELP = `npm run eval -- [options] '=FORMULA' …

Evaluates Excel formulas without Excel, Orebook's functions among them.
A value is printed as it is, a spill as rows with tabs, an error as its value and why.
Without a formula, or with -, formulas are read from standard input, one a line.

  --json           one JSON object a line: {"formula","value"} or {"formula","error","message"};
                   a spill's value is an array of rows
  --as-of <when>   answer as known on a date (2025-03-31) or as a data release gave it (R1)
  --1904           dates count from 1904, as the cells of such a workbook send them; DATE() itself goes on from 1900
  --help           this text

Exit code: 0 values, 1 an error value among them, 2 not evaluated.
npm prints two lines of its own first; npm run --silent eval leaves them out.

  npm run eval -- '=REE.QUOTA(2024,"mining")' '=METALS.IMPORTS("copper",2024)/1E9'`;

export interface Streams {
  /** The lines of standard input. */
  lines(): AsyncIterable<string>;
  /** Writes a line to standard output, or to standard error. */
  print(line: string): void;
  complain(line: string): void;
}

const OPTIONS = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
  "as-of": { type: "string" },
  "1904": { type: "boolean", default: false },
} as const;

/** Runs the command with its arguments; gives the exit code. `open` starts what evaluates, as of the given moment and with dates of one system. */
export async function run(
  args: readonly string[],
  streams: Streams,
  open: (asOf: string | undefined, dateSystem: 1900 | 1904) => Promise<Pick<Engine, "evaluate" | "close">>,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help) {
      streams.print(HELP);
      return 0;
    }
    const evaluator = await open(values["as-of"], values["1904"] ? 1904 : 1900);
    try {
      return await evaluateEach(formulas(positionals, streams), evaluator, (outcome) =>
        streams.print(values.json ? JSON.stringify(outcome) : asText(outcome)),
      );
    } finally {
      evaluator.close();
    }
  } catch (error) {
    streams.complain((error as Error).message);
    return 2;
  }
}

async function* formulas(given: readonly string[], streams: Streams): AsyncGenerator<string> {
  for (const formula of given.length === 0 ? ["-"] : given) {
    if (formula === "-") yield* streams.lines();
    else yield formula;
  }
}

async function evaluateEach(
  source: AsyncIterable<string>,
  evaluator: Pick<Engine, "evaluate">,
  print: (outcome: Outcome) => void,
): Promise<number> {
  let code = 0;
  for await (const formula of source) {
    if (formula.trim() === "") continue;
    const outcome = await evaluator.evaluate(formula);
    if ("error" in outcome) code = 1;
    print(outcome);
  }
  return code;
}

/** An outcome for people: the value, tab-separated rows, or the error value and why. */
function asText(outcome: Outcome): string {
  if ("error" in outcome) return `${outcome.error}  ${outcome.message}`;
  const { value } = outcome;
  return Array.isArray(value) ? value.map((row) => row.map(cellText).join("\t")).join("\n") : cellText(value);
}

/** Every digit of a number; TRUE and FALSE as Excel writes them. */
function cellText(cell: Cell): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}
