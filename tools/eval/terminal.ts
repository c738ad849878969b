import { createInterface } from "node:readline";
import type { Streams } from "./cli";

/** The streams of a program that a terminal runs. */
export const TERMINAL: Streams = {
  lines: () => createInterface({ input: process.stdin }),
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** A reader that has seen enough, such as `head`, closes the pipe: that ends the program quietly. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
