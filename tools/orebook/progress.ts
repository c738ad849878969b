import type { Job } from "../../src/sheets/job";

/** Where progress is told: what Node's standard error offers. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** To the beginning of the line, which is emptied from there. */
const BLANK_LINE = "\r\u001b[K";

/** Does long work on a file; on a terminal a line tells how far it is, and goes when the work ends. */
export async function withProgress<T>(
  file: string,
  work: (job: Job) => Promise<T>,
  terminal: Terminal = process.stderr,
): Promise<T> {
  if (!terminal.isTTY) return work({});
  let told = "";
  try {
    return await work({
      onProgress({ done, total }) {
        const line = `${file}: ${total === 0 ? 100 : Math.floor((100 * done) / total)} %`;
        if (line !== told) terminal.write(`${BLANK_LINE}${line}`);
        told = line;
      },
    });
  } finally {
    if (told !== "") terminal.write(BLANK_LINE);
  }
}
