import { createContext, Script, type Context } from "node:vm";
import { hits, placesKnown } from "./instrument";
import { mutated } from "./mutate";
import { Chance } from "./random";
import type { Opened } from "./target";

interface Finding {
  readonly input: string;
  readonly reason: string;
}

/** An input may take no longer. */
const SLOW = 1000;

/** After so long nothing more is expected of an input. */
const HUNG = 10_000;

/** Between two looks at the clock that ends what hangs. */
const BATCH = 200;

/** A finding is looked for again under the same reason only so often. */
const MOST_FINDINGS = 20;

/** Searches for inputs that a reader must not choke on: what reaches code that none before reached is built upon. */
export class Search {
  private readonly corpus: string[] = [];
  private readonly seen = new Uint8Array(hits.length);
  private readonly findings = new Map<string, Finding>();
  private readonly chance: Chance;
  private executions = 0;
  private taken = 0;
  private slowest = 0;
  private input = "";

  constructor(
    private readonly reader: Opened,
    seed: number,
    private readonly hung = HUNG,
  ) {
    this.chance = new Chance(seed);
  }

  run({ executions, milliseconds }: { readonly executions: number; readonly milliseconds: number }) {
    const end = performance.now() + milliseconds;
    const [script, alone] = [new Script("batch()"), new Script("alone()")];
    const queue = [...this.reader.seeds];
    const batch = () => {
      for (let i = 0; i < BATCH && this.executions < executions; i++) {
        this.input = queue.pop() ?? this.next();
        this.executions++;
        this.execute(this.input);
      }
    };
    const context = createContext({ batch, alone: () => this.execute(this.input) });
    while (this.executions < executions && performance.now() < end && this.findings.size < MOST_FINDINGS) {
      // A busy machine holds up many inputs together, and a stopped one any: what it was at is tried again by itself, and
      // hangs if it is ended again while it had the processor for a tenth of the time.
      const isTried = this.spentUntilEnded(script, context) !== undefined;
      const spent = isTried ? this.spentUntilEnded(alone, context) : undefined;
      if (spent !== undefined && spent > this.hung / 10) this.note(`hangs for ${this.hung} ms`);
    }
    return {
      executions: this.executions,
      taken: this.taken,
      corpus: this.corpus.length,
      places: this.seen.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0),
      findings: [...this.findings.values()],
      slowest: this.slowest,
    };
  }

  /** Milliseconds that a script had the processor before it was ended for the time it took; undefined: it came to its end. */
  private spentUntilEnded(script: Script, context: Context): number | undefined {
    const before = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: this.hung });
      return undefined;
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }
  }

  private next(): string {
    const { chance, corpus, reader } = this;
    // Half of the time from what was found last.
    const recent = Math.max(0, corpus.length - 16);
    const base =
      corpus.length === 0
        ? ""
        : chance.below(2)
          ? chance.of(corpus)
          : corpus[recent + chance.below(corpus.length - recent)]!;
    const other = corpus.length === 0 ? "" : chance.of(corpus);
    return reader.mutate?.(base, other, chance) ?? mutated(base, other, reader.words, chance);
  }

  private execute(input: string): void {
    hits.fill(0, 0, placesKnown());
    // Of the processor: what a busy machine waits for is no fault of the reader.
    const before = process.cpuUsage();
    try {
      if (this.reader.read(input)) this.taken++;
    } catch (error) {
      this.note(reasonOf(error));
    }
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    this.slowest = Math.max(this.slowest, took);
    if (took > SLOW) this.note(`takes longer than a second for ${input.length} characters`);
    if (this.isNew()) this.corpus.push(input);
  }

  /** Whether a place was reached for the first time, or far more often than ever. */
  private isNew(): boolean {
    let isNew = false;
    for (let place = 0, end = placesKnown(); place < end; place++) {
      const count = hits[place]!;
      if (count === 0) continue;
      const size = 1 << (count < 4 ? count - 1 : Math.min(7, 2 + Math.floor(Math.log2(count))));
      if ((this.seen[place]! & size) === 0) {
        this.seen[place]! |= size;
        isNew = true;
      }
    }
    return isNew;
  }

  private note(reason: string): void {
    const known = this.findings.get(reason);
    if (!known || this.input.length < known.input.length) this.findings.set(reason, { input: this.input, reason });
  }
}

/** The same for the same fault: what it says, without the input, and where it was thrown. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `throws ${String(error)}`;
  const place = /\(?([^\s(]+:\d+):\d+\)?$/m.exec(error.stack?.split("\n").slice(1).join("\n") ?? "")?.[1] ?? "";
  const message =
    error.name === "Broken" ? error.message : error.message.replace(/["'“«].*["'”»]/su, "…").slice(0, 120);
  return `${error.name}: ${message} ${place.split(/[\\/]/).slice(-2).join("/")}`;
}
