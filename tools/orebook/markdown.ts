/** The lines of a table in Markdown. */
export function tableText(columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cellText).join(" | ")} |`);
}

function cellText(cell: unknown): string {
  return String(cell).replaceAll("|", "\\|").replace(/\s+/g, " ");
}
