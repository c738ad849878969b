/** Files of the person's own machine. */
import { element } from "./dom";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function download(name: string, content: string | Uint8Array): void {
  const type = typeof content === "string" ? "application/json" : EXCEL;
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/** The file that the person picks; never resolves when none is picked. */
export function pickFile(accept: string): Promise<File> {
  return new Promise((resolve) => {
    const input = element("input", { type: "file", accept });
    input.addEventListener("change", () => input.files?.[0] && resolve(input.files[0]));
    input.click();
  });
}
