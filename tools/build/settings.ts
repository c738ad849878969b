import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { LOCAL_BASE, readBase, readNamespace } from "../manifest/rewrite";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says about a build and about the local server. */
export interface Settings {
  /** The port of the local server: `OREBOOK_PORT`, else 3000. */
  port: number;
  /** The address of the local server, without a slash at its end. */
  localBase: string;
  /** The address the built add-in is for: `OREBOOK_URL`, else the local one. */
  base: string;
  /** `OREBOOK_NAMESPACE`: the namespace of the fallback build; undefined for the ordinary one. */
  namespace: string | undefined;
}

/**
 * Reads the settings. A variable that is empty counts as not set.
 * @throws Error that lists everything wrong with them, a line each.
 */
export function readSettings(env: Environment = process.env): Settings {
  const problems: string[] = [];
  const read = <T>(name: string, reader: (text: string) => T): T | undefined => {
    const text = env[name];
    if (!text) return undefined;
    try {
      return reader(text);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const port = read("OREBOOK_PORT", readPort) ?? Number(new URL(LOCAL_BASE).port);
  const hosted = read("OREBOOK_URL", readBase);
  const namespace = read("OREBOOK_NAMESPACE", readNamespace);
  read("OREBOOK_RELEASES", readBase);
  read("OREBOOK_PUBLIC_KEY", requirePublicKey);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const localBase = `https://localhost:${port}`;
  return { port, localBase, base: hosted ?? localBase, namespace };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`"${text}" is not a port from 1 to 65535`);
  return port;
}

function requirePublicKey(file: string): void {
  if (createPublicKey(readFileSync(file)).asymmetricKeyDetails?.namedCurve !== "prime256v1")
    throw new Error(`${file} is not a key on the curve P-256`);
}
