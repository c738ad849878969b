import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { ROOT, typescript } from "../../../tools/build/run";
import type { Cells, Outcome } from "../../../tools/eval/engine";
import type { Answer, Request } from "./stand-ins";

/** The engine with stand-in functions, in a Node of its own: Univer's packages do not load inside Jest. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  private readonly lines: Interface;

  constructor() {
    this.child = spawn(process.execPath, typescript(join(__dirname, "stand-ins.ts")), {
      cwd: ROOT,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.lines = createInterface({ input: this.child.stdout! });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  async evaluate(formula: string, cells: Cells = {}): Promise<Outcome> {
    return (await this.evaluateAll([formula], cells))[0]!;
  }

  /** What a formula gives, without the formula: a value, or `[error, message]`. */
  async show(formula: string, cells: Cells = {}): Promise<unknown> {
    const outcome = await this.evaluate(formula, cells);
    return "error" in outcome ? [outcome.error, outcome.message] : outcome.value;
  }

  async evaluateAll(formulas: string[], cells: Cells = {}): Promise<Outcome[]> {
    const request: Request = { formulas, cells };
    this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error("the engine ended");
    const answer = JSON.parse(value) as Answer;
    if ("rejected" in answer) throw new Error(answer.rejected);
    return answer.outcomes;
  }

  /** Ends the engine; gives its exit code. */
  async close(): Promise<number> {
    const ended = once(this.child, "exit");
    this.child.stdin!.end();
    return (await ended)[0] as number;
  }
}
