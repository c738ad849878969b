import fc from "fast-check";
import { headingOf } from "../../../src/query/words/spellings";
import { isAbbreviation, isMissing } from "../../../src/query/words/missing";
import { normalise, plain } from "../../../src/query/words/normalise";
import { Words } from "../../../src/query/words/words";
import { call, refused, seeds } from "../../fixtures/seeds";

const words = new Words(seeds());

/** A sample of the characters nobody sees: controls, soft hyphen, zero-width ones, marks of direction, a variation selector. */
const INVISIBLE = [
  ..."\u0000\u0007\u001b\u007f\u009f",
  ..."\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\ufe0f\u{e0020}",
];

describe("markers of missing data", () => {
  it.each(
    "n/a N/A n.a. N.A. NA na (NA) [n/a] <NA> #N/A n\\a N-A - -- – — .. ... … : * ? / . NaN null NULL None nil n/d n.d. — (-) 无 暂无 无数据 不详".split(
      " ",
    ),
  )("%s is none of any list", (marker) => {
    expect(isMissing(marker)).toBe(true);
    for (const list of ["areas", "items", "measures", "stages", "bases", "indicators"] as const)
      expect([list, words.find(list, marker)]).toEqual([list, undefined]);
  });

  it.each(["Na2CO3", "NAM", "Namibia", "Nd", "NR", "%", "$", "US$", "100", "铜", "Cu", "nan jing"])(
    "%s is no marker",
    (word) => expect(isMissing(word)).toBe(false),
  );

  it("are refused as such in every argument, with the way to Namibia", () => {
    expect(refused("METALS.IMPORTS", "refined copper", 2021, "n/a", null, null, "baci")).toBe(
      '#VALUE! partner: "n/a" marks missing data and is not read as a word. Namibia is "NAM".',
    );
    expect(refused("METALS.IMPORTS", "copper", "n/a")).toContain('period: "n/a" marks missing data');
    expect(refused("METALS.IMPORTS", "-", 2024)).toBe(
      '#VALUE! metal: "-" marks missing data and is not read as a word.',
    );
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "..")).toContain("marks missing data");
    expect(refused("METALS.FIND", "n.a.")).toContain("marks missing data");
    expect(call("METALS.GRID", "imports", [["copper"], ["n/a"]], [[2024]])).toMatchObject([
      [67330000000],
      [{ error: "#VALUE!", message: expect.stringContaining("marks missing data") }],
    ]);
  });
});

describe("abbreviations with a stroke or stops", () => {
  it.each(["P/L", "I/N", "S/N", "N/I", "P/B", "C.U", "c/n", "Z.N.", "U/S", "p . b", "P_L", "F+E"])(
    "%s is no code of any list",
    (word) => {
      expect(isAbbreviation(word)).toBe(true);
      for (const list of ["areas", "items"] as const) expect([list, words.find(list, word)]).toEqual([list, undefined]);
    },
  );

  it("no code of two or three letters is read out of an abbreviation, unless it is listed with its stops", () => {
    const codes = [...seeds().codes("areas").values()].flatMap(({ alpha2, alpha3 }) => [
      String(alpha2),
      String(alpha3),
    ]);
    const symbols = [...seeds().codes("items").values()].map(({ symbol }) => String(symbol ?? ""));
    const short = [...codes, ...symbols].filter((code) => /^[A-Za-z]{2,3}$/.test(code));
    for (const code of short) {
      expect([code, words.find("areas", [...code].join("/")), words.find("items", [...code].join("/"))]).toEqual([
        code,
        undefined,
        undefined,
      ]);
      const stopped = words.find("areas", `${[...code].join(".")}.`);
      if (stopped) expect(String(seeds().codes("areas").get(stopped)!["printed"])).toMatch(/(?:\p{L}\.){2}/u);
    }
  });

  it.each([
    ["U.S.", "usa"],
    ["U.S.A.", "usa"],
    ["u.s", "usa"],
    ["U. S.", "usa"],
    ["U.K.", "gbr"],
    ["P.R.C.", "chn"],
    ["U.A.E.", "are"],
    ["D.R.C.", "cod"],
    ["D.P.R.K.", "prk"],
    ["P.R. China", "chn"],
    ["S. Africa", "zaf"],
    ["(US)", "usa"],
  ])("%s is listed, or is more than an abbreviation", (word, id) => expect(words.find("areas", word)).toBe(id));
});

describe("codes of customs", () => {
  it.each([
    ["2603", "2603"],
    ["260300", "2603"],
    ["2603.00", "2603"],
    ["26.03", "2603"],
    ["26030000", "2603"],
    ["2603.00.00", "2603"],
    ["2603 00 00 00", "2603"],
    ["HS 2603.00", "2603"],
    ["hs2603", "2603"],
    ["HS code: 2603", "2603"],
    ["8505.11.10", "85051110"],
    ["8505111000", "85051110"],
    ["76", "76"],
    ["7600", "7600"],
    ["260", undefined],
    ["2.603", undefined],
    ["2603,00", undefined],
    ["-2603", undefined],
    ["2603a", undefined],
    ["26-03", undefined],
    ["2".repeat(60), undefined],
  ])("%s is %s", (typed, code) => expect(headingOf(typed)).toBe(code));

  it("are exact: no code of one to ten digits is read as another", () => {
    const held = new Map(
      [...seeds().codes("items").values()].flatMap((code) =>
        String(code["hs"] ?? "")
          .split("|")
          .filter(Boolean)
          .map((hs) => [headingOf(hs) ?? hs, code.id] as const),
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^(?:2[68]\d{0,8}|7[46]\d{0,8}|8[15]\d{0,8})$/), (digits) => {
        const found = words.find("items", digits, "imports");
        expect(found).toBe(held.get(headingOf(digits) ?? ""));
      }),
      { numRuns: 3000 },
    );
  });

  it("name goods: 2606 is bauxite wherever the metal is something else", () => {
    for (const indicator of ["production", "price", "reserves", undefined])
      expect(words.find("items", "2606", indicator)).toBe("bauxite");
    for (const indicator of ["imports", "exports", "balance"])
      expect(words.find("items", "2606.00", indicator)).toBe("aluminium");
    expect(call("METALS.PRODUCTION", "2606", 2024, null, null, "kt")).toBe(80500);
    expect(call("METALS.PRICE", 2606, 2024)).toBe(call("METALS.PRICE", "bauxite", 2024));
    expect(call("METALS.PRICE", 2606, 2024)).not.toBe(call("METALS.PRICE", "aluminium", 2024));
    expect(call("METALS.LATEST", "production", "HS 2606")).toBe(call("METALS.LATEST", "production", "bauxite"));
  });
});

