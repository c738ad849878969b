/** The project's formula engine for a browser test. Univer's packages do not load inside Jest: it runs in a Node of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT, typescript } from "../../tools/build/run";
import type { EngineFunction, Invoke, Outcome } from "../../tools/eval/engine";
import type { FromEngine, ToEngine } from "./engine-messages";

export class EngineProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<
    number,
    { resolve: (outcome: Outcome) => void; reject: (reason: Error) => void }
  >();
  private last = 0;

  /** `invoke` answers the functions. */
  constructor(functions: readonly EngineFunction[], invoke: Invoke) {
    this.child = spawn(process.execPath, typescript(join(__dirname, "engine-child.ts")), {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.child.on("message", (message: FromEngine) => {
      if (message.kind === "outcome") this.waiting.get(message.id)?.resolve(message.outcome);
      else void this.answer(message, invoke);
    });
    this.child.on("exit", () => {
      for (const { reject } of this.waiting.values()) reject(new Error("the formula engine ended"));
    });
    this.tell({ kind: "start", functions });
  }

  evaluate(formula: string): Promise<Outcome> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.tell({ kind: "evaluate", id, formula });
    });
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }

  private async answer({ call, name, args }: Extract<FromEngine, { kind: "call" }>, invoke: Invoke): Promise<void> {
    const result = await Promise.resolve(invoke(name, args)).catch((error: unknown) => ({
      error: "#VALUE!",
      message: String(error),
    }));
    this.tell({ kind: "answer", call, result });
  }

  private tell(message: ToEngine): void {
    this.child.send(message);
  }
}
