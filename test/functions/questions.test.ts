import { evaluate, refusal } from "../fixtures/seeds";

/** What an analyst asks, with the figure that answers as of data release R2. */
const ANSWERED: readonly (readonly [formula: string, figure: number])[] = [
  ['=METALS.IMPORTS("iron ore",2023)', 135610829947],
  ['=METALS.IMPORTS("iron ore","2025-06",,"value","USD bn")', 9.703870715],
  ['=METALS.IMPORTS("iron ore",2024,,,"CNY bn")', 952.926551],
  ['=METALS.IMPORTS("copper",2024,,"weight","Mt")', 28.11],
  ['=METALS.IMPORTS("铜矿",2024,,"重量","万吨")', 2811],
  ['=METALS.IMPORTS("copper ore",2024,"Peru","value","USD m","baci")', 15443.394023],
  ['=METALS.IMPORTS("bauxite","2026-02","Guinea")', 936412232],
  ['=METALS.IMPORTS("lithium carbonate",2023,"Chile",,"USD m")', 3754.47223],
  ['=METALS.IMPORTS("manganese ore",2024,"South Africa",,"USD m","baci")', 1825.004625],
  ['=METALS.IMPORTS("锌矿",2025,"巴基斯坦")', 110900000],
  ['=METALS.IMPORTS("rare earths",2024,,"weight")', 132931],
  ['=METALS.IMPORTS("alumina","2025-12",,,"USD m")', 104.119214],
  ['=METALS.EXPORTS("permanent magnets",2024,"United States",,"USD m")', 366.341101],
  ['=REE.EXPORTS("magnets","2025-09","US")', 420],
  ['=REE.EXPORTS("magnets","2025-Q3")', 17497],
  ['=REE.EXPORTS("稀土",2024,,"重量")', 55431],
  ['=METALS.EXPORTS("iron ore",2024)', 598448702],
  ['=METALS.EXPORTS("manganese",2024)', 47487592],
  ['=METALS.EXPORTS("gallium germanium basket",2024,"Japan",,"USD m")', 16.149339],
  ['=METALS.EXPORTS("unwrought antimony",2023,"United States",,"USD m")', 9.115172],
  ['=METALS.BALANCE("refined copper",2024,,,"USD bn")', -30.073210373],
  ['=METALS.BALANCE("ten strategic metals",2021)', -255900000000],
  ['=METALS.PRODUCTION("copper",2024,"Chile",,"Mt")', 5.51],
  ['=METALS.PRODUCTION("copper",2005,"World",,"Mt")', 15],
  ['=METALS.PRODUCTION("aluminium",2024,"China",,"Mt")', 44],
  ['=METALS.PRODUCTION("稀土",2025,"缅甸")', 22000],
  ['=METALS.PRODUCTION("lithium",2025,"Australia",,"t LCE")', 489747.5504322767],
  ['=METALS.PRODUCTION("镓",2024)', 839],
  ['=METALS.PRODUCTION("tungsten",2025,"Vietnam")', 3000],
  ['=METALS.PRODUCTION("steel",2024,"India",,"Mt")', 150],
  ['=METALS.RESERVES("lithium",2025,"Chile")', 9200000],
  ['=METALS.RESERVES("rare earths",2025,"Vietnam","Mt")', 3.5],
  ['=METALS.RESERVES("稀土",2024)', 44000000],
  ['=METALS.PRICE("copper","2026-03")', 12528.71],
  ['=METALS.INDICATOR("JPY per USD","2024-06")', 157.86],
  ['=METALS.PRICE("铜",2025,"CNY/t")', 71496.290625],
  ['=METALS.PRICE("tin",2024,"USD/lb")', 13.6378306663599],
  ['=METALS.PRICE("neodymium",2025,"USD/kg")', 73],
  ['=METALS.PRICE("lithium carbonate",2022)', 63700],
  ['=REE.QUOTA(2023,"mining")', 255000],
  ['=REE.QUOTA(2024,"冶炼分离",,1)', 127000],
  ['=REE.QUOTA(2023,"mining","heavy")', 19150],
  ['=METALS.SHARE("production","rare earths",2025,"China")', 0.6923076923076923],
  ['=METALS.SHARE("production","cobalt",2024,"DR Congo")', 0.7483443708609272],
  ['=METALS.SHARE("reserves","nickel",2025,"Indonesia")', 0.44285714285714284],
  ['=METALS.SHARE("imports baci","copper",2024,"Chile")', 0.3163614152176549],
  ['=METALS.SHARE("exports","permanent magnets",2024,"Germany")', 0.1652660018083148],
  ['=METALS.GROWTH("imports","iron ore",2024)', -0.02345557466349218],
  ['=METALS.GROWTH("price","gold","2026-05")', 0.3860776131669834],
  ['=METALS.GROWTH("production","lithium",2025,,"World")', 0.3063063063063063],
  ['=METALS.CAGR("imports","copper",2012,2024)', 0.12192193219884095],
  ['=METALS.CAGR("reserves","lithium",2022,2025,"World")', 0.12480211777541572],
  ['=METALS.INDICATOR("net import reliance US graphite",2025)', 1],
  ['=METALS.GET("import-share.gallium.usa.chn.usgs.p","2021/2024")', 0.18],
  ['=METALS.INDICATOR("CNY per USD","2025-06")', 7.1804],
  ['=METALS.INDICATOR("利润",2025)', 528450000000],
  ['=METALS.LATEST("price","nickel")', 15162.16],
];

