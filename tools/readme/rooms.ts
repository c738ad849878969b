import { spawnSync } from "node:child_process";
import { command, ROOT } from "../build/run";
import { fill } from "./pages";

/** What dependency-cruiser says of one room, all its files taken as one. */
interface Room {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

/** Brings the picture of the rooms in a page up to date: an arrow for every import that no longer way implies. */
export function withRooms(page: string): string {
  return fill(page, "rooms", `\`\`\`mermaid\n${picture(importsOfRooms())}\n\`\`\``);
}

/** Which rooms the files of each room import from. */
function importsOfRooms(): Map<string, ReadonlySet<string>> {
  const options = ["src", "--collapse", "^src/[^/]+", "--include-only", "^src/", "--output-type", "json"];
  const { stdout } = spawnSync(process.execPath, command("dependency-cruiser", "depcruise", ...options), {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const { modules } = JSON.parse(stdout) as { modules: Room[] };
  const nameOf = (path: string) => path.split("/")[1]!;
  return new Map(
    modules.map(({ source, dependencies }) => [
      nameOf(source),
      new Set(dependencies.map(({ resolved }) => nameOf(resolved)).filter((other) => other !== nameOf(source))),
    ]),
  );
}

/** The rooms as a flowchart, from top to bottom. */
export function picture(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const reach = (room: string): string[] => [...(imports.get(room) ?? [])].flatMap((next) => [next, ...reach(next)]);
  const arrows = [...imports].flatMap(([room, others]) => {
    const implied = new Set([...others].flatMap(reach));
    return [...others].filter((other) => !implied.has(other)).map((other) => `  ${room} --> ${other}`);
  });
  return ["flowchart TD", ...arrows.sort()].join("\n");
}
