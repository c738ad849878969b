import type { Dataset } from "../../dataset/dataset";
import { Contents } from "../contents";
import { Decimal } from "../../dataset/decimal";
import type { Code, Observation } from "../../dataset/records";
import { once } from "../../dataset/remembering";
import type { Language } from "../describe";
import { Ratio } from "../ratio";
import { refuse, refuseWord } from "../refusal";
import { nearest, type Candidate } from "../words/nearest";
import { plain } from "../words/normalise";
import { foldedUnit, POWERS, unitParts, type UnitParts } from "./unit-words";

/** A unit: ten to the `scale` of its `base`, times its `factor`. */
export interface Unit {
  readonly id: string;
  readonly label: string;
  /** What can be converted into what: `money:USD`, `mass`, `price:USD/mass`, `rate`, `rate-difference`, `count`, `ratio`. */
  readonly kind: string;
  readonly base: string;
  readonly scale: number;
  readonly factor: Ratio;
  /** What a mass is counted in besides the goods themselves: rare-earth oxide, lithium carbonate equivalent. */
  readonly content: string | undefined;
  /** The language a unit is customary in, when it is offered in that one only. */
  readonly language: string;
}

const ONE = Ratio.parse("");

/** No word for a unit is longer. */
const LONGEST_WORD = 60;

/** The table of units and the words for them. */
export class Units {
  private readonly byId: ReadonlyMap<string, Unit>;

  private spelled: readonly Candidate[] | undefined;

  readonly contents: Contents;

  constructor(private readonly dataset: Dataset) {
    this.contents = new Contents(dataset);
    this.byId = new Map([...dataset.codes("units").values()].map((code) => [code.id, unitOf(code)]));
  }

  /** Most formulas name no unit: the words are laid out for the first that does. */
  private readonly words = once(() => {
    const exactly = new Map<string, Unit>();
    const folded = new Map<string, Unit | "ambiguous">();
    for (const code of this.dataset.codes("units").values()) {
      const unit = this.byId.get(code.id)!;
      for (const word of [unit.id, code.label, code.label_zh, ...code.aliases]) {
        const exact = foldedUnit(plain(word));
        exactly.set(exact, unit);
        const lower = exact.toLowerCase();
        const known = folded.get(lower);
        folded.set(lower, known === undefined || known === unit ? unit : "ambiguous");
      }
    }
    return { exactly, folded };
  });

  /** A unit by its code. Throws RangeError for an unknown code: codes come from the data, which is checked. */
  get(id: string): Unit {
    const unit = this.byId.get(id);
    if (!unit) throw new RangeError(`no unit "${id}"`);
    return unit;
  }

  /**
   * Reads a unit as typed. Capitals are forgiven except where they change the meaning:
   * `mt` and `MT` could be metric tons or million tonnes, and tons metric, short or long, so only `t`, `kt` and `Mt` are taken.
   * A currency, its scale and a mass go in any customary order: `USD bn`, `bn USD`, `USD '000`, `US$ per metric ton`.
   */
  read(word: string, argument: string): Unit {
    const text = plain(word);
    if (text.length > LONGEST_WORD) return this.refuseUnknown(word, argument);
    const exact = foldedUnit(text);
    const words = this.words();
    const known = words.exactly.get(exact);
    if (known) return known;
    const lower = exact.toLowerCase();
    const parts = unitParts(text);
    if (parts?.kind === "ambiguous") return refuse("ambiguousUnit", { argument, unit: word, valid: parts.valid });
    const folded = words.folded.get(lower);
    if (folded && folded !== "ambiguous") return folded;
    return (parts && this.composed(parts)) ?? this.ofContent(exact, argument) ?? this.refuseUnknown(word, argument);
  }

  /** A mass of some content: `t LCE`, `kt WO3`. */
  private ofContent(exact: string, argument: string): Unit | undefined {
    const { mass, content } = this.contents.parted(exact.toLowerCase()) ?? {};
    if (!mass || !content) return undefined;
    const asTyped = exact.slice(0, mass.length);
    const parts = unitParts(mass);
    const one = this.words().exactly.get(asTyped) ?? (parts?.kind === "mass" ? this.composed(parts) : undefined);
    if (parts?.kind === "ambiguous" && !one)
      return refuse("ambiguousUnit", {
        argument,
        unit: `${asTyped} ${content}`,
        valid: parts.valid.map((unit) => `${unit} ${content}`),
      });
    if (one?.kind !== "mass" || one.content !== undefined) return undefined;
    const id = `${one.id} ${content}`;
    return this.byId.get(id) ?? { ...one, id, label: id, content };
  }

