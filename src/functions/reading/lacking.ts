import { Refusal, type RefusalKind } from "../../query/refusal";
import type { Phrase } from "../../query/words/phrase";
import type { Session } from "../session";

/** What says that there is nothing here: the data that an organisation added may have it. */
const NOTHING_HERE: ReadonlySet<RefusalKind> = new Set([
  "unknownWord",
  "notHeld",
  "notOffered",
  "misplaced",
  "absent",
  "noRate",
  "noFigure",
  "notYetKnown",
  "noSeries",
  "noParts",
  "notInRelease",
  "elsewhere",
  "incomplete",
  "nothing",
  "notFound",
]);

/** A refusal as it is told where the question is about a release of an organisation whose data are not here. */
export function orLacking(refusal: Refusal, { dataset, standing }: Session, release: string | undefined): Refusal {
  if (!release || !NOTHING_HERE.has(refusal.kind) || !dataset.lacks(release)) return refusal;
  return new Refusal("unknownRelease", { release, newest: dataset.release, address: standing.address });
}

/** The release that a call is about. `asOf` is what it says of that, blank where the workbook decides. */
export function releaseAsked({ standing }: Session, asOf: unknown): string | undefined {
  const given = typeof asOf === "string" ? asOf.trim() : "";
  return given && !/^\d/.test(given) ? given : standing.release;
}

/**
 * Why an answer that everything there is has a part in cannot be known: the release is an organisation's, its data are not
 * here, and by what the workbook notes of them, or for want of a note, they may have a part. A single figure needs no such
 * care: theirs answers only where ours has none; and a series of ours is ours alone.
 */
export function checkWhole(
  read: Readonly<Record<string, unknown>>,
  session: Session,
  release: string | undefined,
): void {
  const { dataset, standing, words } = session;
  if (!release || !dataset.lacks(release)) return;
  const { indicator: phrase, name, part } = read as { indicator?: Phrase; name?: unknown; part?: { code: string } };
  if (phrase && "series" in phrase) return;
  const asked = phrase?.ask;
  const item = read["item"] ?? (asked?.item && (words.find("items", asked.item, asked.indicator) ?? asked.item));
  // What a prebuilt table asks is in its recipe.
  const recipe =
    name === undefined ? [] : [...JSON.stringify(name).matchAll(/"indicator":"([^"]+)/g)].map(([, id]) => id!);
  const indicators = asked ? [asked.indicator] : recipe;
  const isAsked = (subject: string) => {
    const [indicator = "", good = ""] = subject.split(" ");
    const isOf = indicators.includes(indicator) || (indicators.includes("balance") && /^(im|ex)ports$/.test(indicator));
    if (name !== undefined) return isOf;
    const isItem = !item || [item, part?.code].includes(good) || dataset.catalogue.metalOf(good) === item;
    return (indicators.length === 0 || isOf) && isItem;
  };
  const { address, added } = standing;
  if (added?.release !== release || added.subjects.some(isAsked))
    throw new Refusal("unknownRelease", { release, newest: dataset.release, address, isPart: true });
}
