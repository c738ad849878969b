/** Files of the person's own machine. */
import { element } from "./dom";

export function download(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/** The text of a file that the person picks; never resolves when none is picked. */
export function pickFile(accept: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const input = element("input", { type: "file", accept });
    input.addEventListener("change", () => void input.files?.[0]?.text().then(resolve, reject));
    input.click();
  });
}
