import {
  compacted,
  decodeTable,
  encodeTable,
  expanded,
  indexedColumn,
  numberColumn,
  records,
  textColumn,
} from "../../../src/dataset/format/codec";
import { table } from "../../fixtures/two-releases";

const few = table(
  ["kind", "id"],
  [...Array(20)].map((_, i) => ({ kind: i % 2 ? "odd" : "even", id: `row ${i}` })),
);

it("gives back every text", () => {
  expect(decodeTable(encodeTable(few))).toEqual(few);
});

it("keeps a dictionary only where it is smaller", () => {
  const { columns } = encodeTable(few);
  expect(columns["kind"]).toHaveProperty("d", ["even", "odd"]);
  expect(columns["id"]).toHaveProperty("t");
});

it("reads a column alike whichever way it was stored", () => {
  for (const name of ["kind", "id"]) {
    const encoded = encodeTable(few);
    const { dictionary, indexes } = indexedColumn(encoded, name);
    expect([...indexes].map((index) => dictionary[index])).toEqual(textColumn(encoded, name));
    expect([...numberColumn(encoded, name, (text) => text.length)]).toEqual(
      textColumn(encoded, name).map((text) => text.length),
    );
  }
});

it("takes tables of no row and of one", () => {
  for (const rows of [[], [{ kind: "one", id: "" }]])
    expect(decodeTable(encodeTable(table(["kind", "id"], rows)))).toEqual(table(["kind", "id"], rows));
  expect(records(encodeTable(table(["kind"], [{ kind: "one" }])))).toEqual([{ kind: "one" }]);
});

it("refuses a column that is not there", () => {
  expect(() => textColumn(encodeTable(few), "colour")).toThrow('the release has no column "colour"');
  expect(() => indexedColumn(encodeTable(few), "colour")).toThrow(RangeError);
});

it("keeps figures to the digit, and reads the columns of the first layout", () => {
  const figures = table(["value"], [{ value: "67.30" }, { value: "105000" }]);
  expect(decodeTable(encodeTable(figures, ["value"]))).toEqual(figures);
  const old = { rows: 3, columns: { kind: { d: ["odd", "even"], i: [0, 1, 0] }, id: { t: ["a", "b", "c"] } } };
  expect(records(old).map(({ kind, id }) => `${kind} ${id}`)).toEqual(["odd a", "even b", "odd c"]);
  expect([...indexedColumn(old, "kind").indexes]).toEqual([0, 1, 0]);
});

it("writes the ids of series once, and finds them again", () => {
  const series = encodeTable(table(["id"], [{ id: "b" }, { id: "a" }, { id: "b" }]));
  const observations = encodeTable(
    table(
      ["series"],
      ["b", "b", "a", "b", "a", "a"].map((id) => ({ series: id })),
    ),
  );
  const file = { schema: 2, release: "R1", date: "2026-01-31", minAddin: "0.2.0", tables: { series, observations } };
  const written = compacted(file);
  expect(written.tables["observations"]!.columns["series"]).toHaveProperty("d", []);
  expect(decodeTable(expanded(written).tables["observations"]!)).toEqual(decodeTable(observations));
  expect(expanded(file)).toBe(file);
});
