import { X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";
import { ROOT } from "../build/run";

/** Certificate and private key in PEM, for https. */
export interface Certificate {
  cert: string | Buffer;
  key: string | Buffer;
}

const FOLDER = join(ROOT, "build", "certificate");
const DAY = 24 * 60 * 60 * 1000;
const LIFE = 90 * DAY;

/**
 * A certificate for localhost that Excel on this machine trusts (Windows and Mac: the system may ask once whether to
 * install it); elsewhere a self-signed one, which a browser accepts after asking.
 * @throws Error that says why there is none.
 */
export async function trustedCertificate(platform: NodeJS.Platform = process.platform): Promise<Certificate> {
  if (platform !== "win32" && platform !== "darwin") return selfSignedCertificate();
  try {
    const { getHttpsServerOptions } = await import("office-addin-dev-certs");
    const { cert, key } = await getHttpsServerOptions();
    return { cert, key };
  } catch (error) {
    throw new Error(
      `No trusted certificate for localhost: ${(error as Error).message}\nRun npm start again and allow its installation, or use npm start -- --self-signed for a browser.`,
    );
  }
}

/** A self-signed certificate for localhost, kept in `folder` so that a browser that accepted it does not ask again. */
export async function selfSignedCertificate(folder = FOLDER): Promise<Certificate> {
  const file = join(folder, "localhost.pem");
  const kept = readKept(file);
  if (kept !== undefined) return { cert: kept, key: kept };
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + LIFE),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  const both = key + cert;
  mkdirSync(folder, { recursive: true });
  // Written beside and renamed: another server starting now must never read half a key.
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, both, { mode: 0o600 });
  renameSync(beside, file);
  return { cert: both, key: both };
}

/** The kept certificate with its key, unless it is missing, damaged or about to expire. */
function readKept(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const expires = Date.parse(new X509Certificate(text).validTo);
    return expires > Date.now() + DAY ? text : undefined;
  } catch {
    return undefined;
  }
}
