import type { Site } from "./site";

/** What to do next after `npm start`, in plain words. */
export function instructions({ addin, workbench }: Pick<Site, "addin" | "workbench">, manifest: string): string {
  const desktop = process.platform === "win32" || process.platform === "darwin" ? DESKTOP : [];
  const page = workbench
    ? ["Without Excel: the workbench, a page that plays Excel and is not Excel:", `  ${workbench.url}`, ""]
    : [];
  return [
    `Orebook is served at ${addin.url}`,
    "",
    ...page,
    ...desktop,
    onTheWeb(addin.url, manifest),
    "",
    "Ctrl-C ends it.",
  ].join("\n");
}

const DESKTOP = [
  "In Excel on this machine: leave this running and, in a second terminal, run",
  "  npm run start:excel",
  "",
];

/** How to add the served add-in to Excel on the web. */
export function onTheWeb(url: string, manifest: string): string {
  return [
    "In Excel on the web (https://excel.cloud.microsoft):",
    `  1. In the same browser, open ${url}/help.html and accept the certificate if it asks.`,
    "  2. Open a workbook. Choose Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in.",
    `  3. Choose the file ${manifest}`,
    "  4. Choose Open Orebook on the Home tab, or type =METALS. in a cell.",
  ].join("\n");
}
