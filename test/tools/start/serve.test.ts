import { writeFileSync } from "node:fs";
import { get } from "node:https";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { selfSignedCertificate } from "../../../tools/start/certificate";
import { serve, type Running } from "../../../tools/start/serve";
import { folder } from "../folder";
import { ask } from "./client";

describe("the local server", () => {
  const site = folder({
    "dist/taskpane.html": "<p>铜</p>",
    "dist/functions.json": "{}",
    "dist/runtime.0123456789abcdef0123.js": "1",
    "dist/data/release-R1-0123456789.json": "{}",
    "dist/data/latest.json": "{}",
    "dist/assets/icon-16.png": "png",
    "dist/help/index.html": "help",
    "dist/a b.txt": "blank",
    "dist-next/secret.txt": "another folder with the same beginning",
    "office/office.js": "office",
    "office/deep/er.js": "deeper",
    "secret.txt": "secret",
  });
  let server: Running;

  beforeAll(async () => {
    const certificate = await selfSignedCertificate(join(site.path, "certificate"));
    const routes = {
      "/office-js/": join(site.path, "office"),
      "/office-js/deep/": join(site.path, "office", "deep"),
      "/made.html": (path: string) => ({ body: `made for ${path}`, type: "text/html" }),
      "/broken": () => Promise.reject(new Error("the route failed")),
    };
    server = await serve({ root: join(site.path, "dist"), port: 0, certificate, routes });
  });
  afterAll(async () => {
    await server.close();
    site.remove();
  });

  test.each([
    ["alone", false],
    ["beside the file itself", true],
  ])(
    "what lies compressed, %s, is answered under its own address, packed or not as one takes it",
    async (_, beside) => {
      const text = "series,value\na,1\n";
      writeFileSync(join(site.path, "dist/data/observations.csv.gz"), gzipSync(text));
      if (beside) writeFileSync(join(site.path, "dist/data/observations.csv"), text);
      const [plain, packed] = await Promise.all(
        ["identity", "gzip"].map(async (encoding) => {
          const address = `${server.url}/data/observations.csv`;
          return new Promise<[string | undefined, string | undefined, Buffer]>((done, failed) => {
            get(address, { rejectUnauthorized: false, headers: { "Accept-Encoding": encoding } }, (response) => {
              const parts: Buffer[] = [];
              response.on("data", (part: Buffer) => parts.push(part));
              const { "content-type": type, "content-encoding": coding } = response.headers;
              response.on("end", () => done([type, coding, Buffer.concat(parts)]));
            }).on("error", failed);
          });
        }),
      );
      expect([plain![0], plain![1], plain![2].toString()]).toEqual(["text/csv; charset=utf-8", undefined, text]);
      expect([packed![0], packed![1], gunzipSync(packed![2]).toString()]).toEqual([
        "text/csv; charset=utf-8",
        "gzip",
        text,
      ]);
    },
  );

  test.each([
    ["/taskpane.html", "text/html; charset=utf-8", "no-cache"],
    ["/functions.json", "application/json; charset=utf-8", "no-cache"],
    ["/data/latest.json", "application/json; charset=utf-8", "no-cache"],
    ["/assets/icon-16.png", "image/png", "no-cache"],
    ["/runtime.0123456789abcdef0123.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/data/release-R1-0123456789.json", "application/json; charset=utf-8", "public, max-age=31536000, immutable"],
  ])("serves %s as %s, %s, to any page", async (path, type, cache) => {
    const { status, headers } = await ask(server.port, path);
    expect([status, headers["content-type"], headers["cache-control"], headers["access-control-allow-origin"]]).toEqual(
      [200, type, cache, "*"],
    );
  });

  test("serves the file's own bytes, names with blanks and queries included", async () => {
    expect((await ask(server.port, "/taskpane.html?_host_Info=Excel")).body).toBe("<p>铜</p>");
    expect((await ask(server.port, "/a%20b.txt")).body).toBe("blank");
    expect((await ask(server.port, "/help/")).body).toBe("help");
  });

  test("answers HEAD with the length and no body, and the question of a page before it asks", async () => {
    const head = await ask(server.port, "/taskpane.html", "HEAD");
    expect([head.status, head.headers["content-length"], head.body]).toEqual([200, "10", ""]);
    const options = await ask(server.port, "/functions.json", "OPTIONS");
    expect([options.status, options.headers["access-control-allow-private-network"]]).toEqual([204, "true"]);
  });

  test.each([
    "/nothing.html",
    "/help",
    "/",
    "/taskpane.html/",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/../dist-next/secret.txt",
    "/..%2fdist-next%2fsecret.txt",
    "/office-js/../secret.txt",
    "/office-js/..%2f..%2fsecret.txt",
  ])("does not find %s", async (path) => {
    const { status, body } = await ask(server.port, path);
    expect([status, body.includes("secret\n") || body === "secret"]).toEqual([404, false]);
  });

  test.each(["/%", "/%00"])("refuses the malformed path %s", async (path) => {
    expect((await ask(server.port, path)).status).toBe(400);
  });

  test("refuses to be written to", async () => {
    expect((await ask(server.port, "/taskpane.html", "POST")).status).toBe(405);
  });

  test("serves routes, the longest first", async () => {
    expect((await ask(server.port, "/office-js/office.js")).body).toBe("office");
    expect((await ask(server.port, "/office-js/deep/er.js")).body).toBe("deeper");
    expect((await ask(server.port, "/made.html?x=1")).body).toBe("made for /made.html");
    expect((await ask(server.port, "/made.html/more")).status).toBe(404);
  });

  test("says why a route failed and goes on serving", async () => {
    expect(await ask(server.port, "/broken")).toMatchObject({ status: 500, body: "500: the route failed\n" });
    expect((await ask(server.port, "/taskpane.html")).status).toBe(200);
  });

  test("says that the port is taken", async () => {
    const certificate = await selfSignedCertificate(join(site.path, "certificate"));
    await expect(serve({ root: site.path, port: server.port, certificate })).rejects.toThrow(
      `Port ${server.port} is taken`,
    );
  });
});
