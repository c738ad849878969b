/** A unit as words tell it, in the codes of the list: what of, how large, and of what content. */
export type UnitParts =
  | { readonly kind: "money"; readonly currency: string; readonly scale: string }
  | { readonly kind: "price"; readonly currency: string; readonly mass: string }
  | { readonly kind: "mass"; readonly mass: string; readonly scale: string }
  /** A word that could be several units; `valid` are the units it could be, or the way out. */
  | { readonly kind: "ambiguous"; readonly valid: readonly string[] };

const CURRENCIES = words({
  USD: "usd us$ $us $ usdollars usdollar u.s.dollars u.s.dollar dollars dollar usdollar(s) 美元 美金",
  CNY: "cny rmb yuan renminbi cn¥ rmb¥ 人民币 人民币元 元",
  JPY: "jpy yen jp¥ japaneseyen 日元",
  KRW: "krw won ₩ koreanwon southkoreanwon 韩元",
  INR: "inr rupees rupee ₹ indianrupees indianrupee 印度卢比 卢比",
  HKD: "hkd hk$ hongkongdollars hongkongdollar 港元 港币",
  EUR: "eur euros euro € 欧元",
});

/** Currencies of a sign that several countries use. */
const SHARED_SIGNS: ReadonlyMap<string, readonly string[]> = new Map([["¥", ["CNY", "JPY"]]]);

const SCALES = words({
  k: "k thousands thousand '000s '000 000s 000 1000s 1000 th thou thsd 10^3 1e3 千",
  m: "m mn mln mio mm millions million '000000 1000000 10^6 1e6 百万",
  bn: "bn bln b billions billion 1000000000 10^9 1e9 十亿",
  tn: "tn trn trillions trillion 10^12 1e12 万亿",
  "10k": "10k 10000 万",
  "100m": "100m 100000000 亿",
});

/** Powers of ten by their codes. */
export const POWERS: Readonly<Record<string, number>> = { k: 3, m: 6, bn: 9, tn: 12, "10k": 4, "100m": 8 };

const TONNES = "t tonnes tonne metrictons metricton metrictonnes metrictonne 吨 公吨";
const MASSES = words({
  t: TONNES,
  kt: "kt ktonnes ktonne kilotonnes kilotonne",
  Mt: "megatonnes megatonne",
  kg: "kg kgs kilograms kilogram kilogrammes kilogramme kilos kilo 千克 公斤",
  g: "g grams gram grammes gramme 克",
  lb: "lb lbs 磅",
  oz: "oz ozt toz oztr troyoz oztroy troyounces troyounce ounces ounce 金衡盎司 盎司",
});
/** In a price a pound can only be a mass. */
const PRICED_MASSES = new Map([...MASSES, ["pound", "lb"], ["pounds", "lb"], ["dmt", "dmt"]]);

const CENTS = /^(?:(?:us)?[c¢]|u?s?cents?|uscts?|cts?)$/;
const UNCLEAR_MASS = /^(?:mt|tons?)$/;
const UNIT_OF_CONTENT = /^(?:mtu|stu|metrictonunits?|unit)$/;
const MASS_UNITS = ["t", "kt", "Mt"];

/** What is written between the parts of a unit and says nothing. */
const NOISE = /[\s(),_]|(?<=[a-z$€¥])\bin\b/g;

/** A unit's word in the form in which units are compared: without blanks, brackets and commas, with one kind of apostrophe. */
export function foldedUnit(word: string): string {
  return word
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/^\s*in\s/i, "")
    .replace(NOISE, "");
}

/** The parts of a unit that is put together of a currency, a size and a mass, in any customary order and wording; undefined for what is none. */
export function unitParts(word: string): UnitParts | undefined {
  const folded = foldedUnit(word).toLowerCase();
  const [amount = "", mass, ...more] = folded.split(/\/|per/);
  if (more.length > 0) return undefined;
  if (mass !== undefined) return priceParts(amount, mass.replace(/^an?(?=oz|ounce)/, ""));
  const shared = SHARED_SIGNS.get(folded);
  if (shared) return { kind: "ambiguous", valid: shared };
  if (UNIT_OF_CONTENT.test(folded)) return { kind: "ambiguous", valid: ["USD/mtu", "t"] };
  return moneyParts(folded) ?? massParts(folded);
}

function priceParts(amount: string, mass: string): UnitParts | undefined {
  const currency = CENTS.test(amount) ? "USc" : CURRENCIES.get(amount);
  if (!currency) return undefined;
  if (UNCLEAR_MASS.test(mass)) return { kind: "ambiguous", valid: [`${currency}/t`, `${currency}/kg`] };
  const known = UNIT_OF_CONTENT.test(mass) && mass !== "unit" ? "mtu" : PRICED_MASSES.get(mass);
  return known === undefined ? undefined : { kind: "price", currency, mass: known };
}

function moneyParts(folded: string): UnitParts | undefined {
  const scaleAlone = SCALES.get(folded);
  if (scaleAlone) return { kind: "ambiguous", valid: ["USD", "CNY"].map((currency) => `${currency} ${scaleAlone}`) };
  for (const [word, currency] of CURRENCIES) {
    for (const rest of around(folded, word)) {
      const scale = rest === "" ? "" : SCALES.get(rest);
      if (scale !== undefined) return { kind: "money", currency, scale };
    }
  }
  return undefined;
}

/** A mass with its size before it. `MT`, tons and their multiples could be several. */
function massParts(folded: string): UnitParts | undefined {
  const exact = MASSES.get(folded);
  if (exact) return { kind: "mass", mass: exact, scale: "" };
  for (const [word, scale] of [["", ""], ...SCALES, ["kilo", "k"], ["mega", "m"]] as const) {
    // `mmt` would be Mt to some and nothing to others.
    if (!folded.startsWith(word) || word === "mm") continue;
    const rest = folded.slice(word.length).replace(word.endsWith("s") ? /^of/ : /^$/, "");
    if (UNCLEAR_MASS.test(rest)) return { kind: "ambiguous", valid: MASS_UNITS };
    const mass = MASSES.get(rest);
    if (mass && word !== "") return { kind: "mass", mass, scale };
  }
  return undefined;
}

/** What is left of a text when a word is taken from its beginning or its end. */
function around(text: string, word: string): string[] {
  const left = text.startsWith(word) ? [text.slice(word.length).replace(/^in/, "")] : [];
  const right = text.endsWith(word) ? [text.slice(0, -word.length).replace(/(?<=s)of$/, "")] : [];
  return [...left, ...right];
}

/** Every word with its code, longest first, so that no word is taken for the beginning of another. */
function words(meanings: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const all = Object.entries(meanings).flatMap(([code, list]) => list.split(" ").map((word) => [word, code] as const));
  return new Map(all.sort(([a], [b]) => b.length - a.length));
}
