import { openingCommand } from "../../../tools/start/open-browser";

const URL = "https://localhost:3001";
const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
  openingCommand(URL, { platform, env })?.join(" ");

test("a browser is opened where there is a display", () => {
  expect(on("win32")).toBe(`rundll32 url.dll,FileProtocolHandler ${URL}`);
  expect(on("darwin")).toBe(`open ${URL}`);
  expect(on("linux", { DISPLAY: ":0" })).toBe(`xdg-open ${URL}`);
  expect(on("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(`xdg-open ${URL}`);
});

test("nothing is opened without a display, nor on a build server", () => {
  expect([on("linux"), on("darwin", { CI: "true" }), on("linux", { DISPLAY: ":0", CI: "1" })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
