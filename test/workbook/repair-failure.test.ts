/** Every message of a repair fails in its turn. */
import { repair } from "../../src/workbook/repair";
import type { WorkbookError } from "../../src/sheets/workbook-error";
import { FATES, openFailing, type FailingExcel } from "./failing";

const STORED = '=_xldudf_METALS_IMPORTS("copper",2024)';
const COPPER = '=METALS.IMPORTS("copper",2024)';

async function start(): Promise<FailingExcel> {
  let isLoaded = false;
  const failing = openFailing({ isLoaded: () => isLoaded });
  const { excel } = failing;
  excel.workbook.names.set({ name: "Copper", comment: "", visible: true, scope: null, refersTo: STORED });
  await excel.enter("A1", [[STORED, COPPER, "=Copper*2"]]);
  isLoaded = true;
  return failing;
}

const content = ({ excel }: FailingExcel) => [
  ...excel.formulas("A1:C1")[0]!,
  excel.workbook.names.get("Copper", null)!.refersTo,
];
const BROKEN = [STORED, COPPER, "=Copper*2", STORED];
const REPAIRED = [COPPER, COPPER, "=Copper*2", COPPER];

test.each(FATES)(
  "each message in turn is %s: it is whole or did not happen, and a second time completes it",
  async (_, fate, persistent) => {
    const reference = await start();
    reference.fail(Infinity);
    await repair("");
    const messages = reference.sent();
    expect([messages > 5, content(reference)]).toEqual([true, REPAIRED]);
    for (let at = 0; at < messages; at++) {
      const failing = await start();
      failing.fail(at, fate, persistent);
      const outcome = await repair("").then(
        ({ kind }) => kind,
        (error: WorkbookError) => error.fault,
      );
      failing.fail(Infinity);
      if (outcome === "repaired") expect({ at, content: content(failing) }).toEqual({ at, content: REPAIRED });
      else {
        expect(persistent ? ["failed", "halfway"] : ["failed"]).toContain(outcome);
        if (outcome === "failed") expect({ at, content: content(failing) }).toEqual({ at, content: BROKEN });
      }
      await repair("");
      expect({ at, content: content(failing), values: await failing.excel.values("A1:C1") }).toEqual({
        at,
        content: REPAIRED,
        values: [[67330000000, 67330000000, expect.anything()]],
      });
    }
  },
);
