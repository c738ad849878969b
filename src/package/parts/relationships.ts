import { attributesOf, tagsOf } from "../xml";
import { PACKAGE, RELATIONSHIPS } from "./formats";

/** How one part of a file refers to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `customXml`. */
  readonly type: string;
  /** The whole type. */
  readonly uri: string;
  /** The other part's name in the archive; of an external one, its address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The part that holds the relationships of a part: `xl/_rels/workbook.xml.rels`; of the whole file, `_rels/.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** @param part whose relationships they are; their targets are written as seen from it */
export function readRelationships(xml: string, part: string): Relationship[] {
  return [...tagsOf(xml)]
    .filter(({ name, kind }) => name === "Relationship" && kind !== "close")
    .map((tag) => {
      const { Id = "", Type = "", Target = "", TargetMode } = attributesOf(xml, tag);
      const isExternal = TargetMode === "External";
      return {
        id: Id,
        type: Type.slice(Type.lastIndexOf("/") + 1),
        uri: Type,
        target: isExternal ? Target : resolve(part, Target),
        isExternal,
      };
    });
}

/** The markup of relationships by the last word of their types, numbered from rId1. */
export function relationshipsMarkup(all: Readonly<Record<string, string>> = {}): string {
  const each = Object.entries(all).map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
