import { refuse } from "./refusal";

/** What `latest.json` says of a data release: enough to decide whether to fetch it, and to verify it. */
export interface Notice {
  readonly release: string;
  /** ISO date of the data release. */
  readonly date: string;
  /** Name of the release file beside the notice. */
  readonly file: string;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** What changed, for people. */
  readonly notes: string;
  /** The lowest add-in version that can read the file. */
  readonly minAddin: string;
  /** Over all of the above, in Base64, where the publisher signs. */
  readonly signature?: string;
}

const FORMS = {
  release: /^[A-Za-z0-9][\w.+-]{0,39}$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  // Beside the notice and nowhere else.
  file: /^[A-Za-z0-9][\w.-]*\.json$/,
  sha256: /^[0-9a-f]{64}$/,
  notes: /^[^]{0,5000}$/,
  minAddin: /^\d+\.\d+\.\d+$/,
} as const satisfies Partial<Record<keyof Notice, RegExp>>;

/** Reads a notice. Refuses (`badNotice`) what lacks a field or has one of another form; fields it does not know are left alone. */
export function readNotice(text: string): Notice {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refuse("badNotice", { detail: "not JSON" });
  }
  const fields = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  for (const [name, form] of Object.entries(FORMS)) {
    const value = fields[name];
    if (typeof value !== "string" || !form.test(value)) refuse("badNotice", { detail: name });
  }
  const { bytes, signature = "" } = fields;
  if (typeof signature !== "string" || !/^[A-Za-z0-9+/]{0,86}=*$/.test(signature))
    refuse("badNotice", { detail: "signature" });
  if (typeof bytes !== "number" || !Number.isInteger(bytes) || bytes <= 0) refuse("badNotice", { detail: "bytes" });
  return fields as unknown as Notice;
}

/** Orders version numbers such as 0.1.0: negative when `a` comes first. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const index = left!.findIndex((part, i) => part !== right![i]);
  return index < 0 ? 0 : left![index]! - (right![index] ?? 0);
}
