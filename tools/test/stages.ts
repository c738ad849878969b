/** How a stage ended, in tests; a stage without tests of its own counts as one. */
export interface Outcome {
  passed: number;
  failed: number;
  /** What the counts do not say. */
  note?: string;
}

export interface Stage {
  name: string;
  /** The stage without which this one cannot say anything. */
  needs?: string;
  /** Runs beside the stage before it: each alone leaves the processor idle, and what both show can be told apart. */
  beside?: true;
  run: () => Promise<Outcome>;
}

/** Where the runner gets the time (milliseconds) and shows its lines. */
export interface Surroundings {
  now: () => number;
  show: (line: string) => void;
}

/**
 * Runs all stages, also after one failed, and shows each one's result and time; a stage whose need failed is not run
 * and counts as failed.
 * @returns the sum of all stages.
 */
export async function runStages(stages: readonly Stage[], { now, show }: Surroundings): Promise<Outcome> {
  const failed = new Set<string>();
  const lines: string[] = [];
  const total: Outcome = { passed: 0, failed: 0 };
  for (const batch of batches(stages)) {
    show(`\n=== ${batch.map(({ name }) => name).join(", ")}`);
    const ended = batch.map(async (stage) => {
      const began = now();
      const outcome =
        stage.needs !== undefined && failed.has(stage.needs)
          ? { passed: 0, failed: 1, note: `not run: ${stage.needs} failed` }
          : await attempt(stage);
      return { stage, outcome, line: resultLine(stage.name, outcome, now() - began) };
    });
    for (const { stage, outcome, line } of await Promise.all(ended)) {
      show(line);
      lines.push(line);
      if (outcome.failed > 0) failed.add(stage.name);
      total.passed += outcome.passed;
      total.failed += outcome.failed;
    }
  }
  show(`\n=== result\n${lines.join("\n")}`);
  return total;
}

function batches(stages: readonly Stage[]): Stage[][] {
  const found: Stage[][] = [];
  for (const stage of stages) {
    if (stage.beside && found.length > 0) found.at(-1)!.push(stage);
    else found.push([stage]);
  }
  return found;
}

async function attempt({ run }: Stage): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return { passed: 0, failed: 1, note: (error as Error).message };
  }
}

function resultLine(name: string, { passed, failed, note }: Outcome, milliseconds: number): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  return `${failed > 0 ? "FAIL" : "ok  "} ${name.padEnd(10)}${seconds}  ${passed} passed, ${failed} failed${note ? ` (${note})` : ""}`;
}

/** The outcome of a stage that is one command. */
export function ofCommand(exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: `exit code ${exitCode}` };
}