  /** A unit of the list that has these parts, or one put together from units of the list. */
  private composed(parts: Exclude<UnitParts, { kind: "ambiguous" }>): Unit | undefined {
    switch (parts.kind) {
      case "money":
        return (
          this.byId.get(`${parts.currency} ${parts.scale}`.trim()) ?? this.scaledMoney(parts.currency, parts.scale)
        );
      case "price":
        return this.byId.get(`${parts.currency}/${parts.mass}`) ?? this.priceOf(parts.currency, parts.mass);
      case "mass":
        return this.scaledMass(parts.mass, parts.scale);
    }
  }

  private scaledMoney(currency: string, scale: string): Unit | undefined {
    const one = this.byId.get(currency);
    return one && { ...one, id: `${currency} ${scale}`, label: `${currency} ${scale}`, scale: POWERS[scale] ?? 0 };
  }

  /** A currency for a mass, where the list has the price by the tonne. */
  private priceOf(currency: string, mass: string): Unit | undefined {
    const [byTonne, amount] = [this.byId.get(`${currency}/t`), this.byId.get(mass)];
    if (!byTonne || amount?.kind !== "mass") return undefined;
    const id = `${currency}/${mass}`;
    return { ...byTonne, id, label: id, scale: -amount.scale, factor: amount.factor.inverse() };
  }

  private scaledMass(mass: string, scale: string): Unit | undefined {
    const one = this.byId.get(mass);
    if (!one) return undefined;
    const power = POWERS[scale] ?? 0;
    const ready = [...this.byId.values()].find(
      ({ base, factor, content, scale }) =>
        base === one.base && factor === one.factor && content === undefined && scale === one.scale + power,
    );
    return ready ?? { ...one, id: `${scale} ${mass}`, label: `${scale} ${one.label}`, scale: one.scale + power };
  }

  private refuseUnknown(word: string, argument: string): never {
    return refuseWord(argument, word, () => nearest(word, this.spellings()), "units");
  }

  /** Every word for a unit, each with the code to show for it. */
  private spellings(): readonly Candidate[] {
    return (this.spelled ??= [...this.words().folded].flatMap(([word, unit]) =>
      unit === "ambiguous" ? [] : [[word, unit.id] as const],
    ));
  }

  /**
   * Whether a figure of this base unit can be given in a unit. A unit of some content is only for figures of a content
   * that converts into it, never for gross weights; a second name of a base (USD/dmt) only for figures that bear it.
   */
  fits(unit: Unit, base: string, content = this.get(base).content): boolean {
    const own = this.get(base);
    if (unit.kind !== own.kind) return false;
    if (unit.content !== undefined) return this.contents.ratio(content, unit.content) !== undefined;
    return unit.scale !== 0 || unit.id === unit.base || unit.id === base;
  }

  /** Units into which a figure of this base unit can be put by tens and that are customary in a language, small to large. */
  offered(base: string, language: Language): string[] {
    return [...this.byId.values()]
      .filter((unit) => this.fits(unit, base) && unit.factor === ONE && ["", language].includes(unit.language))
      .sort((a, b) => a.scale - b.scale)
      .map(({ id }) => id);
  }

  /** A figure's value in the base unit of its kind, exactly. */
  baseValue(observation: Pick<Observation, "value" | "unit">): Decimal {
    const unit = this.get(observation.unit);
    return unit.factor.of(Decimal.parse(observation.value)).shifted(unit.scale);
  }

  /** A value given in a base unit, in a unit that fits it: exactly, but where a factor's quotient has no end. */
  convert(value: Decimal, base: string, unit: Unit, content?: string): Decimal {
    const from = this.get(base);
    const shifted = value.shifted(from.scale - unit.scale);
    const sized = from.factor === unit.factor ? ONE : from.factor.times(unit.factor.inverse());
    const counted = unit.content && content ? this.contents.ratio(content, unit.content)! : ONE;
    return sized.times(counted).of(shifted);
  }
}

function unitOf(code: Code): Unit {
  const factor = String(code["factor"] ?? "");
  return {
    id: code.id,
    label: code.label,
    kind: String(code["kind"]),
    base: String(code["base"]),
    scale: Number(code["scale"]),
    factor: factor === "" ? ONE : Ratio.parse(factor),
    content: String(code["content"] ?? "") || undefined,
    language: String(code["language"] ?? ""),
  };
}
