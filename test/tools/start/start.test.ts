import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { ROOT, typescript } from "../../../tools/build/run";
import { folder } from "../folder";
import { ask } from "./client";

interface Process {
  child: ChildProcess;
  /** Everything shown so far. */
  shown: () => string;
  /** Resolves when the text has been shown; rejects when the process ends without it. */
  shows: (text: string) => Promise<void>;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

function npmStart(dist: string, env: Record<string, string>, script = "index.ts"): Process {
  const args = script === "index.ts" ? ["--no-build", "--no-workbench", "--self-signed", "--dist", dist] : [];
  const child = spawn(process.execPath, typescript(join("tools", "start", script), ...args), {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      for (const look of waiting) look();
    });
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on("close", (code, signal) => done({ code, signal })),
  );
  const shows = (wanted: string): Promise<void> =>
    new Promise((found, missed) => {
      const look = (): void => (text.includes(wanted) ? found() : undefined);
      waiting.add(look);
      look();
      void ended.then(() => missed(new Error(`ended without "${wanted}":\n${text}`)));
    });
  return { child, shown: () => text, shows, ended };
}

function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((done) =>
    server.listen(0, "localhost", () => done({ server, port: (server.address() as AddressInfo).port })),
  );
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((closed) => server.close(closed));
  return port;
}

describe("npm start", () => {
  const dist = folder({ "taskpane.html": "<title>Orebook</title>" });
  const empty = folder({});
  afterAll(() => {
    dist.remove();
    empty.remove();
  });

  test("serves the build over https, says what to do next, and ends on Ctrl-C", async () => {
    const port = await freePort();
    const start = npmStart(dist.path, { OREBOOK_PORT: String(port) });
    try {
      await start.shows("Ctrl-C ends it.");
      expect(start.shown()).toContain(`Orebook is served at https://localhost:${port}`);
      expect(start.shown()).toContain(join(dist.path, "manifest.local.xml"));
      expect((await ask(port, "/taskpane.html")).body).toBe("<title>Orebook</title>");
    } finally {
      start.child.kill("SIGINT");
    }
    expect(await start.ended).toEqual({ code: 0, signal: null });
    await expect(ask(port, "/taskpane.html")).rejects.toThrow();
  });

  test("fails with the reason when the port is taken", async () => {
    const { server, port } = await listen();
    const start = npmStart(dist.path, { OREBOOK_PORT: String(port) });
    expect((await start.ended).code).toBe(1);
    expect(start.shown()).toContain(`Port ${port} is taken`);
    server.close();
  });

  test("fails with the reason when there is no build to serve", async () => {
    const start = npmStart(empty.path, { OREBOOK_PORT: String(await freePort()) });
    expect((await start.ended).code).toBe(1);
    expect(start.shown()).toContain("There is no build");
  });

  test("fails with the reason when a setting is wrong", async () => {
    const start = npmStart(dist.path, { OREBOOK_PORT: "many" });
    expect((await start.ended).code).toBe(1);
    expect(start.shown()).toContain('OREBOOK_PORT: "many" is not a port');
  });
});

const onDesktop = process.platform === "win32" || process.platform === "darwin";

(onDesktop ? describe.skip : describe)("npm run start:excel where there is no Excel", () => {
  test("fails, says so and gives the way through Excel on the web", async () => {
    const start = npmStart("", {}, "excel.ts");
    expect((await start.ended).code).toBe(1);
    expect(start.shown()).toContain("Excel cannot be started here");
    expect(start.shown()).toContain("Upload My Add-in");
  });
});
