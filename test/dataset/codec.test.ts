import { decodeTable, encodeTable, indexedColumn, records, textColumn } from "../../src/dataset/codec";
import { table } from "../fixtures/two-releases";

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
