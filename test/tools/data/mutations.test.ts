import { CHECKS } from "../../../tools/data/checks";
import type { Check } from "../../../tools/data/checks/check";
import { compileFiles } from "../../../tools/data/compile";
import { digestOf } from "../../../tools/data/release/digest";
import { validate } from "../../../tools/data/validate";
import { computed, draft, filesOf, seen, series, type Cells, type Draft } from "./fixture";

const TRADE = "observations/trade.csv";
const OUTPUT = "observations/output.csv";
const QUOTAS = "observations/quotas.csv";

/** A change of the fixture; gives the line where the fault is then found. */
type Plant = (draft: Draft) => number;

/** Line of a row that some cells identify. */
const line = ({ tables }: Draft, file: string, cells: Cells): number => {
  const index = (tables[file] ?? []).findIndex((row) =>
    Object.entries(cells).every(([column, text]) => row[column] === text),
  );
  if (index < 0) throw new Error(`the fixture has no such row in ${file}`);
  return index + 2;
};

/** Changes cells of the row that some cells identify. */
const change =
  (file: string, which: Cells, to: Cells): Plant =>
  (it) => {
    const at = line(it, file, which);
    Object.assign(it.tables[file]![at - 2]!, to);
    return at;
  };

const add =
  (file: string, ...rows: Cells[]): Plant =>
  ({ tables }) => {
    tables[file]!.push(...rows);
    return tables[file]!.length + 1;
  };

const rewrite =
  (file: string, how: (text: string) => string, at = 1): Plant =>
  ({ rewritten }) => {
    rewritten[file] = how;
    return at;
  };

const first = { id: "imports.copper.chn.wld.value.customs.a" };
const figure2012 = { series: first.id, period: "2012" };
const h1 = { series: "imports.copper.chn.wld.weight.customs.s" };
const quota = (split: string): Cells => ({ series: `quota.rare-earths.chn.mining.${split}.miit.a` });
const growth = "imports.copper.chn.wld.value.customs.a.growth";
const cagr = { series: "imports.copper.chn.wld.value.customs.p.cagr" };

const define =
  (how: (text: string) => string): Plant =>
  (it) => {
    const [definition] = it.tables["definitions.csv"]!;
    definition!["text"] = how(definition!["text"]!);
    return 2;
  };

/** Writes down what the first release answers, as one does when it is published. */
const seal = (it: Draft): void => {
  const { subject } = validate(filesOf(it));
  it.tables["releases.csv"]![0]!["digest"] = digestOf(subject!, 0);
};

/** Takes the printed June away and lets a derivation imply it. */
const implyJune = (it: Draft): void => {
  const monthly = "imports.copper.chn.wld.weight.customs.m";
  it.tables[TRADE]!.splice(line(it, TRADE, { period: "2025-06" }) - 2, 1);
  it.tables["series.csv"]!.push(series(`${monthly}.implied`, "t", { rank: "50" }));
  it.tables["derivations.csv"]!.push(
    computed(`${monthly}.implied`, "2025-06", "a+1", "105", "t", { inputs: `a=${monthly}@2025-05` }),
  );
};

/** Trade of a whole, 100, and of two parts of it, on a basis that has every part; gives the line of the whole. */
const plantParts = (it: Draft, basis: string, id: (area: string) => string, whole: string): number => {
  it.tables["codes/bases.csv"]!.push({ id: basis, label: basis, label_zh: "口径" });
  if (whole !== "wld")
    it.tables["codes/areas.csv"]!.push({ id: whole, label: whole, label_zh: "整体", kind: "aggregate" });
  const [definition] = it.tables["definitions.csv"]!;
  definition!["text"] = definition!["text"]!.replace("customs,", `customs, ${basis},`);
  const values = { [whole]: "100", chl: "60", pak: "30" };
  it.tables["series.csv"]!.push(...Object.keys(values).map((area) => series(id(area), "USD", { rank: "20" })));
  const rows = Object.entries(values).map(([area, value]) => seen(id(area), "2022", value, "USD", "paper-a"));
  return it.tables[TRADE]!.push(...rows) - 1;
};

