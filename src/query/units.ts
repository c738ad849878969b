import { Decimal } from "../dataset/decimal";
import type { Dataset } from "../dataset/dataset";
import type { Observation } from "../dataset/records";
import type { Language } from "./describe";
import { nearest } from "./words/nearest";
import { refuse } from "./refusal";

/** A unit of the code list: ten to the `scale` of its `base`. */
export interface Unit {
  readonly id: string;
  readonly label: string;
  /** What can be converted into what: `money:USD`, `mass`, `price:USD/mass`, `rate`, `rate-difference`, `count`, `ratio`. */
  readonly kind: string;
  readonly base: string;
  readonly scale: number;
  /** The language a unit is customary in, when it is offered in that one only. */
  readonly language: string;
}

/** Masses that could be two things, alone and below a price. */
const UNCLEAR_MASS = /^(?:mt|(?:k|thousand|kilo|million|mega)?tons?)$/;
const PER_UNCLEAR_MASS = /^(?:usd|us\$|\$)(?:\/|per)(?:mt|tons?)$/;

const CURRENCY_CODES = ["USD", "CNY"];
const CURRENCIES = new Map(
  Object.entries({
    usd: "USD",
    us$: "USD",
    $: "USD",
    usdollars: "USD",
    dollars: "USD",
    cny: "CNY",
    rmb: "CNY",
    yuan: "CNY",
    renminbi: "CNY",
  }),
);
const SCALES = new Map(
  Object.entries({
    k: "k",
    thousand: "k",
    m: "m",
    mn: "m",
    mln: "m",
    million: "m",
    millions: "m",
    bn: "bn",
    bln: "bn",
    billion: "bn",
    billions: "bn",
    tn: "tn",
    trillion: "tn",
  }),
);

/** The code an amount of money would have, worded in either order; undefined when the words are none of money. */
function moneyUnit(folded: string): string | undefined {
  for (const [word, currency] of CURRENCIES) {
    const rest = folded.startsWith(word)
      ? folded.slice(word.length)
      : folded.endsWith(word)
        ? folded.slice(0, -word.length).replace(/(?<=s)of$/, "")
        : undefined;
    const scale = rest === undefined ? undefined : SCALES.get(rest);
    if (scale) return `${currency} ${scale}`;
  }
  return undefined;
}

/** The table of units and the words for them. */
export class Units {
  private readonly byId = new Map<string, Unit>();
  private readonly exact = new Map<string, Unit>();
  private readonly folded = new Map<string, Unit | "ambiguous">();

  constructor(dataset: Dataset) {
    for (const code of dataset.codes("units").values()) {
      const unit: Unit = {
        id: code.id,
        label: code.label,
        kind: String(code["kind"]),
        base: String(code["base"]),
        scale: Number(code["scale"]),
        language: String(code["language"] ?? ""),
      };
      this.byId.set(unit.id, unit);
      for (const word of [unit.id, code.label, code.label_zh, ...code.aliases]) {
        this.exact.set(fold(word, false), unit);
        const lower = fold(word, true);
        const known = this.folded.get(lower);
        this.folded.set(lower, known === undefined || known === unit ? unit : "ambiguous");
      }
    }
  }

  /** A unit by its code. Throws RangeError for an unknown code: codes come from the data, which is checked. */
  get(id: string): Unit {
    const unit = this.byId.get(id);
    if (!unit) throw new RangeError(`no unit "${id}"`);
    return unit;
  }

  /**
   * Reads a unit as typed. Capitals are forgiven except where they change the meaning:
   * `mt` and `MT` could be metric tons or million tonnes, and tons metric, short or long, so only `t`, `kt` and `Mt` are taken.
   * A currency and its scale go in either order: `USD bn`, `bn USD`, `$ billion`.
   */
  read(word: string, argument: string): Unit {
    const exact = this.exact.get(fold(word, false));
    if (exact) return exact;
    const lower = fold(word, true);
    if (UNCLEAR_MASS.test(lower)) refuse("ambiguousUnit", { argument, unit: word, valid: ["t", "kt", "Mt"] });
    if (PER_UNCLEAR_MASS.test(lower)) refuse("ambiguousUnit", { argument, unit: word, valid: ["USD/t", "USD/kg"] });
    const scale = SCALES.get(lower);
    if (scale)
      refuse("ambiguousUnit", {
        argument,
        unit: word,
        valid: CURRENCY_CODES.map((currency) => `${currency} ${scale}`).filter((id) => this.byId.has(id)),
      });
    const folded = this.folded.get(lower) ?? this.byId.get(moneyUnit(lower) ?? "");
    if (folded && folded !== "ambiguous") return folded;
    return refuse("unknownWord", { argument, word, nearest: nearest(word, this.spellings()), kind: "units" });
  }

  /** Every word for a unit, each with the code to show for it. */
  private *spellings(): Iterable<readonly [string, string]> {
    for (const [word, unit] of this.folded) if (unit !== "ambiguous") yield [word, unit.id];
  }

  /** Whether a figure of this base unit can be given in a unit. A second name of a base (t REO for t) is only for figures that bear it. */
  fits(unit: Unit, base: string): boolean {
    return unit.kind === this.get(base).kind && (unit.scale !== 0 || unit.id === unit.base || unit.id === base);
  }

  /** Units into which a figure of this base unit can be put and that are customary in a language, small to large. */
  offered(base: string, language: Language): string[] {
    return [...this.byId.values()]
      .filter((unit) => this.fits(unit, base) && ["", language].includes(unit.language))
      .sort((a, b) => a.scale - b.scale)
      .map(({ id }) => id);
  }

  /** A figure's value in the base unit of its kind, exactly. */
  baseValue(observation: Pick<Observation, "value" | "unit">): Decimal {
    return Decimal.parse(observation.value).shifted(this.get(observation.unit).scale);
  }

  /** A value given in a base unit, in a unit that fits it, exactly. */
  convert(value: Decimal, base: string, unit: Unit): Decimal {
    return value.shifted(this.get(base).scale - unit.scale);
  }
}

function fold(word: string, ignoreCase: boolean): string {
  const text = word.normalize("NFKC").trim().replace(/\s+/g, "");
  return ignoreCase ? text.toLowerCase() : text;
}
