import { createCaller, FunctionError, isCellError, type Block } from "../../src/functions";
import { build, findRecipe, type TableArguments } from "../../src/tables";
import { refusalOf } from "./refusal";
import { openSession } from "./release";

const session = openSession();
const { dataset, units } = session;
const caller = createCaller(session);

const refused = (id: string, args: TableArguments) =>
  refusalOf(() => build(findRecipe(dataset, id, "name"), args, session));

describe("arguments that do not fit are refused, the first one first", () => {
  it.each<[string, string, TableArguments, object]>([
    [
      "an item that is none, with the nearest",
      "world-production",
      { item: "coper" },
      { kind: "unknownWord", data: { argument: "item", nearest: expect.arrayContaining(["copper"]) } },
    ],
    [
      "a period where the item belongs",
      "world-production",
      { item: "2024" },
      { kind: "misplaced", data: { argument: "item", fits: "period" } },
    ],
    [
      "an item, by a table that takes none",
      "rare-earth-quotas",
      { item: "copper" },
      { kind: "notTaken", data: { argument: "item" } },
    ],
    [
      "a beginning, by a table of one year",
      "pakistan-minerals",
      { from: "2020" },
      { kind: "notTaken", data: { argument: "from" } },
    ],
    [
      "a unit, by a table in which each row has its own",
      "nonferrous-sector",
      { unit: units.get("t") },
      { kind: "notTaken", data: { argument: "unit" } },
    ],
    [
      "a month in a table of years",
      "metal-prices",
      { from: "2024-06" },
      { kind: "notPeriod", data: { argument: "from", hint: "years" } },
    ],
    [
      "a span that runs backwards",
      "metal-prices",
      { from: "2024", to: "2020" },
      { kind: "backwards", data: { argument: "to" } },
    ],
    [
      "a beginning after the end",
      "rare-earth-quotas",
      { from: "2030" },
      { kind: "backwards", data: { argument: "from" } },
    ],
    [
      "a unit of another kind",
      "metal-prices",
      { unit: units.get("kt") },
      { kind: "wrongUnit", data: { argument: "unit", valid: expect.arrayContaining(["USD/t"]) } },
    ],
    [
      "an item without any figure, with those that have",
      "world-reserves",
      { item: "gallium" },
      { kind: "noSeries", data: { offered: expect.arrayContaining(["copper"]) } },
    ],
    [
      "a span without any figure, with the reason",
      "rare-earth-quotas",
      { from: "2025", to: "2025" },
      { kind: "absent", data: { reason: "confidential" } },
    ],
    ["a span without any event", "export-controls", { to: "2010" }, { kind: "nothing" }],
  ])("%s", (_, id, args, expected) => {
    expect(refused(id, args)).toMatchObject(expected);
  });
});

describe("as of an earlier day", () => {
  const spill = (...args: unknown[]) => caller.call("METALS.TABLE", args) as Block;
  const chile = (rows: Block) => rows.find(([country]) => country === "Chile")!;

  it("a table shows what its cells show", () => {
    const [now, then] = [
      spill("world production", "copper", 2024, 2024),
      spill("world production", "copper", 2024, 2024, null, "2025-06-30"),
    ];
    expect(chile(now)[1]).toBe(5510);
    expect(chile(then)[1]).toBe(5300);
    expect(chile(then)[1]).toBe(caller.call("METALS.PRODUCTION", ["copper", 2024, "Chile", null, "kt", "2025-06-30"]));
  });

  it("ends with the last year that was known", () => {
    expect(spill("world production", "copper", null, null, null, "2025-06-30")[0]).toEqual(
      ["Country", 2020, 2021, 2022, 2023, 2024, "Share of world, 2024"].map(String),
    );
    expect(spill("world production", "copper")[0]).toContain("2025");
  });

  it("lists the controls announced by then, in the state of that day", () => {
    const then = spill("export controls", null, null, null, null, "2025-11-01");
    expect(then.length).toBeLessThan(spill("export controls").length);
    const package57 = then.find((row) => row.includes("Announcement 57/2025"))!;
    expect(package57[then[0]!.indexOf("State on 2025-11-01")]).toBe("Announced but not yet in force");
  });

  it("a workbook that is pinned needs no as-of argument", () => {
    const pinned = createCaller(openSession("en", "2025-06-30"));
    expect(pinned.call("METALS.TABLE", ["world production", "copper"])).toEqual(
      spill("world production", "copper", null, null, null, "2025-06-30"),
    );
  });
});

describe("METALS.TABLE", () => {
  it("spills the header and the rows; a missing figure is an error in its own cell, with the reason", () => {
    const [header, ...rows] = caller.call("METALS.TABLE", ["rare earth quotas", null, null, 2025]) as Block;
    expect(header).toEqual([
      "Year",
      "Mining",
      "Mining, change",
      "Smelting and separation",
      "Smelting and separation, change",
    ]);
    const [year, mining] = rows.at(-1)!;
    expect(year).toBe(2025);
    expect(isCellError(mining) && [mining.error, mining.message]).toEqual([
      "#N/A",
      expect.stringMatching(/confidential/i),
    ]);
    expect(rows.find(([first]) => first === 2024)).toEqual([
      2024,
      270000,
      expect.closeTo(15 / 255, 12),
      254000,
      expect.closeTo(10150 / 243850, 12),
    ]);
  });

  it("leaves no cell empty", () => {
    for (const row of caller.call("METALS.TABLE", ["export controls"]) as Block)
      for (const cell of row) expect(cell).not.toBe("");
  });

  it("says which table was meant", () => {
    expect(() => caller.call("METALS.TABLE", ["rare earth qotas"])).toThrow(FunctionError);
    expect(() => caller.call("METALS.TABLE", ["rare earth qotas"])).toThrow(
      /"rare earth qotas" is not known; nearest: .*rare earth quotas/,
    );
  });

  it("speaks Chinese to a Chinese session", () => {
    const [header] = createCaller(openSession("zh")).call("METALS.TABLE", ["稀土配额"]) as Block;
    expect(header).toEqual(["年份", "开采", "开采同比", "冶炼分离", "冶炼分离同比"]);
  });
});