/** Every fault the build promises to find: what was done, the file it is found in, the change, the message. */
const PLANTED: [fault: string, file: string, plant: Plant, message: RegExp][] = [
  // form
  [
    "an unknown column",
    "sources.csv",
    rewrite("sources.csv", (text) => text.replace("url,", "url,colour,")),
    /unknown column "colour"/,
  ],
  [
    "a missing column",
    "sources.csv",
    rewrite("sources.csv", (text) => text.replace("id,title,", "id,")),
    /missing column "title"/,
  ],
  [
    "columns in another order",
    "sources.csv",
    rewrite("sources.csv", (text) => text.replace("id,title,", "title,id,")),
    /in this order: id, title/,
  ],
  [
    "a row with a cell too many",
    "releases.csv",
    rewrite("releases.csv", (text) => text.replace("Second", "Se,cond"), 3),
    /has 6 cells; the header has 5/,
  ],
  ["an empty line", "releases.csv", rewrite("releases.csv", (text) => text.replace("R2,", "\nR2,"), 3), /empty line/],
  [
    "a quote that never closes",
    "releases.csv",
    rewrite("releases.csv", (text) => text.replace("Second", '"Second'), 3),
    /is not CSV/,
  ],
  ["an empty file", "corrections.csv", rewrite("corrections.csv", () => ""), /has no header row/],
  [
    "a carriage return",
    "releases.csv",
    rewrite("releases.csv", (text) => text.replace("\nR2", "\r\nR2"), 2),
    /carriage return/,
  ],
  ["a byte-order mark", "releases.csv", rewrite("releases.csv", (text) => `\uFEFF${text}`), /byte-order mark/],
  ["a descriptor that is not JSON", "datapackage.json", rewrite("datapackage.json", () => "{"), /is not JSON/],
  [
    "a cell with a space at its end",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { text: "What " }),
    /^text: has a space/,
  ],
  [
    "a cell with a line break",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { text: "Two\nlines" }),
    /^text: has a space at its start or end, or a line break/,
  ],
  ["a required cell that is empty", TRADE, change(TRADE, figure2012, { value: "" }), /^value: is empty/],
  [
    "a value that is no number",
    TRADE,
    change(TRADE, figure2012, { value: "16,93" }),
    /^value: "16,93" is not a number/,
  ],
  ["a value with an exponent", TRADE, change(TRADE, figure2012, { value: "1e3" }), /^value: "1e3" is not a number/],
  [
    "a rank that is no whole number",
    "series.csv",
    change("series.csv", first, { rank: "1.5" }),
    /^rank: "1.5" is not a whole number/,
  ],
  [
    "a word outside an enumeration",
    "series.csv",
    change("series.csv", first, { additive: "maybe" }),
    /^additive: "maybe" is none of yes, no/,
  ],
  [
    "a text against its pattern",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { sha256: "abc" }),
    /^sha256: "abc"/,
  ],
  [
    "a list with an empty element",
    "codes/items.csv",
    change("codes/items.csv", { id: "copper" }, { aliases: "red||metal" }),
    /^aliases: .*empty element/,
  ],
  [
    "a duplicate id",
    "sources.csv",
    add("sources.csv", draft().tables["sources.csv"]![0]!),
    /the same id as sources.csv line 2/,
  ],

  // codes and references
  [
    "an unknown item",
    "series.csv",
    change("series.csv", first, { item: "unobtainium" }),
    /^item: "unobtainium" is not in codes\/items.csv/,
  ],
  [
    "an unknown unit",
    TRADE,
    change(TRADE, figure2012, { unit: "USD zn" }),
    /^unit: "USD zn" is not in codes\/units.csv/,
  ],
  ["an unknown status", TRADE, change(TRADE, figure2012, { status: "Z" }), /^status: "Z" is not in/],
  [
    "an unknown element of a list",
    "events.csv",
    change("events.csv", { id: "control-1" }, { items: "copper|unobtainium" }),
    /^items: "unobtainium" is not in/,
  ],
  [
    "an event related to none there is",
    "events.csv",
    change("events.csv", { id: "control-2" }, { related: "control-9" }),
    /^related: "control-9" is not in events.csv/,
  ],
  [
    "a figure of an unknown series",
    TRADE,
    change(TRADE, figure2012, { series: "imports.copper.chn.usa.value.customs.a" }),
    /^series: .* is not in series.csv/,
  ],
  [
    "a figure of an unknown source",
    TRADE,
    change(TRADE, figure2012, { source: "paper-z" }),
    /^source: "paper-z" is not in sources.csv/,
  ],
  ["an unknown data release", TRADE, change(TRADE, figure2012, { added: "R9" }), /^added: "R9" is not in releases.csv/],
  [
    "a dimension that is none",
    "codes/indicators.csv",
    change("codes/indicators.csv", { id: "imports" }, { key: "item colour" }),
    /^key: "colour" is no dimension/,
  ],
  [
    "an event related to what was not yet known",
    "events.csv",
    change("events.csv", { published: "2025-04" }, { related: "pause-1" }),
    /^related: pause-1 was not known on 2025-04-30; add a later version of control-2/,
  ],
  [
    "a suspension known before anything suspends",
    "events.csv",
    change("events.csv", { published: "2025-04" }, { suspended_from: "2025-11-07" }),
    /^suspended_from: is filled, and no event of type suspension known on 2025-04-30/,
  ],
  [
    "two versions of an event known from one day",
    "events.csv",
    (it) => change("events.csv", { published: "2025-04" }, { published: "2025-11-07" })(it) + 1,
    /^control-2 known from 2025-11-07 is also in events.csv line 3/,
  ],
  [
    "a number of an event without a unit",
    "events.csv",
    change("events.csv", { id: "control-2" }, { figures: "share=5" }),
    /^figures: "share=5" is not written as/,
  ],
  [
    "a number of an event in an unknown unit",
    "events.csv",
    change("events.csv", { id: "control-2" }, { figures: "share=5 bushels" }),
    /^figures: "bushels" is not in/,
  ],
  [
    "a meaning that leads to no series",
    "defaults.csv",
    change("defaults.csv", { item: "copper" }, { measure: "weight" }),
    /^no series of production has copper, mine, weight/,
  ],
  [
    "a meaning by a dimension the indicator lacks",
    "defaults.csv",
    change("defaults.csv", { item: "copper" }, { indicator: "imports" }),
    /^stage: is filled, and imports has no such dimension/,
  ],

  // series
  [
    "a wrong id",
    "series.csv",
    add("series.csv", series("imports.copper.chn.usa.value.customs.a", "USD", { partner: "pak" })),
    /^id: imports.copper.chn.usa.value.customs.a should be imports.copper.chn.pak/,
  ],
  [
    "a dimension the indicator lacks",
    "series.csv",
    change("series.csv", first, { stage: "mine" }),
    /^stage: is filled, and imports has no such dimension/,
  ],
  [
    "a dimension that is missing",
    "series.csv",
    change("series.csv", first, { partner: "" }),
    /^partner: is empty, and imports has it in its ids/,
  ],
  [
    "a series stated twice at a time",
    "series.csv",
    add("series.csv", series(first.id, "USD", { added: "R2" })),
    /the same id as series.csv line 2, in the same data release/,
  ],
  [
    "a unit that does not fit the measure",
    "series.csv",
    change("series.csv", first, { unit: "t" }),
    /^unit: t is mass; .* needs money:USD/,
  ],
  [
    "a unit that does not fit the transformation",
    "series.csv",
    change("series.csv", { transformation: "growth" }, { unit: "USD" }),
    /^unit: USD is money:USD; .* needs rate/,
  ],
  [
    "a series in a unit that is no base",
    "series.csv",
    change("series.csv", first, { unit: "USD bn" }),
    /^unit: USD bn is no base unit/,
  ],
  [
    "a base unit of another kind",
    "codes/units.csv",
    change("codes/units.csv", { id: "kt" }, { base: "USD" }),
    /^base: USD is not a unit of kind mass with scale 0/,
  ],

  // figures
  [
    "a figure in a unit of another kind",
    TRADE,
    change(TRADE, figure2012, { unit: "t" }),
    /^unit: t is mass; the series is in USD/,
  ],
  ["a bad period", TRADE, change(TRADE, figure2012, { period: "2012-13" }), /^period: "2012-13" is/],
  [
    "a period that runs backwards",
    TRADE,
    change(TRADE, figure2012, { period: "2024/2012" }),
    /^period: "2024\/2012" is no period/,
  ],
  [
    "a period of another frequency",
    TRADE,
    change(TRADE, figure2012, { period: "2012-05" }),
    /^period: 2012-05 has frequency m; the series has a/,
  ],
  ["a value without a locator", TRADE, change(TRADE, figure2012, { locator: "" }), /^locator: is empty/],
  [
    "a locator of no known form",
    TRADE,
    change(TRADE, figure2012, { locator: "somewhere" }),
    /^locator: "somewhere" is not p10/,
  ],
  [
    "a further place without a locator",
    TRADE,
    change(TRADE, figure2012, { also: "paper-b" }),
    /^also: "paper-b" is not written as source#locator/,
  ],
  [
    "a further place in an unknown source",
    TRADE,
    change(TRADE, figure2012, { also: "paper-z#p1" }),
    /^also: "paper-z" is not in sources.csv/,
  ],
  [
    "a forecast of the past",
    OUTPUT,
    change(OUTPUT, { status: "F" }, { period: "2020" }),
    /^status: F is a forecast, and 2020 was over/,
  ],
  [
    "a published figure of the future",
    OUTPUT,
    change(OUTPUT, { status: "F" }, { status: "A" }),
    /^status: A says it happened, and 2027 had not begun/,
  ],
  [
    "a revised base of a level",
    TRADE,
    change(TRADE, figure2012, { flag: "revised-base" }),
    /^flag: revised-base belongs to a comparison/,
  ],
  [
    "a duplicate key",
    TRADE,
    add(TRADE, seen(first.id, "2012", "16.94", "USD bn", "paper-a")),
    /2012 known from 2025-08-14 is also in observations\/trade.csv line 2/,
  ],
  [
    "two vintages known from the same day",
    TRADE,
    add(TRADE, seen(first.id, "2012", "16.94", "USD bn", "paper-b", { published: "2025-08-14" })),
    /known from 2025-08-14 is also in/,
  ],

  // sources and dates
  [
    "a source without a licence state",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { licence_state: "" }),
    /^licence_state: is empty/,
  ],
  [
    "a source whose terms were not looked up",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { licence_state: "unrecorded" }),
    /^licence_state: the terms of paper-a were not looked up/,
  ],
  [
    "a licensed source without a licence",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { licence: "" }),
    /^licence: is empty, and the source is licensed/,
  ],
  [
    "a day that is not in the calendar",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { accessed: "2026-02-30" }),
    /^accessed: "2026-02-30" is not a day/,
  ],
  [
    "a partial date that is none",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { published: "2025-13" }),
    /^published: "2025-13"/,
  ],
  [
    "a publication day that is not in the calendar",
    TRADE,
    change(TRADE, figure2012, { published: "2025-02-30" }),
    /^published: 2025-02-30 is not in the calendar/,
  ],
  [
    "a source read before it was published",
    "sources.csv",
    change("sources.csv", { id: "paper-a" }, { published: "2026-11-21" }),
    /^published: 2026-11-21 is after the source was read/,
  ],
  [
    "a figure published after its source was read",
    TRADE,
    change(TRADE, figure2012, { published: "2027" }),
    /^published: 2027 is after the source was read/,
  ],
  [
    "a suspension that ends before it begins",
    "events.csv",
    change("events.csv", { suspended_from: "2025-11-07" }, { suspended_to: "2025-10" }),
    /^suspended_to: 2025-10 is before suspended_from/,
  ],

  // releases and corrections
  [
    "a release before the one before it",
    "releases.csv",
    change("releases.csv", { id: "R2" }, { date: "2026-11-01" }),
    /^date: 2026-11-01 is not after R1/,
  ],
  [
    "a row withdrawn before it was added",
    TRADE,
    change(TRADE, { value: "67.33" }, { added: "R2", withdrawn: "R1" }),
    /^withdrawn: R1 is not after added, R2/,
  ],
  [
    "a package that names another release",
    "datapackage.json",
    (it) => ((it.descriptor = { ...it.descriptor, version: "1.0.0" }), 1),
    /^version: 1.0.0 should be 2.0.0/,
  ],
  [
    "a package of another day",
    "datapackage.json",
    (it) => ((it.descriptor = { ...it.descriptor, created: "2026-11-22T00:00:00Z" }), 1),
    /^created: .* should be 2026-12-01/,
  ],
  [
    "a figure before its series",
    TRADE,
    (it) => (
      change("series.csv", { id: "exports.copper.chn.wld.value.customs.a" }, { added: "R2" })(it),
      line(it, TRADE, { series: "exports.copper.chn.wld.value.customs.a" })
    ),
    /^added: R1 is before series exports.copper.chn.wld.value.customs.a was added/,
  ],
  [
    "a figure before its source",
    OUTPUT,
    (it) => (change("sources.csv", { id: "yearbook-2026" }, { added: "R2" })(it), 3),
    /^added: R1 is before source yearbook-2026 was added/,
  ],
  [
    "a change of what a published release answered",
    "releases.csv",
    (it) => (seal(it), change(TRADE, figure2012, { value: "16.94" })(it), 2),
    /^digest: a row that decides what R1 answers has been changed/,
  ],
  [
    "a rank changed in a published release",
    "releases.csv",
    (it) => (seal(it), change("series.csv", first, { rank: "2" })(it), 2),
    /^digest: a row that decides what R1 answers/,
  ],
  [
    "an event changed in a published release",
    "releases.csv",
    (it) => (seal(it), change("events.csv", { id: "control-1" }, { in_force: "2025-04-05" })(it), 2),
    /^digest: /,
  ],
  [
    "a source dated anew in a published release",
    "releases.csv",
    (it) => (seal(it), change("sources.csv", { id: "paper-b" }, { published: "2025-06" })(it), 2),
    /^digest: /,
  ],
  [
    "terms for somebody alone among ours",
    "codes/licences.csv",
    change("codes/licences.csv", { id: "cc-by-4.0" }, { licensee: "Acme Bank" }),
    /^licensee: figures that are not for everybody belong in an overlay/,
  ],
  [
    "a release of an overlay among ours",
    "releases.csv",
    (it) => (change("releases.csv", { id: "R2" }, { id: "R2+acme.1" })(it), 3),
    /^id: R2\+acme.1 is the release of an overlay/,
  ],
  [
    "a rank of what organisations add",
    "series.csv",
    change("series.csv", first, { rank: "60" }),
    /^rank: 60 and more are for what organisations add/,
  ],
  [
    "a source renamed in a published release",
    "releases.csv",
    (it) => (seal(it), change("sources.csv", { id: "paper-b" }, { title: "Another" })(it), 2),
    /^digest: /,
  ],
  [
    "an item of another metal in a published release",
    "releases.csv",
    (it) => (seal(it), change("codes/items.csv", { id: "copper" }, { metal: "zinc" })(it), 2),
    /^digest: /,
  ],
  [
    "a published release dated anew",
    "releases.csv",
    (it) => (seal(it), change("releases.csv", { id: "R1" }, { date: "2026-11-21" })(it), 2),
    /^digest: /,
  ],
  [
    "a correction without its withdrawn row",
    "corrections.csv",
    (it) => (change(TRADE, { value: "67.33" }, { withdrawn: "" })(it), 2),
    /^no row of .* 2024 is withdrawn in R2/,
  ],
  [
    "a correction without its new row",
    "corrections.csv",
    (it) => (change(TRADE, { value: "67.32" }, { added: "R1", published: "2025-08-15" })(it), 2),
    /^no row of .* 2024 is added in R2/,
  ],
  [
    "a correction that expects another value",
    "corrections.csv",
    change("corrections.csv", { id: "c1" }, { expected: "67.34" }),
    /^expected: 67.34 is not the value in observations\/trade.csv line 4, 67.33/,
  ],
  [
    "a correction to another value than the new row's",
    "corrections.csv",
    change("corrections.csv", { id: "c1" }, { corrected: "67.31" }),
    /^corrected: 67.31 is not the value/,
  ],
  [
    "a figure withdrawn without a correction",
    TRADE,
    change(TRADE, figure2012, { withdrawn: "R2" }),
    /^withdrawn: is not in corrections.csv/,
  ],

  // definitions, ranks and meanings
  [
    "a definition of two sentences",
    "definitions.csv",
    define((text) => text.replace(": value", ". Value")),
    /^text: is not one sentence/,
  ],
  ["a definition without an end", "definitions.csv", define((text) => text.slice(0, -1)), /^text: is not one sentence/],
  [
    "a Chinese definition of two sentences",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { text_zh: "海关。统计。" }),
    /^text_zh: is not one sentence/,
  ],
  [
    "a definition that does not say who counts",
    "definitions.csv",
    define((text) => text.replace("usgs", "geologists")),
    /^text: does not name the basis, usgs/,
  ],
  [
    "a definition that does not say what is measured",
    "definitions.csv",
    define((text) => text.replace(", weight or content", "")),
    /^text: does not name the measure, weight/,
  ],
  [
    "a definition of trade without its valuation",
    "definitions.csv",
    define((text) => text.replace(" (CIF or FOB)", "")),
    /^text: does not say CIF or FOB/,
  ],
  [
    "a definition that does not say of what the tonnes are",
    "definitions.csv",
    define((text) => text.replace("oxide", "product")),
    /^text: does not say that tonnes are of oxide/,
  ],
  [
    "a definition that keeps its heading to itself",
    "definitions.csv",
    define((text) => text.replace("2603", "")),
    /^text: does not name 2603/,
  ],
  [
    "a definition that keeps the edition to itself",
    "definitions.csv",
    define((text) => text.replace("2022", "")),
    /^text: does not name 2022/,
  ],
  [
    "headings without an edition",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { hs_edition: "" }),
    /^hs_edition: headings have an edition/,
  ],
  [
    "a definition with other headings than the item",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { hs: "2606" }),
    /^hs: 2606 are not the headings of copper, 2603/,
  ],
  [
    "a definition without its calendar",
    "definitions.csv",
    change("definitions.csv", { id: "trade" }, { calendar: "" }),
    /^calendar: is empty/,
  ],
  [
    "two series with one label",
    "series.csv",
    change("series.csv", { id: "exports.copper.chn.wld.value.customs.a" }, { label: first.id }),
    /^label: is also that of imports.copper.chn.wld.value.customs.a/,
  ],
  [
    "two series with one Chinese label",
    "series.csv",
    change("series.csv", { id: "exports.copper.chn.wld.value.customs.a" }, { label_zh: first.id }),
    /^label_zh: is also that of/,
  ],
  [
    "two series that answer with one rank",
    "series.csv",
    add("series.csv", series("imports.copper.chn.wld.value.usgs.a", "USD")),
    /^rank: 1 is also that of imports.copper.chn.wld.value.customs.a/,
  ],
  [
    "an own estimate that answers by default",
    "series.csv",
    change("series.csv", { basis: "estimate" }, { rank: "9" }),
    /^rank: is filled, and our own estimates answer only when asked for/,
  ],
  [
    "an implied level before a published one",
    "series.csv",
    add("series.csv", series("imports.copper.chn.wld.value.customs.a.implied", "USD", { rank: "5" })),
    /^rank: a level that a rate implies has 50 or more/,
  ],
  [
    "a published level among the implied ones",
    "series.csv",
    change("series.csv", first, { rank: "50" }),
    /^rank: only a level that a rate implies has 50 or more/,
  ],
  [
    "a word without a meaning",
    "series.csv",
    (it) => (
      it.tables["defaults.csv"]!.splice(line(it, "defaults.csv", { indicator: "exports" }) - 2, 1),
      line(it, "series.csv", { indicator: "exports" })
    ),
    /^item: what copper means for exports is not in defaults\//,
  ],

  // contents
  [
    "a factor that is not its arithmetic",
    "codes/factors.csv",
    change("codes/factors.csv", { id: "Li" }, { mass: "7" }),
    /^arithmetic: 1 is not 6.94 of 7/,
  ],
  [
    "a unit of an unknown content",
    "codes/units.csv",
    change("codes/units.csv", { id: "t REO" }, { content: "Kr" }),
    /^content: there is no "Kr" in factors.csv/,
  ],
  // trade
  [
    "partners that do not add up to the world",
    TRADE,
    (it) => plantParts(it, "baci", (area) => `imports.copper.chn.${area}.value.baci.a`, "wld"),
    /^value: partners of .*baci.a 2022 add up to 90, the total is 100 USD/,
  ],
  [
    "member states that do not add up to the Union",
    TRADE,
    (it) => plantParts(it, "eurostat", (area) => `imports.copper.${area}.chn.value.eurostat.a`, "eu27"),
    /^value: member states of .* add up to 90, the total is 100 USD/,
  ],
  [
    "a share above the whole",
    TRADE,
    (it) => {
      const share = "imports.copper.chn.chl.value.customs.a.share";
      it.tables["codes/transformations.csv"]!.push({ id: "share", label: "share", label_zh: "占比" });
      it.tables["series.csv"]!.push(series(share, "1"));
      it.tables[TRADE]!.push(seen(share, "2024", "101", "%", "paper-a"));
      return it.tables[TRADE]!.length + 1;
    },
    /^value: 101 % is no share of a whole/,
  ],
  [
    "a code with other goods that is no break",
    TRADE,
    (it) => (
      add("breaks.csv", { definition: "trade", from: "2013", text: "Other goods", text_zh: "商品不同" })(it),
      line(it, TRADE, { value: "60.10" })
    ),
    /^status: .* changes its content at 2013; this figure is a break, B/,
  ],
  [
    "a document behind another basis than its own",
    TRADE,
    (it) => {
      change("sources.csv", { id: "paper-a" }, { creator: "World Bank" })(it);
      return line(it, TRADE, { source: "paper-a" });
    },
    /^source: paper-a counts on the basis worldbank; the series is on customs/,
  ],
  [
    "a correction that stands in a series without it",
    "corrections.csv",
    change("corrections.csv", { id: "c1" }, { instead: "exports.copper.chn.wld.value.customs.a" }),
    /^no row of exports.copper.chn.wld.value.customs.a 2024 is added in R2/,
  ],

  // words
  [
    "an alias with two meanings",
    "codes/items.csv",
    change("codes/items.csv", { id: "rare-earths" }, { aliases: "Red-Metal" }),
    /^"Red-Metal" means rare-earths here and copper in codes\/items.csv line 2/,
  ],
  [
    "a symbol that is another item's alias",
    "codes/items.csv",
    change("codes/items.csv", { id: "rare-earths" }, { aliases: "cu" }),
    /^"cu" means rare-earths here and copper/,
  ],
  [
    "a word with two meanings for one indicator",
    "codes/aliases.csv",
    add("codes/aliases.csv", { alias: "Bauxite", item: "copper", indicators: "exports" }),
    /^"Bauxite" means copper here and aluminium in codes\/aliases.csv line 2/,
  ],
  [
    "a unit's word that means two units",
    "codes/units.csv",
    change("codes/units.csv", { id: "kt" }, { aliases: "t" }),
    /^"t" means kt here and t in/,
  ],

  // absences
  [
    "an absence of no indicator",
    "absences.csv",
    change("absences.csv", { from: "2025" }, { series: "*.rare-earths.a" }),
    /^series: "\*" is not in codes\/indicators.csv/,
  ],
  [
    "an absence with too few elements",
    "absences.csv",
    change("absences.csv", { from: "2025" }, { series: "quota.rare-earths.a" }),
    /^series: quota.rare-earths.a has 2 elements after quota/,
  ],
  [
    "an absence with an unknown code",
    "absences.csv",
    change("absences.csv", { from: "2025" }, { series: "quota.*.usa.*.*.*.*.miit.a" }),
    /^series: "usa" in .* is no reporter/,
  ],
  [
    "an absence that ends before it begins",
    "absences.csv",
    change("absences.csv", { from: "2025" }, { to: "2024" }),
    /^to: 2024 is before 2025/,
  ],
  [
    "an absence at no place of its source",
    "absences.csv",
    change("absences.csv", { from: "2025" }, { locator: "" }),
    /^locator: is empty/,
  ],

  // derivations
  [
    "a wrong derivation",
    "derivations.csv",
    change("derivations.csv", cagr, { value: "21.191" }),
    /^value: 21.191 % is not the rounding of \(b\/a\)\^\(1\/12\)-1 = 12.19/,
  ],
  [
    "a derivation cut off instead of rounded",
    "derivations.csv",
    change("derivations.csv", cagr, { value: "12.190" }),
    /^value: 12.190 % is not the rounding of \(b\/a\)\^\(1\/12\)-1 = 12.1908/,
  ],
  [
    "a formula that cannot be read",
    "derivations.csv",
    change("derivations.csv", cagr, { formula: "b/a^(1/12" }),
    /^formula: "\)" is missing/,
  ],
  [
    "a formula over a name that is no input",
    "derivations.csv",
    change("derivations.csv", cagr, { formula: "b/c" }),
    /^formula: "c" is not among the inputs/,
  ],
  [
    "an input that is not used",
    "derivations.csv",
    change("derivations.csv", cagr, { formula: "b/1" }),
    /^inputs: "a" is given twice or not used/,
  ],
  [
    "an input of no known form",
    "derivations.csv",
    change("derivations.csv", cagr, { inputs: "a is copper" }),
    /^inputs: "a is copper" is not written as/,
  ],
  [
    "an input without a figure",
    "derivations.csv",
    change("derivations.csv", cagr, {
      inputs: "a=imports.copper.chn.wld.value.customs.a@2013|b=imports.copper.chn.wld.value.customs.a@2024",
    }),
    /^inputs: no figure for a/,
  ],
  [
    "an input without a series",
    "derivations.csv",
    change("derivations.csv", cagr, {
      inputs: "a=imports.tin.chn.wld.value.customs.a@2012|b=imports.copper.chn.wld.value.customs.a@2024",
    }),
    /^inputs: no series for a/,
  ],
  [
    "an input at a vintage there is not",
    "derivations.csv",
    change("derivations.csv", cagr, {
      inputs: "a=imports.copper.chn.wld.value.customs.a@2012#2019|b=imports.copper.chn.wld.value.customs.a@2024",
    }),
    /^inputs: no figure for a: .* published 2019/,
  ],
  [
    "a derivation that a correction has made stale",
    "derivations.csv",
    change("derivations.csv", cagr, { added: "R1", value: "12.192" }),
    /^value: 12.192 % is not the rounding of .* in release R2/,
  ],
  [
    "a derivation that rests on itself",
    "derivations.csv",
    add("derivations.csv", computed(growth, "2012", "a", "1", "%", { inputs: `a=${growth}@2012` })),
    /^inputs: no figure for a/,
  ],
  [
    "derivations that rest on each other",
    "derivations.csv",
    (it) =>
      add(
        "derivations.csv",
        computed(growth, "2013", "a", "1", "%", { inputs: `a=${growth}@2014` }),
        computed(growth, "2014", "a", "1", "%", { inputs: `a=${growth}@2013` }),
      )(it) - 1,
    /^inputs: rests on itself/,
  ],
  [
    "a division by zero",
    "derivations.csv",
    change("derivations.csv", cagr, { formula: "b/(a-a)" }),
    /^formula: division by zero/,
  ],

  // sums
  [
    "batches that do not add up",
    QUOTAS,
    (it) => (change(QUOTAS, quota("total.b2.all"), { value: "134000" })(it), 2),
    /^value: batches of .* add up to 269000, the total is 270000 t REO/,
  ],
  [
    "groups that do not add up",
    QUOTAS,
    (it) => (change(QUOTAS, quota("light.all.all"), { value: "249000" })(it), 2),
    /^value: groups of .* add up to 269000/,
  ],
  [
    "one part above its total",
    QUOTAS,
    (it) => (change(QUOTAS, quota("total.b1.all"), { value: "270010" })(it), it.tables[QUOTAS]!.splice(4, 1), 2),
    /^value: .*total.b1.all.miit.a 2024 is 270010, the total is 270000/,
  ],
  [
    "a holder above the whole",
    QUOTAS,
    (it) => (change(QUOTAS, quota("total.all.north"), { value: "280000" })(it), 2),
    /north.miit.a 2024 is 280000, the total is 270000/,
  ],
  [
    "a partner above the world",
    TRADE,
    (it) => (change(TRADE, { value: "0.31" }, { value: "68" })(it), 5),
    /pak.value.customs.a 2024 is 68, the total is 67.32/,
  ],
  [
    "partners together above the world",
    TRADE,
    (it) => (
      change(TRADE, { value: "0.31" }, { value: "50", source: "paper-a" })(it),
      change(TRADE, { value: "20" }, { source: "paper-a" })(it),
      5
    ),
    /countries of .* add up to 70/,
  ],
  [
    "a country above the world",
    OUTPUT,
    (it) => (change(OUTPUT, { value: "5500" }, { value: "23000" })(it), 3),
    /chl.mine.content.usgs.a 2024 is 23000, the total is 22900 kt/,
  ],
  [
    "an annual average that its months do not give",
    OUTPUT,
    (it) => {
      const id = (freq: string) => `production.copper.pak.mine.content.usgs.${freq}`;
      it.tables["series.csv"]!.push(...["a", "m"].map((freq) => series(id(freq), "t", { additive: "no" })));
      for (let month = 1; month <= 12; month++)
        add(OUTPUT, seen(id("m"), `2024-${String(month).padStart(2, "0")}`, "10", "kt", "yearbook-2026"))(it);
      return add(OUTPUT, seen(id("a"), "2024", "11", "kt", "yearbook-2026"))(it);
    },
    /^value: .*usgs.a 2024 is 11000, its months are 10000 on average/,
  ],
  [
    "months that do not add up",
    TRADE,
    change(TRADE, h1, { value: "625" }),
    /^value: months of .* add up to 615, the total is 625 t/,
  ],
  [
    "an earlier edition in which a country exceeds the world",
    OUTPUT,
    (it) => (change(OUTPUT, { value: "5300" }, { value: "23002" })(it), 2),
    /chl.mine.content.usgs.a 2024 is 23002, the total is 23000 kt/,
  ],
  [
    "months that do not add up even with an implied one",
    TRADE,
    (it) => (implyJune(it), change(TRADE, h1, { value: "620" })(it)),
    /^value: months of .* add up to 615, the total is 620 t/,
  ],
  [
    "some months above the half-year",
    TRADE,
    (it) => (
      it.tables[TRADE]!.splice(line(it, TRADE, { period: "2025-06" }) - 2, 1),
      change(TRADE, h1, { value: "400" })(it)
    ),
    /^value: months of .* add up to 510/,
  ],

  // other files
  [
    "an unlisted file",
    "observations/stray.csv",
    (it) => ((it.descriptor = { ...it.descriptor }), 1),
    /^is not listed in datapackage.json/,
  ],
  ["a recipe that is not JSON", "tables/copper.json", rewrite("tables/copper.json", () => "{"), /^is not JSON/],
  [
    "a recipe named otherwise than its file",
    "tables/copper.json",
    rewrite("tables/copper.json", (text) => text.replace('"id":"copper"', '"id":"tin"')),
    /^id: /,
  ],
  [
    "a recipe with a word that is no code",
    "tables/copper.json",
    rewrite("tables/copper.json", (text) => text.replace('"item":"copper"', '"item":"cooper"')),
    /cooper/,
  ],
  [
    "a recipe without its rows",
    "tables/copper.json",
    rewrite("tables/copper.json", (text) => text.replace(/"rows":\[.*?\],/, "")),
    /rows/,
  ],
];

