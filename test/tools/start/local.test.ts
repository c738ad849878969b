import { build } from "../../../tools/build/build";
import { readSettings } from "../../../tools/build/settings";
import { startLocal } from "../../../tools/start/local";
import { folder } from "../folder";
import { ask } from "./client";

jest.mock("../../../tools/build/build", () => ({ build: jest.fn() }));
const built = jest.mocked(build);

describe("building and serving", () => {
  const dist = folder({ "taskpane.html": "pane" });
  afterAll(dist.remove);
  const options = { build: true, dist: dist.path, selfSigned: true };
  const settings = { ...readSettings({}), port: 0 };

  test("serves a build that succeeded", async () => {
    built.mockResolvedValueOnce([]);
    const server = await startLocal(settings, options);
    expect((await ask(server.port, "/taskpane.html")).body).toBe("pane");
    await server.close();
  });

  test("names everything wrong with a build that failed and frees the port", async () => {
    const server = await startLocal(settings, { ...options, build: false });
    await server.close();
    built.mockResolvedValueOnce(["data: failed with exit code 1", "manifest.xml: id: no GUID"]);
    await expect(startLocal({ ...settings, port: server.port }, options)).rejects.toThrow(
      /data: failed[^]*manifest.xml: id/,
    );
    await expect(ask(server.port, "/taskpane.html")).rejects.toThrow();
  });
});
