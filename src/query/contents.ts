import { Decimal } from "../dataset/decimal";
import type { Dataset } from "../dataset/dataset";
import { once } from "../dataset/remembering";
import type { Ask } from "./answer/ask";
import { Ratio } from "./ratio";

/** What a mass can be counted in: an element, or a compound that stands for it in the trade. */
export interface Content {
  readonly id: string;
  readonly element: string;
  /** How much of it is the element. */
  readonly share: Ratio;
  /** The arithmetic behind the share. */
  readonly arithmetic: string;
}

/** Rare-earth oxides together: convertible only where it is known which element they are of. */
const RARE_EARTH_OXIDES = "REO";

const SAID_AFTER = /(?:content|contained|equivalent)$/;

/** The contents of the code list and how they convert: by the atomic weights behind `codes/factors.csv`. */
export class Contents {
  constructor(private readonly dataset: Dataset) {}

  /** Most formulas convert into none of them: they are read for the first that does. */
  private readonly read = once(() => {
    const byId = new Map<string, Content>();
    const oxideOf = new Map<string, string>();
    for (const code of this.dataset.codes("factors").values()) {
      const [element, arithmetic] = [String(code["element"]), String(code["arithmetic"])];
      const share = new Ratio(Decimal.parse(String(code["metal_mass"])), Decimal.parse(String(code["mass"])));
      byId.set(code.id, { id: code.id, element, share, arithmetic });
      if (code["rare_earth_oxide"] === "yes") oxideOf.set(element, code.id);
    }
    return { byId, oxideOf };
  });

  private get byId(): ReadonlyMap<string, Content> {
    return this.read().byId;
  }

  private get oxideOf(): ReadonlyMap<string, string> {
    return this.read().oxideOf;
  }

  /** What a figure is counted in: its unit says so, or its measure, which is the metal in the goods. Undefined for gross weights. */
  of(ask: Pick<Ask, "item" | "measure">, unitContent: string | undefined): string | undefined {
    const symbol = String(this.dataset.codes("items").get(ask.item)?.["symbol"] ?? "");
    const said = unitContent ?? (ask.measure === "content" && symbol !== "" ? symbol : undefined);
    return said === RARE_EARTH_OXIDES ? (this.oxideOf.get(symbol) ?? said) : said;
  }

  /** How much of one content a mass of another is, or undefined where they are not of one known element. */
  ratio(from: string | undefined, to: string): Ratio | undefined {
    if (from === to) return Ratio.parse("");
    const given = this.byId.get(from ?? "");
    const wanted = this.byId.get(to === RARE_EARTH_OXIDES ? (this.oxideOf.get(given?.element ?? "") ?? "") : to);
    return given && wanted && given.element === wanted.element ? given.share.times(wanted.share.inverse()) : undefined;
  }

  /** The arithmetic of a conversion, for who wants to know. */
  arithmetic(from: string, to: string): string {
    const one = [from, to]
      .map((id) => this.byId.get(id === RARE_EARTH_OXIDES ? "" : id))
      .filter((content) => content !== undefined);
    return one
      .filter((content) => content.id !== content.element)
      .map((content) => content.arithmetic)
      .join("; ");
  }

  /** The contents of one element other than the element itself. */
  ofElement(element: string | undefined): string[] {
    return [...this.byId.values()].filter((one) => one.element === element && one.id !== element).map(({ id }) => id);
  }

  private longestFirst(): string[] {
    return [...this.byId.keys(), RARE_EARTH_OXIDES].sort((a, b) => b.length - a.length);
  }

  /** A unit's word parted into the mass before and the content at its end, both in lower case without blanks. */
  parted(folded: string): { readonly mass: string; readonly content: string } | undefined {
    const text = folded.replace(SAID_AFTER, "");
    const content = this.longestFirst().find((id) => text.length > id.length && text.endsWith(id.toLowerCase()));
    if (content === undefined) return undefined;
    return { mass: text.slice(0, -content.length).replace(/(?<=[a-z])of$/, ""), content };
  }
}
