import { ofCommand, runStages, type Outcome, type Stage } from "../../../tools/test/stages";

const ending = (name: string, outcome: Outcome, needs?: string): Stage => ({
  name,
  ...(needs === undefined ? {} : { needs }),
  run: () => Promise.resolve(outcome),
});

async function ran(...stages: Stage[]): Promise<{ total: Outcome; shown: string }> {
  const lines: string[] = [];
  let clock = 0;
  const total = await runStages(stages, { now: () => (clock += 1500), show: (line) => lines.push(line) });
  return { total, shown: lines.join("\n") };
}

describe("the stages of npm test", () => {
  test("are summed", async () => {
    const { total } = await ran(ending("lint", ofCommand(0)), ending("unit", { passed: 40, failed: 2 }));
    expect(total).toEqual({ passed: 41, failed: 2 });
  });

  test("go on after a failure", async () => {
    const { total } = await ran(ending("lint", ofCommand(1)), ending("unit", { passed: 3, failed: 0 }));
    expect(total).toEqual({ passed: 3, failed: 1 });
  });

  test("leave out a stage whose need failed, and count it as failed", async () => {
    const run = jest.fn();
    const { total, shown } = await ran(ending("build", ofCommand(1)), { name: "browser", needs: "build", run });
    expect(run).not.toHaveBeenCalled();
    expect(total).toEqual({ passed: 0, failed: 2 });
    expect(shown).toContain("not run: build failed");
  });

  test("run beside the one before where they say so, and are told in order", async () => {
    const steps: string[] = [];
    const stage = (name: string, beside?: true): Stage => ({
      name,
      ...(beside && { beside }),
      run: async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, name === "lint" ? 0 : 20));
        steps.push(`${name} ends`);
        return ofCommand(0);
      },
    });
    const { total, shown } = await ran(stage("typecheck"), stage("lint", true), stage("unit"));
    expect(total).toEqual({ passed: 3, failed: 0 });
    expect(steps).toEqual([
      "typecheck begins",
      "lint begins",
      "lint ends",
      "typecheck ends",
      "unit begins",
      "unit ends",
    ]);
    expect(shown.match(/^ok {3}\w+/gm)!.slice(0, 3)).toEqual(["ok   typecheck", "ok   lint", "ok   unit"]);
  });

  test("run a stage whose need passed", async () => {
    const { total } = await ran(ending("build", ofCommand(0)), ending("browser", { passed: 5, failed: 0 }, "build"));
    expect(total).toEqual({ passed: 6, failed: 0 });
  });

  test("count one that breaks as failed and say why", async () => {
    const { total, shown } = await ran({ name: "browser", run: () => Promise.reject(new Error("No browser found")) });
    expect(total).toEqual({ passed: 0, failed: 1 });
    expect(shown).toContain("No browser found");
  });

  test("are shown with result, time and note", async () => {
    const { shown } = await ran(ending("unit", { passed: 40, failed: 2, note: "1 skipped" }));
    expect(shown).toMatch(/^FAIL unit +1\.5 s +40 passed, 2 failed \(1 skipped\)$/m);
  });
});
