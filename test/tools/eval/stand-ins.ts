import { createInterface } from "node:readline";
import {
  createEngine,
  type Cells,
  type EngineFunction,
  type Outcome,
  type Result,
  type Value,
} from "../../../tools/eval/engine";

/** A request on standard input, one a line. */
export interface Request {
  formulas: string[];
  cells: Cells;
}

/** The answer, a line on standard output. */
export type Answer = { outcomes: Outcome[] } | { rejected: string };

/** Stand-ins for custom functions: what they are given and what they give is known here, whatever the dataset says. */
const METHODS: Record<string, (args: Value[]) => Result | Promise<Result>> = {
  "METALS.IMPORTS": ([metal, period]) => {
    if (metal !== "copper") return { error: "#VALUE!", message: `metal: ${JSON.stringify(metal)} is not known` };
    return period === 2024
      ? { value: 67330000000 }
      : { error: "#N/A", message: `no figure for ${JSON.stringify(period)}` };
  },
  "METALS.ECHO": (args) => ({ value: JSON.stringify(args) }),
  "METALS.BLOCK": (args) => ({ value: JSON.stringify(args) }),
  "METALS.TABLE": () => ({
    value: [
      ["year", "value"],
      [2023, { error: "#N/A" }],
      ["2024-06", true],
    ],
  }),
  "METALS.ONE": () => ({ value: [[42]] }),
  "METALS.PASS": ([value]) => (isErrorValue(value) ? { ...value, message: "" } : { value: 1 }),
  "REE.LATER": async ([value]) => ({ value: Number(value) * 2 }),
  "REE.REFUSED": async () => ({ error: "#NUM!", message: "growth from zero" }),
  "REE.REJECTED": () => Promise.reject(new Error("no data")),
  "REE.THROWING": () => {
    throw new Error("a defect");
  },
  "REE.ENDLESS": () => ({ value: Infinity }),
  "REE.ROWS": () => ({ value: [[1], [2]] }),
  "REE.RAGGED": () => ({ value: [[1, 2], [3]] }),
};

const SPILLING = ["METALS.TABLE", "METALS.ONE", "REE.RAGGED"];

const functions: EngineFunction[] = Object.keys(METHODS).map((name) => ({
  name,
  parameters: ["first", "second", "third", "fourth"].map((parameter, index) => ({
    name: parameter,
    optional: index > 1,
    matrix: name === "METALS.BLOCK",
  })),
  matrix: SPILLING.includes(name),
}));

function isErrorValue(value: Value | undefined): value is { error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

async function main(): Promise<void> {
  const engine = await createEngine({ functions, invoke: (name, args) => METHODS[name]!(args) });
  for await (const line of createInterface({ input: process.stdin })) {
    const { formulas, cells } = JSON.parse(line) as Request;
    const answer: Answer = await engine.evaluateAll(formulas, cells).then(
      (outcomes) => ({ outcomes }),
      (reason: Error) => ({ rejected: reason.message }),
    );
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  engine.close();
}

void main();
