/** The formula engine in its own process: functions are answered by the parent, which asks the add-in in the browser. */
import { createEngine, type Engine, type Result } from "../../tools/eval/engine";
import type { FromEngine, ToEngine } from "./engine-messages";

const waiting = new Map<number, (result: Result) => void>();
let calls = 0;
let engine: Promise<Engine> | undefined;

const tell = (message: FromEngine): void => void process.send!(message);

process.on("message", (message: ToEngine) => {
  if (message.kind === "start") {
    engine = createEngine({
      functions: message.functions,
      invoke: (name, args) =>
        new Promise((resolve) => {
          waiting.set(++calls, resolve);
          tell({ kind: "call", call: calls, name, args });
        }),
    });
  } else if (message.kind === "answer") {
    waiting.get(message.call)?.(message.result);
    waiting.delete(message.call);
  } else {
    void engine!
      .then((started) => started.evaluate(message.formula))
      .then((outcome) => tell({ kind: "outcome", id: message.id, outcome }));
  }
});

// The parent's end is the engine's end.
process.on("disconnect", () => process.exit(0));
