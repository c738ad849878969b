import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../tools/build/run";
import { picture, withRooms } from "../../../tools/readme/rooms";

test("docs/architecture.md draws the rooms as they import (npm run readme brings it up to date)", () => {
  const page = readFileSync(join(ROOT, "docs", "architecture.md"), "utf8");
  expect(withRooms(page)).toBe(page);
  expect(page).toContain("sheets --> functions");
});

test("an arrow that another way implies is not drawn", () => {
  const imports = { top: ["middle", "bottom"], middle: ["bottom"], bottom: [] };
  const rooms = new Map(Object.entries(imports).map(([room, others]) => [room, new Set(others)]));
  expect(picture(rooms)).toBe("flowchart TD\n  middle --> bottom\n  top --> middle");
});

test("a page without its markers is refused", () => {
  expect(() => withRooms("# How Orebook is built")).toThrow("rooms:begin");
});
