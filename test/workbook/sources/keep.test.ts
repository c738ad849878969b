/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { Channel } from "../../../src/update";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { ReleaseControl } from "../../../src/workbook/refresh/release-control";
import { keepSources } from "../../../src/workbook/sources/keep";
import { writeSources } from "../../../src/workbook/sources/update";
import { eventually } from "../../e2e/eventually";
import { openBench, type Bench } from "../refresh/bench";

const NOW = new Date(2026, 11, 2);

let bench: Bench;
let releases: ReleaseControl;
const session = jest.fn(() => Promise.resolve(bench.session()));

beforeEach(async () => {
  bench = await openBench();
  const channel = new Channel({
    base: "https://data.example/",
    current: () => bench.session().dataset,
    addinVersion: "0.1.0",
    fetch: () => Promise.reject(new Error("offline")),
    digester: crypto.subtle,
  });
  releases = new ReleaseControl({
    standing: bench.standing,
    channel,
    refresher: bench.refresher,
    session: bench.session,
    now: () => NOW,
  });
  const request = { recipe: "strategic-metals-imports", arguments: { to: "2024" }, mode: "values" } as const;
  const at = { sheetId: bench.workbook.sheets.active, sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 };
  expect(await insertTable(bench.session(), request, at, false)).toMatchObject({ kind: "inserted" });
  await writeSources(bench.session(), NOW);
  session.mockClear();
  keepSources({ standing: bench.standing, releases, session, today: () => NOW });
});

/** Which of the two prints of copper in 2024 the Sources sheet has. */
async function prints(): Promise<string[]> {
  const cells = (await bench.values("Sources!A1:G80")).flat();
  return ["67.33 USD bn", "67.5 USD bn"].filter((text) => cells.includes(text));
}

test("the sheet follows where only tables moved, and their way back", async () => {
  expect(await prints()).toEqual(["67.33 USD bn"]);
  await releases.compare("refresh");
  await releases.move({ tables: "workbook", onlyTables: true });
  await eventually(prints, ["67.5 USD bn"]);
  await releases.undo();
  await eventually(prints, ["67.33 USD bn"]);
});

test("it is written once where the workbook moved with its tables, and each time on the way back", async () => {
  await releases.compare("refresh");
  await releases.move({ tables: "workbook" });
  await eventually(prints, ["67.5 USD bn"]);
  await releases.undo();
  await eventually(prints, ["67.33 USD bn"]);
  expect(session).toHaveBeenCalledTimes(2);
});

test("where no table was written it stays as it is", async () => {
  await releases.compare("refresh");
  await releases.move({ onlyTables: true });
  expect([releases.state.outcome?.kind, session.mock.calls.length]).toEqual(["done", 0]);
});
