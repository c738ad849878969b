import { once } from "../../dataset/remembering";
import { isHan, tokensOf } from "./tokens";

/** Words that say nothing about what is looked for. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    "of the a an from to into in on at by and or with for as per is are was were be been do does did has have had can",
    "who whom whose what which how much many where when s it its this that all any me my our show find give get see",
    "data datum figure statistic number series information info latest last current recent newest please hs code heading",
    "的 从 对 在 和 与 及 是 了 有 多少 谁 哪些 哪个 什么 数据 数字 统计 最新 查询 请问 向 往 给 中 税号 编码 我国",
  ]
    .join(" ")
    .split(" "),
);

/** Words for whatever is traded: they choose nothing where the goods are named, and miss nothing where they are not. */
const GENERIC: ReadonlySet<string> = new Set(
  "metal mineral commodity material product good raw net 金属 矿产 商品 产品".split(" "),
);

/** What analysts say beside the names that the code lists have: words, and the names they stand for. */
const SYNONYMS: readonly (readonly [words: string, name: string, quality?: number])[] = [
  ["supplier suppliers supply supplies supplied supplying purchase purchases bought sourced origin origins", "imports"],
  ["供应商 供应国 供应 来源 来源国 货源 采购 购买 自", "imports"],
  [
    "buyer buyers buy buys customer customers destination destinations sell sells sold sales shipment shipments shipped ship ships",
    "exports",
  ],
  ["买家 买方 客户 目的地 目的国 去向 销往 流向 卖给", "exports"],
  ["produce produces produced producer producers produce made making manufacture", "production"],
  ["生产国 生产商 产出 出产", "production"],
  ["cost costs quote quotation quotations worth 报价 行情 市价", "price"],
  [
    "dependency dependent depend depends reliance reliant rely relies 依存 依存度 依赖度 对外依存 对外依存度",
    "dependence",
  ],
  [
    "restriction restrictions restricted restrict control controls controlled curb curbs ban bans banned embargo",
    "export control",
  ],
  ["licence licences license licenses licensing permit permits 管控 限制 禁令 许可 许可证 禁止", "export control"],
  ["smelter smelting smelted 冶炼", "refinery", 0.6],
  ["allocation allocations 指标", "quota"],
  ["resource resources deposit deposits 资源量 资源", "reserves"],
  ["surplus deficit 顺差 逆差", "balance"],
  ["history historical trend trends 历史 走势 趋势 历年 逐年", "annual"],
  ["proportion percentage percent fraction 比重 比例 所占", "share"],
  ["increase decrease rise fall change 增速 增长 增幅 涨幅 变化", "growth"],
];

/** Words that ask for a figure which is computed from others, and what computes it. */
const COMPUTED: Readonly<Record<string, Computation>> = {
  share: "share",
  占比: "share",
  份额: "share",
  growth: "growth",
  yoy: "growth",
  同比: "growth",
};

/** Words that ask for trade or output by country. */
const BY_COUNTRY: ReadonlySet<string> = new Set(
  "supplier supply supplied buyer buy customer destination origin producer partner country source 供应商 供应国 来源 来源国 买家 客户 目的地 目的国 去向 生产国".split(
    " ",
  ),
);

/** Whether goods are asked for that come from somewhere: what a country sends is meant, not what it has. */
export function asksForOrigin(text: string): boolean {
  return /\bfrom\b|来自|产自/i.test(text);
}

export type Computation = "share" | "growth";

/** An HS code with stops: 2603.00.00. */
const HEADING = /(?<![\d.])\d{4}(?:\.\d{2})+(?![\d.])/g;

/** A text as search words: plurals as singulars, HS codes without the zeros of their subheadings. */
export function searchTokens(text: string): string[] {
  return tokensOf(text.replace(HEADING, (code) => code.replaceAll(".", ""))).map((token) => fold(token));
}

/** The form in which a word is compared. */
export function fold(token: string): string {
  if (/^\d+$/.test(token)) return token.length >= 6 ? token.replace(/^(\d{4}(?:\d\d)*?)(?:00)+$/, "$1") : token;
  if (isHan(token) || token.length < 4 || !token.endsWith("s") || /(?:ss|us|is)$/.test(token)) return token;
  return token.length > 4 && token.endsWith("ies") ? `${token.slice(0, -3)}y` : token.slice(0, -1);
}

/** Every further word with the name it stands for, folded, and how well. */
export function synonyms(): { word: string; name: string; quality: number }[] {
  return SYNONYMS.flatMap(([words, name, quality = 1]) =>
    [...new Set(words.split(" ").map(fold))].map((word) => ({ word, name: searchTokens(name).join(""), quality })),
  );
}

export const isFiller = (word: string): boolean => FILLERS.has(word);
export const isGeneric = (word: string): boolean => GENERIC.has(word);
export const isByCountry = (word: string): boolean => BY_COUNTRY.has(word);

/** What computes the figure a word asks for, if it asks for one. */
export function computationOf(word: string): Computation | undefined {
  return computations().get(word);
}

const computations = once(() => {
  const named = SYNONYMS.flatMap(([words, name]) =>
    words.split(" ").map((word) => [fold(word), COMPUTED[name]] as const),
  );
  // Of a word that stands for several names the first counts, before all that for itself.
  return new Map([...named.reverse(), ...Object.entries(COMPUTED)]);
});
