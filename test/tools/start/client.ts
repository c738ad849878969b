import { request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks a local https server, whatever its certificate; the path is sent exactly as given. */
export function ask(port: number, path: string, method = "GET"): Promise<Answer> {
  return new Promise((done, failed) => {
    request({ host: "localhost", port, path, method, rejectUnauthorized: false, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    })
      .on("error", failed)
      .end();
  });
}
