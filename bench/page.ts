import { isOut, type Line } from "./measure";

/** The results as a page of the documentation. */
export function performancePage(lines: readonly Line[], machine: string): string {
  const rows = lines.map((line) => {
    const { what, left, right, ratio, spread, bound } = line;
    const middle = spread ? `${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}` : "";
    const limit = bound === undefined ? "" : `${bound}${isOut(line) ? " (**out**)" : ""}`;
    return `| ${[what, left, right, ratio.toFixed(2), middle, limit].join(" | ")} |`;
  });
  return `# How fast Orebook is

Written by \`npm run bench -- --write\`. Each line measures two things in turn in one run; the ratio is the second's median over
the first's, and beside it stands the middle half of the rounds. Ratios say something on any machine, times only on this one:
${machine}. The first line measures one thing beside itself: no other line is more certain than that. \`npm run bench -- --check\`
fails where a ratio is over its bound; the tests never look at a clock.

| what | beside | measured | ratio | middle half | at most |
|---|---|---|---|---|---|
${rows.join("\n")}

The calls are put to the add-in as it ships, through the real custom-functions runtime in a browser, up to two thousand
different questions of each kind at once, first on a page that never heard them, then once more; what a page with functions
that answer 1 takes for as many is subtracted. The list of changes
and the audit run over the scan of a workbook. The look-ups of Excel's own functions find the same figures on a sheet: in the
formula engine of \`npm run eval\`, and in LibreOffice as native code.
`;
}
