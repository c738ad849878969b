import { NOTE_TOPICS, type Note, type NoteTopic } from "./problem";

const HEADINGS: Readonly<Record<NoteTopic, readonly [title: string, meaning: string]>> = {
  growth: [
    "Printed growth that the printed levels do not give",
    "Rates are kept as printed. The range is what the levels give when each is anywhere within the rounding of its last digit.",
  ],
  change: [
    "Printed changes that the printed levels do not give",
    "Kept as printed; the range is what the levels give within their rounding.",
  ],
  balance: ["Printed balances that printed exports and imports do not give", "Kept as printed."],
  sum: [
    "Totals that their parts do not give",
    "The source itself does not add up; the totals are flagged as not reproducible.",
  ],
  rounding: [
    "Totals that their parts give within rounding",
    "Half of the last printed digit of each part and of the total explains the difference, half a percent of a part that was not printed but follows from a printed rate, and one percent of a month that was provisional.",
  ],
  revision: [
    "Figures that a later edition printed very differently",
    "More than 2.5 times as large or as small. The newest edition answers; METALS.REVISIONS shows them all.",
  ],
  programme: [
    "Figures that two programmes of one body print very differently",
    "More than 2.5 times apart for what is called alike. Each is a series of its own; the one of the better rank answers.",
  ],
};

/** docs/data-notes.md: what a careful reader would stumble over, in a stable order. */
export function notesPage(notes: readonly Note[]): string {
  const sections = NOTE_TOPICS.flatMap((topic) => {
    const texts = notes.filter((note) => note.topic === topic).map(({ text }) => `- ${text}`);
    const [title, meaning] = HEADINGS[topic];
    return texts.length > 0 ? [`## ${title}\n\n${meaning}\n\n${texts.join("\n")}\n`] : [];
  });
  return `# Data notes\n\nWritten by \`npm run data\`; do not edit. Nothing here is a fault of the build: these are places where published figures disagree with one another.\n\n${sections.join("\n")}`;
}
