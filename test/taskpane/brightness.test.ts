import { isDark } from "../../src/taskpane/brightness";

test.each([
  ["#ffffff", false],
  ["#F3F3F3", false],
  ["#292929", true],
  ["#000000", true],
  ["#0f6cbd", true],
])("a background %s calls for a dark theme: %s", (background, dark) => {
  expect(isDark(background, !dark)).toBe(dark);
});

test("without a background the system's preference decides", () => {
  expect(isDark(undefined, true)).toBe(true);
  expect(isDark("transparent", false)).toBe(false);
});
