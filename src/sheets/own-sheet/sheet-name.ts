const LONGEST_NAME = 31;

/** A name that no sheet has yet: the wanted one, or the same with a number behind it. Excel compares names without case. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const isFree = (name: string) => !used.has(name.toLowerCase());
  if (isFree(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (isFree(name)) return name;
  }
}
