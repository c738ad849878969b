import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selfSignedCertificate, trustedCertificate } from "../../../tools/start/certificate";
import { folder } from "../folder";

jest.mock("office-addin-dev-certs", () => ({ getHttpsServerOptions: jest.fn() }));

describe("the certificate of the local server", () => {
  const kept = folder({});
  afterAll(kept.remove);
  const file = join(kept.path, "localhost.pem");

  test("is for localhost and its addresses", async () => {
    const { cert } = await selfSignedCertificate(kept.path);
    expect(new X509Certificate(cert).subjectAltName).toBe(
      "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1",
    );
  });

  test("is kept, so that a browser that accepted it does not ask again", async () => {
    const first = await selfSignedCertificate(kept.path);
    expect(await selfSignedCertificate(kept.path)).toEqual(first);
  });

  test("is made anew when the kept one is damaged", async () => {
    const { cert } = await selfSignedCertificate(kept.path);
    writeFileSync(file, "damaged");
    const next = await selfSignedCertificate(kept.path);
    expect(next.cert).not.toEqual(cert);
    expect(readFileSync(file, "utf8")).toBe(next.cert);
  });

  test("is made anew when the kept one is about to expire", async () => {
    const { cert } = await selfSignedCertificate(kept.path);
    const almost = Date.parse(new X509Certificate(cert).validTo) - 60 * 60 * 1000;
    jest.useFakeTimers({ now: almost, doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
    try {
      expect((await selfSignedCertificate(kept.path)).cert).not.toEqual(cert);
    } finally {
      jest.useRealTimers();
    }
  });

  test("on Windows and Mac is the trusted one, and its refusal is explained", async () => {
    const { getHttpsServerOptions } = jest.requireMock<{ getHttpsServerOptions: jest.Mock }>("office-addin-dev-certs");
    getHttpsServerOptions.mockResolvedValueOnce({ ca: "ca", cert: "trusted", key: "key" });
    expect(await trustedCertificate("win32")).toEqual({ cert: "trusted", key: "key" });
    getHttpsServerOptions.mockRejectedValueOnce(new Error("the user said no"));
    await expect(trustedCertificate("darwin")).rejects.toThrow(/the user said no[^]*--self-signed/);
  });
});
