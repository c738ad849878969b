/** The example for nginx says what docs/hosting.md asks of a server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../tools/build/run";
import { contentType } from "../../../tools/start/content-types";

const read = (file: string) => readFileSync(join(ROOT, "docs", file), "utf8");
const example = read("nginx.conf");
const directives = example.replace(/#.*$/gm, "");

test("who may frame the pane is what the page on hosting names", () => {
  const named = [...read("hosting.md").matchAll(/`(https:\/\/[*.a-z]+)`/g)].map(([, origin]) => origin);
  const policy = /Content-Security-Policy "frame-ancestors ([^"]*)"/.exec(directives)![1]!.split(" ");
  expect(policy).toEqual(["'self'", ...named]);
  expect(named).toContain("https://*.officeapps.live.com");
  expect(directives).not.toMatch(/X-Frame-Options/i);
});

test("what has a hash in its name is kept for good, and nothing else", () => {
  const hashed = new RegExp(/"~(\S+)"\s+"public, max-age=31536000, immutable"/.exec(directives)![1]!);
  for (const kept of ["/orebook/runtime.0f1e2d3c4b5a69788796.js", "/orebook/data/release-R2-9893c19891.json"])
    expect([kept, hashed.test(kept)]).toEqual([kept, true]);
  for (const changing of ["taskpane.html", "functions.json", "data/latest.json", "data/releases.json", "manifest.xml"])
    expect([changing, hashed.test(`/orebook/${changing}`)]).toEqual([changing, false]);
});

test("each kind of file has the type that the local server gives it", () => {
  const types = /types \{([^}]*)\}/.exec(directives)![1]!;
  const kinds = [...types.matchAll(/(\S+)\s+([a-z0-9 ]+);/g)].flatMap(([, type, ends]) =>
    ends!.split(" ").map((end) => [end, type] as const),
  );
  expect(kinds.length).toBeGreaterThan(8);
  for (const [end, type] of kinds) expect([end, contentType(`x.${end}`).split(";")[0]]).toEqual([end, type]);
});
