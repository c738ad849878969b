import type { Descriptor } from "../read/descriptor";
import { openPath, type ReleaseTables } from "./tables";
import { allTerms } from "./terms";

/** README.md of the open download: what the files are, how to read them, under which terms they come, how to cite. */
export function readmeText(
  { title, description, created, licenses, contributors }: Descriptor,
  release: string,
  released: ReleaseTables,
): string {
  const day = created.slice(0, 10);
  const [own] = licenses;
  const who = contributors.map((one) => one.title).join(", ");
  const files = released.tables.map(
    (table) => `| ${openPath(table)} | ${String(table.resource["title"] ?? "")} | ${table.rows.length} |`,
  );
  const terms = allTerms(released).map(
    ({ title: name, url, note, sources }) => `| ${url === "" ? name : `[${name}](${url})`} | ${note} | ${sources} |`,
  );
  return `# ${title}

Data release ${release} of ${day}. ${description}

\`datapackage.json\` describes every column of every file in the form of the Data Package standard, so that its tools can
check and read them.

## Files

| file | what | rows |
|---|---|---|
${files.join("\n")}

\`tables/\` holds the recipes of the add-in's prebuilt tables.

## How to read a figure

- \`value\` and \`unit\` are as printed; \`codes/units.csv\` has the power of ten (\`scale\`) to the base unit.
- \`series.csv\` says of what it is: dimensions, base unit, rank (which series answers first) and, through \`definition\`, what
  is measured, on which basis, in which HS edition. Never join series of different \`basis\`.
- The rows of one series and period are vintages: the newest \`known\` day is the current one, an older one was current then.
- A row counts in the data releases from \`added\` until before \`withdrawn\`; blank means that it still counts.
- \`relation\` says whether a figure is exact or a bound, \`status\` is SDMX's, \`flag\` warns. A figure with a \`formula\` is
  computed from its \`inputs\`.
- \`absences.csv\` says what is known not to be known, and why.

## Terms

This compilation is licensed under [${own?.title ?? ""}](${own?.path ?? ""}). The figures keep the terms of their sources, which
\`sources.csv\` names one by one (column \`licence\`):

| terms | to observe | sources |
|---|---|---|
${terms.join("\n")}

## How to cite

${who} (${day.slice(0, 4)}). ${title}. Data release ${release}, ${day}. For a single figure cite its source too.
`;
}
