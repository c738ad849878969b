import { findBrowser, type Machine } from "../../../tools/browser/find";

const machine = (platform: NodeJS.Platform, env: Machine["env"], ...files: string[]): Machine => ({
  platform,
  env,
  exists: (path) => files.includes(path),
});

describe("finding a browser", () => {
  test("on Linux takes the first browser on the PATH, Chrome before Chromium", () => {
    const env = { PATH: "/usr/local/bin:/usr/bin" };
    expect(findBrowser(machine("linux", env, "/usr/bin/chromium"))).toBe("/usr/bin/chromium");
    expect(findBrowser(machine("linux", env, "/usr/bin/chromium", "/usr/bin/google-chrome"))).toBe(
      "/usr/bin/google-chrome",
    );
  });

  test("on a Mac looks into the applications of the machine and of the user", () => {
    const edge = "/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
    expect(findBrowser(machine("darwin", { HOME: "/Users/ann" }, edge))).toBe(edge);
  });

  test("on Windows looks into the program folders", () => {
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    expect(findBrowser(machine("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" }, edge))).toBe(edge);
  });

  test("takes the one OREBOOK_BROWSER names before all others", () => {
    const env = { PATH: "/usr/bin", OREBOOK_BROWSER: "/opt/my/chrome" };
    expect(findBrowser(machine("linux", env, "/usr/bin/chromium", "/opt/my/chrome"))).toBe("/opt/my/chrome");
  });

  test("says so when OREBOOK_BROWSER names nothing, rather than taking another", () => {
    const env = { PATH: "/usr/bin", OREBOOK_BROWSER: "/opt/my/chrome" };
    expect(() => findBrowser(machine("linux", env, "/usr/bin/chromium"))).toThrow("/opt/my/chrome");
  });

  test.each(["linux", "darwin", "win32"] as const)("finds none on a bare %s machine", (platform) => {
    expect(findBrowser(machine(platform, {}))).toBeUndefined();
  });
});
