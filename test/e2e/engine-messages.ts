/** What a test and its formula engine tell each other; the engine runs in a process of its own. */
import type { EngineFunction, Outcome, Result, Value } from "../../tools/eval/engine";

export type ToEngine =
  | { readonly kind: "start"; readonly functions: readonly EngineFunction[] }
  | { readonly kind: "evaluate"; readonly id: number; readonly formula: string }
  | { readonly kind: "answer"; readonly call: number; readonly result: Result };

export type FromEngine =
  | { readonly kind: "call"; readonly call: number; readonly name: string; readonly args: Value[] }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: Outcome };
