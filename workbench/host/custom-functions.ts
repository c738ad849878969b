/**
 * `Microsoft.ExcelServices.CustomFunctions`: calls functions in the add-in and takes their results. Calls made in one
 * turn go out in one message, as Excel sends them when it recalculates.
 */
import { firstError, wireArguments, type CallArgument } from "./call-arguments";
import type { FunctionDefinition, FunctionsMetadata } from "./function-metadata";
import { hostObject, type HostObject } from "./host-object";
import { asOutcome, readResults, type Outcome } from "./invocation-results";
import type { MessageEntry } from "./message-entry";

const CUSTOM_FUNCTIONS_CATEGORY = 1;
const INVOCATION = 1000;
const CANCELLATION = 1001;

enum InvocationFlags {
  Cancelable = 1,
  Streaming = 2,
  ErrorsAllowed = 4,
}

export interface Call {
  readonly id: string;
  readonly args: readonly CallArgument[];
  /** The cell that calls, as `Sheet1!A1`; Excel leaves it out in previews. */
  readonly address?: string;
}

export interface Invocation {
  readonly outcome: Promise<Outcome>;
  /** Tells a cancelable function that nobody waits any more; the outcome stays open. */
  cancel(): void;
}

export interface CustomFunctionsOptions {
  readonly metadata: FunctionsMetadata;
  readonly send: (entries: readonly MessageEntry[]) => void;
  /** Answered to `_GetEnabledFeatures`: 2 makes the runtime hand results over every 200 ms instead of every 500. */
  readonly enabledFeatures?: readonly number[];
}

export class CustomFunctions {
  /** Resolves when the add-in says it is ready to be called. */
  readonly ready: Promise<void>;
  isReady = false;
  /** How many invocations went out in each message so far. */
  readonly batches: number[] = [];
  private announce: () => void = () => undefined;
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private readonly definitions: ReadonlyMap<string, FunctionDefinition>;
  private queue: MessageEntry[] = [];
  private last = 0;

  constructor(private readonly options: CustomFunctionsOptions) {
    this.definitions = new Map(
      options.metadata.functions.map((definition) => [definition.id.toUpperCase(), definition]),
    );
    this.ready = new Promise((resolve) => {
      this.announce = () => {
        this.isReady = true;
        resolve();
      };
    });
  }

  invoke({ id, args, address }: Call): Invocation {
    const definition = this.definitions.get(id.toUpperCase());
    if (!definition) return settled({ error: "#NAME?", message: "" });
    const error = this.options.metadata.allowErrorForDataTypeAny ? undefined : firstError(args);
    if (error) return settled(asOutcome(error));
    const invocationId = ++this.last;
    const outcome = new Promise<Outcome>((resolve) => this.waiting.set(invocationId, resolve));
    this.enqueue([
      CUSTOM_FUNCTIONS_CATEGORY,
      INVOCATION,
      "",
      [
        invocationId,
        definition.id,
        wireArguments(args, definition.parameters),
        address ?? null,
        this.flags(definition),
        null,
      ],
      0,
    ]);
    return { outcome, cancel: () => this.enqueue([CUSTOM_FUNCTIONS_CATEGORY, CANCELLATION, "", { invocationId }, 0]) };
  }

  /** The service the runtime talks to. */
  service(): HostObject {
    const take = (_: unknown, results: unknown) => this.take(results);
    const methods = {
      _SetOsfControlContainerReadyForCustomFunctions: this.announce,
      _GetEnabledFeatures: () => this.options.enabledFeatures ?? [],
      SetInvocationResults: take,
      SetInvocationArrayResults: take,
    };
    return hostObject({ name: "CustomFunctions", methods }, this);
  }

  private flags({ options }: FunctionDefinition): number {
    return (
      (options?.cancelable ? InvocationFlags.Cancelable : 0) +
      (options?.stream ? InvocationFlags.Streaming : 0) +
      (this.options.metadata.allowErrorForDataTypeAny ? InvocationFlags.ErrorsAllowed : 0)
    );
  }

  private enqueue(entry: MessageEntry): void {
    this.queue.push(entry);
    if (this.queue.length > 1) return;
    void this.ready.then(() => {
      const entries = this.queue;
      this.queue = [];
      this.batches.push(entries.filter(([, type]) => type === INVOCATION).length);
      this.options.send(entries);
    });
  }

  private take(results: unknown): void {
    for (const [id, outcome] of readResults(results)) {
      this.waiting.get(id)?.(outcome);
      this.waiting.delete(id);
    }
  }
}

const settled = (outcome: Outcome): Invocation => ({ outcome: Promise.resolve(outcome), cancel: () => undefined });
