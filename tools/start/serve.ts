import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join, resolve, sep } from "node:path";
import { createGunzip } from "node:zlib";
import type { Certificate } from "./certificate";
import { contentType } from "./content-types";

/** What a route answers with instead of a file. */
export interface Reply {
  body: string | Uint8Array;
  /** Content-Type header. */
  type: string;
}

/** A folder whose files are served, or a function that answers for a path. */
export type Route = string | ((path: string) => Reply | Promise<Reply>);

export interface ServeOptions {
  /** The folder whose files are served. */
  root: string;
  /** 0 takes any free port. */
  port: number;
  certificate: Certificate;
  /** Exceptions by path: `/office-js/` stands for everything below it, `/taskpane.html` for itself. The longest wins. */
  routes?: Readonly<Record<string, Route>>;
}

export interface Running {
  port: number;
  /** `https://localhost:<port>`. */
  url: string;
  /** Ends the server and every open connection. */
  close: () => Promise<void>;
}

/** File names that carry a hash of their content never change under that name. */
const CONTENT_ADDRESSED = /[.-][0-9a-f]{10,}\.(js|css|json)(\.map|\.gz)?$/;

const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  // A page on the internet (Excel on the web) asks for files of this machine.
  "Access-Control-Allow-Private-Network": "true",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Serves files over https on this machine only.
 * @throws Error that says so when the port is taken or may not be used.
 */
export async function serve({ root, port, certificate, routes = {} }: ServeOptions): Promise<Running> {
  const server = createServer({ ...certificate }, (request, response) => {
    answer(request, response, root, routes).catch((error: Error) => refuse(response, 500, error.message));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(portError(port, error)));
    server.listen(port, "localhost", listening);
  });
  const actual = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { port: actual, url: `https://localhost:${actual}`, close };
}

function portError(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `Port ${port} is taken by another program. End that program (it may be an earlier npm start) and try again.`,
    );
  if (error.code === "EACCES") return new Error(`Port ${port} may not be used by this account.`);
  return new Error(`Port ${port} cannot be used: ${error.message}`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  routes: Readonly<Record<string, Route>>,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "only GET and HEAD");
  const path = pathOf(request);
  if (path === undefined) return refuse(response, 400, "not an address");
  const key = routeFor(path, routes);
  const route = key === undefined ? root : routes[key];
  if (typeof route === "function") return reply(response, request, await route(path));
  await file(response, request, route ?? root, key === undefined ? path : path.slice(key.length - 1));
}

/** The decoded path of a request; undefined when it is malformed. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function routeFor(path: string, routes: Readonly<Record<string, Route>>): string | undefined {
  const matching = Object.keys(routes).filter((key) => (key.endsWith("/") ? path.startsWith(key) : path === key));
  return matching.sort((a, b) => b.length - a.length)[0];
}

function reply(response: ServerResponse, request: IncomingMessage, { body, type }: Reply): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length, "Cache-Control": "no-cache" });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

async function file(response: ServerResponse, request: IncomingMessage, folder: string, path: string): Promise<void> {
  const name = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const prefersPacked = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const found = isBelow(folder, name) ? await fileOf(name, prefersPacked) : undefined;
  if (!found) return refuse(response, 404, `${path} is not there`);
  const { stored, size } = found;
  const isPacked = stored !== name;
  const takesPacked = isPacked && prefersPacked;
  response.writeHead(200, {
    "Content-Type": contentType(name),
    "Cache-Control": CONTENT_ADDRESSED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    ...(isPacked && { Vary: "Accept-Encoding" }),
    ...(takesPacked && { "Content-Encoding": "gzip" }),
    ...(isPacked === takesPacked && { "Content-Length": size }),
  });
  if (request.method === "HEAD") return void response.end();
  const content = createReadStream(stored).on("error", () => response.destroy());
  (isPacked && !takesPacked ? content.pipe(createGunzip()).on("error", () => response.destroy()) : content).pipe(
    response,
  );
}

/** The file for an address: itself, or its compressed form where that is preferred or alone there. */
async function fileOf(name: string, prefersPacked: boolean): Promise<{ stored: string; size: number } | undefined> {
  const packed = `${name}.gz`;
  for (const stored of prefersPacked ? [packed, name] : [name, packed]) {
    const found = await stat(stored).catch(() => undefined);
    if (found?.isFile()) return { stored, size: found.size };
  }
  return undefined;
}

function isBelow(folder: string, name: string): boolean {
  return resolve(name).startsWith(resolve(folder) + sep);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" })
    .end(`${status}: ${why}\n`);
}