describe("characters nobody sees", () => {
  it("do not matter wherever they stand", () => {
    const texts = ["copper", "rare-earth magnets", "US", "2024", "2025-06", "铜矿", "imports weight"];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...INVISIBLE), (text, at, unseen) => {
        const place = at % (text.length + 1);
        const typed = text.slice(0, place) + unseen + text.slice(place);
        expect(normalise(typed)).toBe(normalise(text));
        expect(plain(typed)).toBe(plain(text));
      }),
    );
    for (const unseen of INVISIBLE) {
      const spread = (text: string) => [...text].join(unseen);
      expect(call("REE.EXPORTS", spread("magnets"), spread("2025-06"), spread("US"), unseen, spread("t"))).toBe(353);
      expect(call("METALS.GET", spread("imports.copper.chn.wld.value.customs.a"), spread("2024"))).toBe(67330000000);
    }
  });

  it("the i without a dot is an i", () => {
    expect(call("METALS.PRODUCTION", "lıthıum", 2024)).toBe(41400);
    expect(call("REE.QUOTA", 2024, "mınıng")).toBe(270000);
    expect(call("METALS.IMPORTS", "zinc ores", 2025, "PAKİSTAN")).toBe(110900000);
  });
});

describe("goods that are known and not held", () => {
  it("are said to be so, and never taken for a misspelt word", () => {
    expect(refused("METALS.IMPORTS", "aluminium foil", 2024)).toContain(
      "aluminium foil is known, but the data has nothing",
    );
    const items = new Set([...seeds().codes("items").values()].map(({ id }) => words.mainWord("items", id)));
    for (const good of seeds().codes("known_goods").values())
      for (const name of [good.label, good.label_zh, ...good.aliases]) {
        if (words.find("items", name, "imports") !== undefined) continue;
        const message = refused("METALS.IMPORTS", name, 2024);
        expect([name, message]).toEqual([name, expect.stringContaining("is known, but the data has nothing of it")]);
        const named = /nearest: ([^.]*)\./.exec(message)?.[1];
        if (named) expect(items).toContain(named);
      }
  });
});

it("a company asked of REE.QUOTA is told how companies are asked", () => {
  expect(refused("REE.QUOTA", 2024, "mining", "China Northern")).toMatch(
    /^#VALUE! group: "China Northern" is a company or province; .*"quota mining China Northern"/,
  );
});

describe("long texts", () => {
  it("are refused with a sentence", () => {
    expect(refused("METALS.FIND", "x".repeat(32767))).toBe(
      "#VALUE! text: has 32767 characters; no more than 255 are read.",
    );
    expect(refused("METALS.GET", " ".repeat(300) + "a", 2024)).toContain("no more than 255 are read");
  });
});

it("China as the partner of its own trade has no figure, in every function alike", () => {
  const calls: [string, ...unknown[]][] = [
    ["METALS.IMPORTS", "refined copper", 2023, "China", null, null, "baci"],
    ["METALS.EXPORTS", "copper", 2024, "CN"],
    ["METALS.BALANCE", "copper", 2024, "中国"],
    ["METALS.SERIES", "imports refined copper baci", null, 2021, 2023, "China"],
    ["METALS.SERIES", "magnet exports", null, "2025-05", "2025-06", "China"],
    ["METALS.LATEST", "magnet exports", null, "China"],
    ["METALS.GROWTH", "imports refined copper baci", null, 2023, 2022, "China"],
    ["METALS.GROWTH", "imports", "copper", 2024, null, "China"],
    ["METALS.CAGR", "imports", "copper", 2012, 2024, "China"],
    ["METALS.SHARE", "magnet exports", null, "2025-06", "China"],
    ["METALS.SOURCES", "imports", "copper", 2024, "China"],
    ["METALS.SOURCE", "imports", "copper", 2024, "China"],
    ["METALS.REVISIONS", "imports", "copper", 2024, "China"],
    ["REE.EXPORTS", "magnets", "2025-06", "China"],
    ["METALS.SOURCE", "imports.copper.chn.wld.value.customs.a", null, 2024, "China"],
  ];
  for (const [id, ...args] of calls)
    expect([id, refused(id, ...args)]).toEqual([
      id,
      expect.stringMatching(/^#N\/A .*no figure, because China has no trade with itself here/),
    ]);
  expect(call("METALS.STATUS", "imports", "copper", 2024, "China")).toContain("no trade with itself");
  expect(call("METALS.GRID", "imports", [["copper"]], [[2024]], "China")).toMatchObject([[{ error: "#N/A" }]]);
});
