import { createPrivateKey, sign, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Notice } from "../../src/update";
import { signedText } from "../../src/update/verify/signature";

/** The private key in a PEM file. @throws Error when it is none on the curve P-256, which is what add-ins check. */
export function readPrivateKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") throw new Error(`${file} is not a key on the curve P-256`);
  return key;
}

/** The notice with its signature. */
export function signed(notice: Notice, key: KeyObject): Notice {
  const signature = sign("sha256", Buffer.from(signedText(notice)), { key, dsaEncoding: "ieee-p1363" });
  return { ...notice, signature: signature.toString("base64") };
}
