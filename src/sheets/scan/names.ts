import { callsIn } from "../formula";
import { splitSheet } from "../notation/reference";
import { tokenize } from "../formula/read/tokens";

/** A defined name. */
export interface NameScan {
  readonly name: string;
  /** The sheet it belongs to; undefined for the workbook's own names. */
  readonly sheetId: string | undefined;
  /** What it stands for, with its equals sign: `=Sheet1!$A$1`, `=METALS.PRICE("copper",2024)`. */
  readonly formula: string;
  /** "" without one. */
  readonly comment?: string;
}

/** How a file names the own workbook before a name. */
const OWN_WORKBOOK = "[0]";

/** Every word of a formula that may be a defined name, called ones included. */
export function wordsOf(formula: string): string[] {
  return tokenize(formula).flatMap(({ kind, text }) => (kind === "word" ? [text] : []));
}

/** The defined names of a workbook and which of them lead to Orebook's functions. */
export class NameScans {
  private readonly byKey: ReadonlyMap<string, NameScan>;
  private readonly leading: ReadonlySet<NameScan>;

  /** `sheetIdOf` finds a sheet by its name, in any case. */
  constructor(
    readonly all: readonly NameScan[],
    private readonly sheetIdOf: (name: string) => string | undefined,
  ) {
    this.byKey = new Map(all.map((name) => [keyOf(name.name, name.sheetId), name]));
    this.leading = this.findLeading();
  }

  /**
   * The name a word means, seen from a sheet: that sheet's own comes before the workbook's. Undefined for a name of another
   * workbook.
   */
  find(word: string, sheetId: string): NameScan | undefined {
    const { sheet, rest } = splitSheet(word);
    const on = sheet === undefined ? sheetId : this.sheetIdOf(sheet);
    if (sheet !== undefined && on === undefined && sheet !== OWN_WORKBOOK) return undefined;
    return (on === undefined ? undefined : this.byKey.get(keyOf(rest, on))) ?? this.byKey.get(keyOf(rest, undefined));
  }

  /** From where the words in a name's formula are seen: its own sheet, else where it is used. */
  sheetOf(name: NameScan | undefined, usedOn: string): string {
    return name?.sheetId ?? usedOn;
  }

  /** The names in a formula that call Orebook's functions, themselves or through other names; each once. */
  leadingFrom(formula: string, sheetId: string): NameScan[] {
    if (this.leading.size === 0) return [];
    const found = wordsOf(formula).map((word) => this.meant(word, sheetId));
    return [...new Set(found)].filter((name): name is NameScan => name !== undefined && this.leading.has(name));
  }

  /** Those names, and the ones behind them. */
  behind(formula: string, sheetId: string): NameScan[] {
    const found = new Set(this.leadingFrom(formula, sheetId));
    for (const name of found)
      for (const deeper of this.leadingFrom(name.formula, this.sheetOf(name, sheetId))) found.add(deeper);
    return [...found];
  }

  /** `Book1.xlsx!Total` may be the own workbook's: a scan does not know what that is called. */
  private meant(word: string, sheetId: string): NameScan | undefined {
    return this.find(word, sheetId) ?? this.byKey.get(keyOf(splitSheet(word).rest, undefined));
  }

  private findLeading(): Set<NameScan> {
    const leading = new Set(this.all.filter(({ formula }) => callsIn(formula).length > 0));
    for (let known = -1; known !== leading.size && leading.size > 0;) {
      known = leading.size;
      for (const name of this.all) {
        if (leading.has(name)) continue;
        const used = wordsOf(name.formula).map((word) => this.meant(word, this.sheetOf(name, "")));
        if (used.some((one) => one !== undefined && leading.has(one))) leading.add(name);
      }
    }
    return leading;
  }
}

function keyOf(name: string, sheetId: string | undefined): string {
  return `${sheetId ?? ""}!${name.toLowerCase()}`;
}
