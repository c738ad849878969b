import { Dataset } from "../../../../src/dataset/dataset";
import { createCaller, FUNCTIONS, type Session } from "../../../../src/functions";
import { createSession } from "../../../../src/functions/languages";
import { callsIn, resolveArguments, sameValue } from "../../../../src/sheets/formula";
import { whyDifferent } from "../../../../src/sheets/refresh/formulas/reason";
import { Tracer } from "../../../../src/sheets/trace/tracer";
import { expanded } from "../../../../src/dataset/format/codec";
import { firstRelease, seedRelease } from "../../../fixtures/compiled";
import { nextRelease, secondRelease } from "../../../update/releases";

let newest: Session;
beforeAll(() => {
  newest = createSession(new Dataset(secondRelease()), { addinVersion: "0.1.0" });
});

const standing = (release: string, day?: string): Session => ({ ...newest, standing: { release, day } });
/** What one call answers before and after, and why; undefined where it answers the same, or nothing here answers it. */
const compare = (id: string, args: (string | number | null)[], from = standing("R1"), to = standing("R2")) => {
  const [before, after] = [from, to].map((session) => new Tracer(session).answer(id, args));
  return !before || !after || sameValue(before.value, after.value)
    ? undefined
    : { old: before.value, new: after.value, ...whyDifferent(before, after, from, to) };
};

describe("between two releases", () => {
  test("a newer vintage is a revision, with who says so", () => {
    expect(compare("METALS.IMPORTS", ["copper", 2024])).toEqual({
      old: 67330000000,
      new: 67500000000,
      reason: "revision",
      source: "ANDAMAN PARTNERS (2025-08)",
      note: "",
    });
  });

  test("a figure where none was is a new period", () => {
    expect(compare("METALS.IMPORTS", ["copper", 2025])).toMatchObject({
      old: { error: "#N/A" },
      new: 70000000000,
      reason: "newPeriod",
    });
  });

  test("a figure that was withdrawn and replaced is a correction, with the register's reason", () => {
    expect(compare("METALS.IMPORTS", ["lithium", 2024])).toMatchObject({
      new: 2500000000,
      reason: "correction",
      note: "misread digit",
    });
  });

  test("a series that grew is a new period, and what was there is compared too", () => {
    const difference = compare("METALS.SERIES", ["imports", "copper", 2023])!;
    expect(difference.reason).toBe("revision");
    expect(difference.new).toEqual([
      ...(difference.old as number[][]).slice(0, -1),
      [2024, 67500000000],
      [2025, 70000000000],
    ]);
  });

  test("what is computed from a changed figure changes for the same reason", () => {
    expect(compare("METALS.GROWTH", ["imports", "lithium", 2024, 2012])).toMatchObject({ reason: "correction" });
    expect(compare("METALS.GROWTH", ["imports", "copper", 2025])).toMatchObject({
      old: { error: "#N/A" },
      reason: "newPeriod",
    });
  });

  test("a figure in another currency changes with its rate, by who says so", () => {
    const known = "2027-01-04";
    const rate = {
      series: "exchange-rate.cny-per-usd.fed-h10.a",
      period: "2024",
      value: "7.2",
      published: known,
      known,
    };
    const next = nextRelease(expanded(seedRelease()), { id: "R3", date: "2027-02-01", add: [rate] });
    const session = createSession(new Dataset(next), { addinVersion: "0.1.0" });
    const [from, to] = ["R2", "R3"].map((release): Session => ({ ...session, standing: { release } }));
    expect(compare("METALS.IMPORTS", ["copper", 2024, null, null, "CNY bn"], from, to)).toEqual({
      old: expect.closeTo(67.33 * 7.1957, 9),
      new: expect.closeTo(67.33 * 7.2, 9),
      reason: "revision",
      source: expect.stringContaining("Federal Reserve"),
      note: "",
    });
    expect(compare("METALS.IMPORTS", ["copper", 2024], from, to)).toBeUndefined();
  });

  test("an answer about the release itself changes for no such reason", () => {
    expect(compare("METALS.VERSION", ["release"])).toMatchObject({ old: "R1", new: "R2", reason: "other" });
  });

  test.each([
    ["METALS.IMPORTS", ["copper", 2012]],
    ["METALS.IMPORTS", ["copper", 2024, null, null, null, null, "R1"]],
    ["METALS.IMPORTS", ["coper", 2024]],
    ["METALS.IMPORTS", ["copper", 2015]],
    ["REE.QUOTA", [2024, "mining"]],
    ["METALS.NO_SUCH", []],
  ])("%s %j stays", (id, args) => expect(compare(id, args)).toBeUndefined());
});

describe("between two days of one release", () => {
  test("un-pinning shows what was published since", () => {
    expect(compare("METALS.IMPORTS", ["copper", 2024], standing("R2", "2026-11-22"), standing("R2"))).toMatchObject({
      old: 67330000000,
      new: 67500000000,
      reason: "revision",
    });
    expect(compare("METALS.IMPORTS", ["copper", 2025], standing("R2", "2026-11-22"), standing("R2"))).toMatchObject({
      reason: "newPeriod",
    });
    expect(compare("METALS.IMPORTS", ["copper", 2012], standing("R2", "2026-11-22"), standing("R2"))).toBeUndefined();
  });

  test("pinning to an earlier day takes back what was not published yet, and corrects nothing", () => {
    expect(compare("METALS.IMPORTS", ["copper", 2024], standing("R2"), standing("R2", "2026-11-22"))).toMatchObject({
      old: 67500000000,
      new: 67330000000,
      reason: "unpublished",
    });
  });

  test("a day before anything was published has nothing", () => {
    expect(compare("METALS.IMPORTS", ["copper", 2024], standing("R1"), standing("R1", "2001-01-01"))).toMatchObject({
      new: { error: "#N/A" },
      reason: "unpublished",
    });
    expect(compare("METALS.IMPORTS", ["copper", 2024], standing("R2"), standing("R1"))).toMatchObject({
      old: 67500000000,
      new: 67330000000,
      reason: "earlierRelease",
    });
  });
});

describe("two versions of the add-in on one workbook", () => {
  const examples = FUNCTIONS.flatMap(({ examples }) => examples.map(({ formula }) => formula)).filter(
    (formula) => !/VERSION/.test(formula),
  );
  const first = () =>
    createSession(new Dataset(firstRelease()), { addinVersion: "0.1.0", standing: { release: "R1" } });

  test("give the same answer to every example of every function", () => {
    const [older, newer] = [first(), standing("R1")].map((session) => new Tracer(session));
    const answers = (tracer: Tracer) => examples.map((formula) => [formula, answerTo(formula, tracer)]);
    expect(examples.length).toBeGreaterThan(20);
    expect(answers(newer!)).toEqual(answers(older!));
  });

  function answerTo(formula: string, tracer: Tracer): unknown {
    const scope = {
      read: () => undefined,
      call: (id: string, args: readonly never[]) => tracer.answer(id, args)?.value,
    };
    return callsIn(formula).map((call) => tracer.answer(call.id, resolveArguments(call, scope as never) ?? [])?.value);
  }
});

test("a traced call answers as an ordinary one does", () => {
  const session = standing("R2");
  const plain = createCaller(session).call("METALS.SERIES", ["imports", "copper"]);
  expect(new Tracer(session).answer("METALS.SERIES", ["imports", "copper"])?.value).toEqual(plain);
});