/** What has no figure as it is asked, with the way on that the refusal must name: a basis, goods, a period or a word. */
const REFUSED: readonly (readonly [formula: string, way: string])[] = [
  [
    '=METALS.IMPORTS("refined copper",2024,"Chile","weight","kt")',
    'METALS.GET("imports.refined-copper.chn.chl.weight.baci.a",2024)',
  ],
  ['=METALS.IMPORTS("铝土矿",2024,"几内亚")', 'METALS.GET("imports.aluminium.chn.gin.value.baci.a",2024)'],
  [
    '=METALS.IMPORTS("nickel ore",2024,"Philippines")',
    "Metal with data: unwrought nickel and alloys, unwrought nickel",
  ],
  ['=METALS.IMPORTS("unwrought nickel",2023,"Russia","weight","kt","baci")', "there is value. There are: 2024"],
  ['=METALS.IMPORTS("tin ore",2024,"Myanmar","weight")', "2024-01/2024-11"],
  ['=METALS.IMPORTS("cobalt intermediates",2024,"DR Congo","weight")', "there are: 2012"],
  ['=METALS.IMPORTS("rare earths",2024)', "there is weight"],
  ['=METALS.EXPORTS("magnets",2024,"Germany")', 'METALS.GET("exports.permanent-magnets.chn.deu.value.baci.a",2024)'],
  ['=REE.EXPORTS("rare earths",2024,"Japan")', "Partner with data: World"],
  ['=METALS.EXPORTS("gallium",2024)', 'METALS.GET("exports.gallium-germanium-basket.chn.wld.value.baci.a",2024)'],
  ['=METALS.EXPORTS("锑",2024)', 'METALS.GET("exports.unwrought-antimony.chn.wld.value.baci.a",2024)'],
  ['=METALS.EXPORTS("tungsten",2024,"Japan")', 'METALS.GET("exports.unwrought-tungsten.chn.jpn.value.baci.a",2024)'],
  ['=METALS.EXPORTS("graphite",2023)', 'METALS.GET("exports.natural-graphite-other.chn.wld.value.baci.a",2023)'],
  ['=METALS.BALANCE("ten strategic metals",2023)', "there are: 2021"],
  ['=METALS.PRODUCTION("refined copper",2024)', "the metal and its stage: refinery"],
  ['=METALS.PRODUCTION("aluminium ingot",2024)', 'METALS.GET("production.aluminium.chn.smelter.gross.usgs.a",2024)'],
  ['=METALS.PRODUCTION("cobalt",2024,"Congo",,"kt")', "nearest: DR Congo"],
  ['=METALS.PRODUCTION("cobalt",2024,,"refinery")', "there are: 2012 to 2019"],
  ['=METALS.PRODUCTION("polysilicon",2024)', "Metal with data: ferrosilicon, silicon metal, silicon"],
  ['=METALS.RESERVES("gallium",2024)', "Metal with data: antimony"],
  ['=METALS.PRICE("NdPr oxide",2024)', "nearest: rare earths"],
  ['=METALS.PRICE("tungsten",2024)', "Metal with data: alumina"],
  ['=METALS.PRICE("antimony",2024)', "there are: 1998 to 2015"],
  ['=REE.QUOTA(2025,"mining")', "There are: 2010 to 2024"],
  ['=REE.QUOTA(2012,"smelting")', "There are: 2011, 2017 to 2024"],
  ['=METALS.SHARE("imports","copper",2024,"Chile")', 'METALS.GET("imports.copper.chn.chl.value.baci.a",2024)'],
  ['=METALS.CAGR("production","rare earths",2015,2025)', "There are: 2020 to 2025"],
  ['=METALS.INDICATOR("net import reliance US",2025)', 'such as "net import reliance copper"'],
  ['=METALS.INDICATOR("有色金属行业利润",2025)', 'METALS.LIST("indicators")'],
  ['=METALS.IMPORTS("gallium",2024,"China")', "leave the partner blank"],
  ['=METALS.LATEST("imports EU customs","gallium","China")', "Basis with data: eurostat"],
  ['=METALS.PARTNERS("imports","copper",2024,5)', "the argument basis leads to them: baci"],
];

const AS_OF_R2 = { standing: { release: "R2" } } as const;
const CHINESE = { ...AS_OF_R2, language: "zh" } as const;

describe("questions in the way of an analyst", () => {
  it("most have a figure", () => {
    expect(ANSWERED.length / (ANSWERED.length + REFUSED.length)).toBeGreaterThan(0.6);
  });

  it("none is asked twice", () => {
    const formulas = [...ANSWERED, ...REFUSED].map(([formula]) => formula);
    expect(formulas).toEqual([...new Set(formulas)]);
  });

  it.each(ANSWERED)("%s", (formula, figure) => {
    const found = evaluate(formula, AS_OF_R2);
    expect(Math.abs(Number(found) / figure - 1)).toBeLessThan(1e-12);
    expect(evaluate(formula, CHINESE)).toBe(found);
  });

  it.each(REFUSED)("%s is refused with a way on", (formula, way) => {
    const message = refusal(formula, AS_OF_R2);
    expect(message).toContain(way);
    for (const [offered] of message.matchAll(/METALS\.GET\("[^"]+",[^)]+\)/g)) {
      expect(evaluate(`=${offered}`, AS_OF_R2)).toEqual(expect.any(Number));
      expect(refusal(formula, CHINESE)).toContain(offered);
    }
  });

  it.each(REFUSED)("%s is refused with a way on in Chinese", (formula) => {
    expect(refusal(formula, CHINESE)).toMatch(/METALS\.|现有|最接近|有数据|可用|如“|留空/);
  });
});
