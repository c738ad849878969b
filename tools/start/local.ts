import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build/build";
import type { Settings } from "../build/settings";
import { selfSignedCertificate, trustedCertificate, type Certificate } from "./certificate";
import { serve, type Running } from "./serve";
import { workbenchRoutes } from "./workbench";

export interface LocalOptions {
  /** Whether to build first; else what `dist` holds is served. */
  build: boolean;
  /** The folder to serve. */
  dist: string;
  /** Use a self-signed certificate even where a trusted one could be installed. */
  selfSigned: boolean;
}

export function certificateFor({ selfSigned }: Pick<LocalOptions, "selfSigned">): Promise<Certificate> {
  return selfSigned ? selfSignedCertificate() : trustedCertificate();
}

/**
 * Builds the add-in and serves it on this machine. The port is taken first, so that a taken one is known at once.
 * @throws Error that says what is missing: the certificate, the port, or what is wrong with the build.
 */
export async function startLocal(settings: Settings, options: LocalOptions): Promise<Running> {
  const certificate = await certificateFor(options);
  const server = await serve({
    root: options.dist,
    port: settings.port,
    certificate,
    routes: workbenchRoutes(options.dist),
  });
  try {
    const problems = options.build ? await build("production", settings) : [];
    if (problems.length > 0) throw new Error(`The build failed:\n${problems.join("\n")}`);
    if (!existsSync(join(options.dist, "taskpane.html")))
      throw new Error(`There is no build in ${options.dist}: leave out --no-build`);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Resolves when Ctrl-C is pressed or the system asks the process to end, after the server is closed. */
export async function untilStopped(server: Pick<Running, "close">): Promise<void> {
  await new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  });
  await server.close();
  console.log("Stopped.");
}
