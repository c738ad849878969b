import { firstFreeOffset } from "../../../src/sheets/insert/free-place";

const looked = (filled: string, inUse = filled.length, closed: { start: number; end: number }[] = []) => ({
  filled: [...filled].map((mark) => mark === "x"),
  inUse,
  closed,
});

test.each([
  ["a single cell goes into the first empty row", "xx.x", 1, 2],
  ["a block needs as many empty rows together as it is high", "x.x..x", 2, 3],
  ["below everything when no gap is large enough", "x.x.x", 2, 5],
  ["a gap at the end counts together with the empty rows below", "xx.", 3, 2],
])("%s", (_name, filled, height, offset) => {
  expect(firstFreeOffset(looked(filled), height)).toBe(offset);
});

test("rows in use that were not looked at count as filled", () => {
  expect(firstFreeOffset(looked("x", 10), 1)).toBe(10);
});

test("a spill keeps clear of closed rows, before and behind the first row", () => {
  expect(firstFreeOffset(looked("", 0, [{ start: -3, end: 4 }]), 2)).toBe(4);
  expect(firstFreeOffset(looked("x...", 4, [{ start: 2, end: 3 }]), 2)).toBe(3);
});
