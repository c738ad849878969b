import type { Check } from "./check";

export const recipes: Check = {
  guarantees: "Every recipe in tables/ is a JSON object whose id is the name of its file.",
  run({ seeds, report }) {
    for (const [file, text] of seeds.texts) {
      const fault = recipeFault(file, text);
      if (fault) report.problem({ file, line: 1 }, fault);
    }
  },
};

function recipeFault(file: string, text: string): string | undefined {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return file === `tables/${String(id)}.json` ? undefined : `id: ${JSON.stringify(id)} is not the name of the file`;
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
}
