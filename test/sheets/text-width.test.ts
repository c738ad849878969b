import { headerWidth, textWidth } from "../../src/sheets/text-width";

test.each([
  ["Copper", 6],
  ["铜矿砂", 6],
  ["开采（吨）", 10],
  ["2024年", 6],
  ["", 0],
  ["WWW", 6],
  ["ill", 2],
])("%s takes the room of %i digits", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("a header is bold, which takes more", () => {
  expect([headerWidth("Smelting and separation"), headerWidth("")]).toEqual([25, 0]);
});
