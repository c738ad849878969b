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

The calls are put to the add-in as it ships, through the real custom-functions runtime in a browser, up to ten thousand
different questions of each kind at once, first on a page that never heard them and whose pane is built, then once more. What is subtracted is the
runtime's own part: what a page takes for as many whose functions give 1 at once, or of texts and refusals always the same
text, as long as ours are on average; two lines show how far these are apart. The list of changes
and the audit run over the scan of a workbook. The look-ups of Excel's own functions find the same figures on a sheet: in the
formula engine of \`npm run eval\`, and in LibreOffice as native code.

## Where a line can be over its bound

- **Page to first formula.** The bare page fetches office.js alone. What fetching the data, unpacking and parsing them takes is
  told by the line below it. The rest is the program, which has to be fetched, compiled and run; the columns by which
  figures are found have to be laid out; and the first call reads its words and its series: all of it once, before anything
  has been compiled. What is only read when somebody asks for it, and the pane, come later. The pages of the browser's own
  address bar are off: they load with every window, Excel has none, and on two processors they took as much as ours.
- **Refused for the first time.** A refusal is a sentence made for its question: which periods, bases or goods do have a figure.
  What does not depend on the period is made once for a column, and asked again it is kept.
- **Answered for the first time.** Ten thousand figures of as many series are about as much memory as work; while the runtime
  hands over few calls at a time, both are hidden behind it.
- **LATEST as of a day.** What was known on a day is worked out for each question and day; no two of these questions share it.
- **A metal that is none, a series that is none.** The word is compared with every spelling there is, and with what could stand
  in the other arguments. Five hundred unknown series are as many searches; the first one also lays out the names of all codes.
- **The browser is watched.** It runs under the debugger that hands over the calls, which notes the place of every throw; in
  Excel nobody does.
- **GRID for the first time.** Of a row of thirteen cells the question is new, and what a new question costs is shared out among
  few; a third of the cells have no figure and are refusals as above. Before the engine has compiled it, a cell takes up to
  six times as long: the middle one of a hundred rounds is told.
`;
}
