/** The example for nginx, served by nginx: its own check passes, and each kind of file comes as the add-in needs it. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import type { IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureProgram } from "../../../tools/browser/ensure";
import { DIST } from "../../../tools/build/build";
import { ROOT } from "../../../tools/build/run";
import { selfSignedCertificate } from "../../../tools/start/certificate";
import { eventually } from "../../e2e/eventually";

const missing = ensureProgram("nginx", ["nginx-light"]);
if (missing) console.warn(`${missing}: the example is not tried.`);
const withNginx = missing ? describe.skip : describe;

withNginx("the example for nginx", () => {
  let folder: string;
  let server: ChildProcess;
  let port: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "orebook-nginx-"));
    mkdirSync(join(folder, "logs"));
    port = await freePort();
    const { cert, key } = await selfSignedCertificate();
    writeFileSync(join(folder, "cert.pem"), cert);
    writeFileSync(join(folder, "key.pem"), key);
    const example = readFileSync(join(ROOT, "docs", "nginx.conf"), "utf8")
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace("/etc/ssl/orebook.pem", join(folder, "cert.pem"))
      .replace("/etc/ssl/private/orebook.key", join(folder, "key.pem"))
      .replace("/var/www/orebook/", `${DIST}/`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${folder}/tmp;`,
    );
    const user = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      join(folder, "nginx.conf"),
      `${user}daemon off; pid ${folder}/pid; error_log ${folder}/logs/error.log; events {} http { access_log off; ${temporary.join(" ")} ${example} }`,
    );
    const call = ["-p", folder, "-c", join(folder, "nginx.conf")];
    const checked = spawnSync("nginx", [...call, "-t"], { encoding: "utf8" });
    expect(checked.stderr).toContain("test is successful");
    server = spawn("nginx", call, { stdio: "ignore" });
    await eventually(
      () =>
        headersOf("manifest.xml")
          .then(({ statusCode }) => statusCode)
          .catch(() => 0),
      200,
    );
  });
  afterAll(() => {
    server?.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  const headersOf = (path: string, method = "GET", encoding = "gzip"): Promise<IncomingMessage> =>
    new Promise((done, failed) => {
      const options = {
        port,
        method,
        path: `/orebook/${path}`,
        rejectUnauthorized: false,
        headers: { "Accept-Encoding": encoding },
      };
      get(options, (response) => {
        response.resume();
        done(response);
      }).on("error", failed);
    });

  const inDist = (folderOfDist: string, pattern: RegExp) =>
    join(
      folderOfDist,
      readdirSync(join(DIST, folderOfDist)).find((name) => pattern.test(name))!,
    );

  test.each([
    ["the page", () => "taskpane.html", "text/html", "no-cache"],
    ["the program", () => inDist(".", /^runtime\..*\.js$/), "text/javascript", "immutable"],
    ["a view", () => inDist("views", /\.js$/), "text/javascript", "immutable"],
    ["the data", () => inDist("data", /^release-.*\.json$/), "application/json", "immutable"],
    ["the notice of new data", () => "data/latest.json", "application/json", "no-cache"],
    ["the manifest", () => "manifest.xml", "application/xml", "no-cache"],
    ["the functions", () => "functions.json", "application/json", "no-cache"],
  ])("%s comes with its type, its time and its headers", async (_what, file, type, caching) => {
    const { statusCode, headers } = await headersOf(file());
    expect([statusCode, headers["content-type"]]).toEqual([200, `${type}; charset=utf-8`]);
    expect(headers["cache-control"]).toContain(caching);
    expect(headers["content-security-policy"]).toMatch(/^frame-ancestors .*officeapps\.live\.com/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBeUndefined();
    if (!file().endsWith("latest.json")) expect(headers["content-encoding"]).toBe("gzip");
  });

  test("a flat file that lies compressed has its plain address", async () => {
    const { statusCode, headers } = await headersOf("data/observations/quota.csv");
    expect([statusCode, headers["content-type"], headers["content-encoding"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
      "gzip",
    ]);
    expect(
      (await headersOf("data/observations/quota.csv", "GET", "identity")).headers["content-encoding"],
    ).toBeUndefined();
  });

  test("nothing can be written, listed or reached beside it", async () => {
    const answers = await Promise.all([
      headersOf("manifest.xml", "PUT"),
      headersOf("data/"),
      headersOf("../../etc/passwd"),
      headersOf("missing.js"),
    ]);
    const [written, listed, outside, absent] = answers.map(({ statusCode }) => statusCode);
    expect([written, listed, absent]).toEqual([403, 403, 404]);
    // Some versions refuse a path that leads out of the folder before they look for a file.
    expect([400, 404]).toContain(outside);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