const found = (it: Draft, extra: [string, string][] = []) =>
  compileFiles(
    new Map([
      ...filesOf(it),
      ...extra.map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
    ]),
  );

describe("the data build", () => {
  it("finds nothing wrong with the valid package", () => {
    expect(found(draft()).problems).toEqual([]);
  });

  it("lets a later release do all that releases do, and words be improved", () => {
    const it = draft();
    it.tables["releases.csv"]!.pop();
    for (const rows of Object.values(it.tables))
      for (const row of rows) if (row["withdrawn"] === "R2") row["withdrawn"] = "";
    for (const path of Object.keys(it.tables))
      it.tables[path] = it.tables[path]!.filter((row) => row["added"] !== "R2" && row["release"] !== "R2");
    it.descriptor = { ...it.descriptor, version: "1.0.0", created: "2026-11-22T00:00:00Z" };
    seal(it);
    expect(found(it).problems).toEqual([]);
    const later = draft();
    later.tables["releases.csv"]![0]!["digest"] = it.tables["releases.csv"]![0]!["digest"]!;
    later.tables["series.csv"]![0]!["label"] = "A better label";
    expect(found(later).problems).toEqual([]);
  });

  it.each(PLANTED)("finds %s", (fault, file, plant, message) => {
    const it = draft();
    const at = plant(it);
    const compilation = found(it, fault === "an unlisted file" ? [[file, "a,b\n"]] : []);
    const there = compilation.problems
      .filter((problem) => problem.file === file && problem.line === at)
      .map((problem) => problem.message);
    expect(there).toContainEqual(expect.stringMatching(message));
    expect(compilation.release).toBeUndefined();
  });

  it("has no check that finds nothing, those apart that only remark", () => {
    const remarks = / is in docs\/data-notes\.md/;
    const finding = new Set<Check>();
    const spies = CHECKS.map((check) => {
      const run = check.run.bind(check);
      return jest.spyOn(check, "run").mockImplementation((subject) => {
        const before = subject.report.problems.length;
        run(subject);
        if (subject.report.problems.length > before) finding.add(check);
      });
    });
    try {
      for (const [, , plant] of PLANTED) {
        const it = draft();
        plant(it);
        found(it);
      }
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(
      CHECKS.filter((check) => !finding.has(check) && !remarks.test(check.guarantees)).map(
        ({ guarantees }) => guarantees,
      ),
    ).toEqual([]);
  });
});
