import type { Notice } from "../notice";
import { refuse } from "../refusal";

/** The parts of Web Crypto that check a signature. */
export type SignatureChecker = Pick<SubtleCrypto, "importKey" | "verify">;

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

/** What is signed: everything that a notice says, the digest of the file included. */
export function signedText({ release, date, file, sha256, bytes, notes, minAddin }: Notice): string {
  return JSON.stringify([release, date, file, sha256, bytes, notes, minAddin]);
}

/**
 * Refuses (`unsigned`) a notice that was not signed with the private half of a key (ECDSA on P-256 over SHA-256; the
 * public key as SPKI, the signature as r and s, both in Base64).
 */
export async function requireSigned(notice: Notice, publicKey: string, checker: SignatureChecker): Promise<void> {
  const key = await checker.importKey("spki", bytesOf(publicKey), CURVE, false, ["verify"]);
  const message = new TextEncoder().encode(signedText(notice));
  const isSigned = await checker.verify({ ...CURVE, hash: "SHA-256" }, key, bytesOf(notice.signature ?? ""), message);
  if (!isSigned) refuse("unsigned", { release: notice.release });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
