import headings from "./notes.json";
import { NOTE_TOPICS, type Note, type NoteTopic } from "./problem";

const HEADINGS: Readonly<Record<NoteTopic, { readonly title: string; readonly meaning: string }>> = headings;

/** docs/data-notes.md: what a careful reader would stumble over, in a stable order. */
export function notesPage(notes: readonly Note[]): string {
  const sections = NOTE_TOPICS.flatMap((topic) => {
    const texts = notes.filter((note) => note.topic === topic).map(({ text }) => `- ${text}`);
    const { title, meaning } = HEADINGS[topic];
    return texts.length > 0 ? [`## ${title}\n\n${meaning}\n\n${texts.join("\n")}\n`] : [];
  });
  return `# Data notes\n\nWritten by \`npm run data\`; do not edit. Nothing here is a fault of the build: these are places where published figures disagree with one another.\n\n${sections.join("\n")}`;
}
