/** The command in a Node that stays: loading it costs more than most of what it is asked. */
import { main } from "../../../tools/orebook/main";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

process.on("message", (args: readonly string[]) => {
  const said = { out: "", err: "" };
  const heard = (stream: keyof typeof said) => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  process.stdout.write = heard("out");
  process.stderr.write = heard("err");
  void main(args).then((code) => process.send!({ code, ...said } satisfies Ran));
});

// The parent's end is its end.
process.on("disconnect", () => process.exit(0));
