/** What is said of the selected cell. */
export const cell = {
  title: "Selected cell",
  nothing: "This cell asks nothing of Orebook. Select one with a formula such as",
  notInExcel: "Open Orebook in Excel: here it explains the selected cell.",
  inTable: (title: string) => `Part of the inserted table “${title}”.`,
  /** Another content than the table put there. */
  ownRow: "A row of your own, not one that was inserted.",
  ownColumn: "A column of your own, not one that was inserted.",
  untold: "Its rows or columns were changed by hand, so that nobody can tell which of its figures this is.",
  changed: "This is not what was inserted: the cell was changed since.",
  revised: (from: string, to: string) =>
    `Revised since the table was made: ${from} then, ${to} now. Refresh brings the table up to date.`,
  /** Before the formula that gives what a table of values holds. */
  sameAs: "Inserted as a value. This formula gives the same:",
  spilledFrom: (address: string) => `Filled by the formula in ${address}.`,
  /** This Excel does not tell which formula fills a cell. */
  isLetters:
    "The cell holds letters, not a formula: it is formatted as text, or begins with an apostrophe. Set its format to General and enter the formula again.",
  mayBeSpilled:
    "This Excel does not tell which formula fills a cell. If a formula spills into this one, select the cell where it stands.",
  waysOn: "What has an answer",
  anyBasis: "Any basis",
  replace: "Replace the formula",
  rewritten: (address: string) => `${address} asks this now.`,
  undone: "The formula is as it was.",
  notUndone: "Not undone: the cell was changed since.",
  change: "Change it in the formula builder",
  unrecognised: "Excel does not recognise this formula.",
  repair: "repair formulas",
  onlyExcel: "Only Excel can work out what is asked here.",
  unknown: "This version of Orebook has no such function.",
  sources: "Sources",
  openSeries: (title: string) => `Open series: ${title}`,
  more: (count: number) => `… and ${count} more`,
};
