import { call, evaluate, refusal, refused } from "../fixtures/seeds";
import { LATER, twoReleases } from "../fixtures/two-releases";

describe("rule 8: as-of", () => {
  it("a date sees what was published by then, a release all it gave", () => {
    const at = (asOf: unknown) => call("METALS.PRODUCTION", "cobalt", 2024, "World", null, null, asOf);
    expect(at("2025-06-30")).toBe(290000);
    expect(at("2026-02-05")).toBe(290000);
    expect(at("2026-02-06")).toBe(302000);
    expect(at("R1")).toBe(302000);
    expect(at("r1")).toBe(302000);
    expect(at(2025)).toBe(290000);
    expect(at("2026-02")).toBe(302000);
    expect(at(46059)).toBe(302000);
  });

  it("what is neither is refused", () => {
    expect(refused("METALS.PRODUCTION", "cobalt", 2024, null, null, null, "R9")).toMatch(
      /^#VALUE! as_of: "R9" is neither a date .* nor a data release \(R1/,
    );
  });

  it("a pinned workbook answers as on its day", () => {
    expect(evaluate('=METALS.PRODUCTION("cobalt",2024,"World")', { standing: { day: "2025-06-30" } })).toBe(290000);
    expect(
      evaluate('=METALS.REVISIONS("production","cobalt",2024,"World")', { standing: { day: "2025-06-30" } }),
    ).toHaveLength(1);
  });

  it("a workbook on a release this data does not reach says so", () => {
    expect(refusal('=METALS.IMPORTS("copper",2024)', { standing: { release: "R9" } })).toMatch(
      /^#N\/A This workbook is on data release R9/,
    );
  });
});

describe("two data releases", () => {
  const dataset = twoReleases();
  const on = (formula: string, standing = {}) => evaluate(formula, { dataset, standing });

  it("a formula answers as the release it names, or as the workbook stands", () => {
    expect(on('=METALS.IMPORTS("copper",2024)')).toBe(120000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"R1")')).toBe(210000000);
    expect(on('=METALS.IMPORTS("copper",2024)', { release: "R1" })).toBe(210000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"R2")', { release: "R1" })).toBe(120000000);
    expect(refusal('=METALS.IMPORTS("copper",2021)', { dataset, standing: { release: "R1" } })).toMatch(
      /^#N\/A .*no figure for 2021; there are: 2022 to 2024/,
    );
  });

  it("a date narrows the release the workbook is on", () => {
    expect(on('=METALS.IMPORTS("copper",2023,,,,,"2024-06-30")')).toBe(110000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"2025-12-31")', { release: "R1" })).toBe(210000000);
  });

  it("a release that names another source first is left as it was", () => {
    expect(on('=METALS.PRODUCTION("zinc",2023)')).toBe(4100);
    expect(on('=METALS.PRODUCTION("zinc",2023)', { release: "R1" })).toBe(4000);
  });

  it("a series that came later is not in an earlier release", () => {
    expect(on(`=METALS.GET("${LATER}",2024)`)).toBe(50000000);
    expect(refusal(`=METALS.GET("${LATER}",2024)`, { dataset, standing: { release: "R1" } })).toBe(
      `#N/A ${LATER}: no series of data release R1.`,
    );
  });

  it("absences, revisions, coverage and counts are as the release had them", () => {
    expect(refusal('=METALS.IMPORTS("copper",2018)', { dataset, standing: { release: "R1" } })).toContain(
      "confidential",
    );
    expect(refusal('=METALS.IMPORTS("copper",2018)', { dataset })).toContain("not published");
    expect(on('=METALS.REVISIONS("imports","copper",2023)')).toEqual([
      ["2024-02-01", 110000000, "first print", "Office of Examples (2024-02-01)"],
      ["2025-02-01", 112000000, 2000000, "Office of Examples via Example Press (2025-02-01)"],
    ]);
    expect(on('=METALS.VERSION("observations")', { release: "R1" })).toBe(9);
    expect([on('=METALS.VERSION("pin")'), on('=METALS.VERSION("pin")', { release: "R1", day: "2024-02-15" })]).toEqual([
      "none",
      "2024-02-15",
    ]);
    expect(on("=METALS.VERSION()", { release: "R1", day: "2024-02-15" })).toBe(
      "Orebook 0.1.0, data release R1 of 2026-01-31, pinned to 2024-02-15: 3 observations, 4 series, 2 sources",
    );
    expect(on('=METALS.STATUS("imports","copper",2023)')).toContain("revised: was 110 USD m as published 2024-02-01");
  });

  it("months are added up, and STATUS says so", () => {
    expect(on('=REE.EXPORTS("magnets","2025-Q1")')).toBe(3004.5);
    expect(on('=METALS.STATUS("magnet exports",,"2025-Q1")')).toBe(
      "derived: sum of 3 months 2025-01 to 2025-03; source: Office of Examples (2024-02-01)",
    );
  });

  it("controls are intervals", () => {
    const controlled = (date: string) => on(`=REE.CONTROLLED("dysprosium","${date}")`);
    expect(controlled("2025-02-28")).toBe("not listed");
    expect(controlled("2025-03-31")).toBe("announced, not yet in force; due 2025-04-01 (Announcement 1/2025)");
    expect(controlled("2025-04-01")).toBe("licence required since 2025-04-01 (Announcement 1/2025)");
    expect(controlled("2025-12-31")).toBe("suspended 2025-10-01 to 2025-12-31 (Announcement 1/2025)");
    expect(controlled("2026-01-01")).toBe(
      "suspended from 2025-10-01, due to end on 2025-12-31; what followed is not in the data (Announcement 1/2025)",
    );
    expect(controlled("2026-12-31")).toMatch(/; as known on 2026-06-30$/);
  });
});
