import { readSettings } from "../../../tools/build/settings";

describe("the settings of a build", () => {
  test("are the local address when the environment says nothing", () => {
    expect(readSettings({ OREBOOK_URL: "" })).toEqual({
      port: 3000,
      localBase: "https://localhost:3000",
      base: "https://localhost:3000",
      namespace: undefined,
    });
  });

  test("keep the local server apart from the address built for", () => {
    const settings = readSettings({
      OREBOOK_URL: "https://example.org/orebook/",
      OREBOOK_PORT: "3100",
      OREBOOK_NAMESPACE: "METALS",
    });
    expect(settings).toEqual({
      port: 3100,
      localBase: "https://localhost:3100",
      base: "https://example.org/orebook",
      namespace: "METALS",
    });
  });

  test("are refused with every variable that is wrong, by name", () => {
    const env = {
      OREBOOK_URL: "http://example.org",
      OREBOOK_PORT: "0",
      OREBOOK_NAMESPACE: "2x",
      OREBOOK_RELEASES: "nowhere",
    };
    expect(() => readSettings(env)).toThrow(
      /OREBOOK_PORT: .*\nOREBOOK_URL: .*https.*\nOREBOOK_NAMESPACE: .*\nOREBOOK_RELEASES: /,
    );
  });

  test.each(["65536", "-1", "80.5", "web", "1e3"])("refuse the port %s", (port) => {
    expect(() => readSettings({ OREBOOK_PORT: port })).toThrow("is not a port");
  });
});
