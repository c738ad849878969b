import { overlayOf } from "../../../dataset/overlay";
import { periodSpans } from "../../../query/period/period-spans";
import type { RefusalTexts } from "../messages";
import { PERIOD_HINTS } from "./periods";

/** Arguments and dimensions under the names that the Chinese help gives them. */
const NAMES: Readonly<Record<string, string>> = {
  as_of: "截至",
  base_period: "基期",
  basis: "来源",
  batch: "批次",
  country: "国家",
  date: "日期",
  destination: "目的地",
  element: "元素",
  from: "起始期间",
  group: "类型",
  headers: "表头",
  holder: "企业",
  indicator: "指标",
  item: "品种",
  items: "品种",
  kind: "类别",
  measure: "计量",
  metal: "品种",
  name: "名称",
  part: "部分",
  partner: "伙伴国",
  period: "期间",
  periods: "期间",
  product: "产品",
  reporter: "国家",
  series_id: "序列编号",
  stage: "环节",
  text: "文字",
  to: "结束期间",
  type: "类型",
  unit: "单位",
  what: "内容",
  year: "年份",
};

const name = (argument: string) => NAMES[argument] ?? argument;

/** The name with the parameter as it stands in the formula. */
const at = (argument: string) => (NAMES[argument] ? `${NAMES[argument]}（${argument}）` : argument);
/** Why a unit is not taken as it stands. */
const unclear = (unit: string) =>
  /mt$/i.test(unit)
    ? "可能是公吨也可能是百万吨"
    : /tons?$/i.test(unit)
      ? "可能是公吨、短吨或长吨"
      : "没有写明货币或质量单位";
const all = (kind: string | undefined) => (kind ? `全部见 =METALS.LIST("${kind}")。` : "");
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join("、");
const list = (words: readonly string[]) => words.join("、");
const some = (codes: readonly string[], most = 12, word = (code: string) => code) =>
  list(codes.slice(0, most).map(word)) + (codes.length > most ? `等${codes.length}项` : "");

/** Words with data that a refusal names. */
const MOST_OFFERED = 8;

const periodList = (asked: string, periods: readonly string[]) =>
  some(
    periodSpans(periods, asked).map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`)),
    24,
  );

const held = (asked: string, periods: readonly string[]) =>
  periods.length > 0 ? `现有：${periodList(asked, periods)}。` : "";

/** Why a question has no answer. */
export const refusals: RefusalTexts = {
  missing: ({ argument, usage, example }) =>
    `${at(argument)}：缺少该参数。${usage ?? ""}${example ? `，如 ${example}` : ""}`,
  tooLong: ({ argument, length, most }) => `${at(argument)}：有 ${length} 个字符，最多读取 ${most} 个。`,
  missingData: ({ argument, word, meant }, say) =>
    `${at(argument)}：“${word}”表示数据缺失，不作为词语读取。${meant ? `${say.label("areas", meant.area)}请写 "${meant.code}"。` : ""}`,
  unknownWord: ({ argument, word, nearest, kind }) =>
    `${at(argument)}：不认识“${word}”${nearest.length > 0 ? `；最接近的是：${list(nearest)}` : ""}。${all(kind)}`,
  notHeld: ({ argument, good, nearest }, say) =>
    `${at(argument)}：认识“${say.label("known_goods", good)}”，但数据中没有${nearest ? `；最接近的是：${say.word("item", nearest)}` : ""}。${all("metals")}`,
  misplaced: ({ argument, word, fits, expected, valid, kind, usage }) =>
    `${at(argument)}：“${word}”是${name(fits)}，此处应为${name(expected)}${valid ? `（${list(valid)}）` : ""}。${usage ?? "顺序：先写什么，再写何时，然后是其他。"}${fits === "holder" ? `企业或省份与指标名同写，如 METALS.STATUS 中的 "quota mining ${word}"；METALS.FIND 列出现有序列。` : ""}${kind ? `。${all(kind)}` : ""}`,
  oneValue: ({ argument, usage }) =>
    `${at(argument)}：只能是一个值，不能是区域${usage?.startsWith("METALS.GRID(") ? `。${usage}` : "；区域请用 METALS.GRID。"}`,
  contradiction: ({ argument, given, named }) =>
    `${at(argument)}：“${given}”与${argument === "how" ? "" : "前面参数所指的"}“${named}”矛盾。`,
  notLevels: ({ argument, transformation }, say) =>
    `${at(argument)}：该序列不是水平值（${say.label("transformations", transformation)}）；其数值请用 METALS.GET。`,
  needsItem: ({ argument, indicator }, say) =>
    `${at(argument)}：“${say.word("indicator", indicator)}”须带品种，如“${say.word("indicator", indicator)} 铜”。`,
  notComparable: ({ argument, period, other }) =>
    period === other
      ? `${at(argument)}：${period} 不能与自身比较；请写另一个期间。`
      : `${at(argument)}：${period} 与 ${other} 长短不同；请给出两个年份、两个月份等。`,
  notLine: ({ argument }) => `${at(argument)}：须为一行或一列，不能是多行多列的区域。`,
  parallel: ({ argument, other }) => `${at(argument)}：与 ${other} 方向相同；请让一个竖排、一个横排。`,
  notPeriod: ({ argument, given, hint }) =>
    `${at(argument)}：“${given}”不是期间；${PERIOD_HINTS[hint]}${hint === "compactMonth" ? `："${given.slice(0, 4)}-${given.slice(4)}"` : ""}。`,
  notDate: ({ argument, given, releases }) =>
    `${at(argument)}：“${given}”既不是日期（"2025-12-31"），也不是数据版本（${list(releases)}）。`,
  notDay: ({ argument, given }) => `${at(argument)}：“${given}”不是日期；请写 "2025-12-31"、月份或年份。`,
  unknownDates: ({ argument, given }) =>
    `${at(argument)}：Excel 尚未告知此工作簿的日期从 1900 年还是 1904 年算起，${given} 可能指两个不同的日子；请稍后重新计算，或把日期写成文本："2025-12-31"。`,
  ambiguousUnit: ({ argument, unit, valid }) => `${at(argument)}：“${unit}”${unclear(unit)}；请写 ${list(valid)}。`,
  wrongUnit: ({ argument, unit, of, valid }) => `${at(argument)}：${of}不能以 ${unit} 表示；可用单位：${list(valid)}。`,
  notOffered: ({ argument, word, valid }) =>
    `${at(argument)}：此处不能用“${word}”；可用：${some(valid)}。${argument === "basis" ? "海关口径进口按到岸价、出口按离岸价；baci 按离岸价。" : ""}`,
  notTaken: ({ argument }) => `${at(argument)}：此处不用此参数，请留空。`,
  backwards: ({ argument, from, to }) => `${at(argument)}：${from} 晚于 ${to}；区间须由早到晚。`,
  absent: ({ subject, period, periods, reason, source, note }, say) => {
    const remark = say.remark(note);
    return `${say.subject(subject)}，${period}：${say.label("reasons", reason)}。${remark && `${remark}${/[。.!?]$/.test(remark) ? "" : "。"}`}来源：${say.citation(source)}。${held(period, periods)}`;
  },
  ownTrade: ({ subject }, say) =>
    `${say.subject(subject)}：没有数值，${say.word("reporter", subject.reporter)}与自身没有贸易；伙伴国留空即为全世界。`,
  noRate: ({ subject, period, currency }, say) =>
    `${say.subject(subject)}，${period}：没有 ${period} 的 ${currency} 汇率，因此没有其他货币的数值。`,
  noFigure: ({ subject, period, periods }, say) =>
    `${say.subject(subject)}：没有 ${period} 的数值；现有：${periodList(period, periods)}。`,
  notYetKnown: ({ subject, period, day, first, source }, say) =>
    `${say.subject(subject)}，${period}：数据中没有 ${day} 或更早的文件载有此数值；最早载有的是 ${say.citation(source)}，自 ${first} 起。`,
  noSeries: ({ subject, argument, offered }, say) =>
    `${say.subject(subject)}：数据中没有。有数据的${name(argument)}：${
      some(offered, MOST_OFFERED, (code) => say.word(argument, code)) || "无"
    }。${argument === "stage" ? `可与指标同写："${say.word("indicator", subject.indicator)} ${say.word("stage", offered[0] ?? "")}"。` : ""}`,
  elsewhere: ({ subject, period, periods, what, where, series, near }, say) => {
    const words = list(where.map((code) => say.word(what, code)));
    const when = /^\d{4}$/.test(period) ? period : `"${period}"`;
    // 问的是重量，就不指向金额。
    const get = what === "measure" ? "" : `=METALS.GET("${series}",${when})。`;
    const texts = {
      basis: `该来源没有；同一商品的其他来源：${words}`,
      measure: `没有该计量的数值；现有：${words}`,
      item: `没有数值；同一金属的其他商品各为单独品种：${words}`,
      side: `没有数值；若指相反方向的贸易，则记在：${words}`,
      id: "有一个数值，但属于估算、取整等，只按序列编号回答",
      stage: `产量按金属及其阶段统计：${words}`,
      transformation: `没有水平值；现有：${words}`,
    };
    const others =
      near.length > 0 ? `该来源的同一金属其他商品：${list(near.map((item) => say.word("item", item)))}。` : "";
    return `${say.subject(subject)}，${period}：${texts[what]}。${get}${others}${held(period, periods)}`;
  },
  noParts: ({ subject, period, bases }, say) =>
    `${say.subject(subject)}，${period}：该统计来源没有分国别的数值${bases.length > 0 ? `；可用参数 basis 指明：${list(bases.map((basis) => say.word("basis", basis)))}` : ""}。`,
  notInRelease: ({ series, release }) => `数据版本 ${release} 中没有序列 ${series}。`,
  unknownRelease: ({ release, newest, address, isPart }) =>
    overlayText(release, address, isPart) ??
    `此工作簿基于数据版本 ${release}，而本加载项的数据只到 ${newest}。请更新加载项，或在 Orebook 窗格中更新数据。`,
  incomplete: ({ subject, period, missing, periods = [] }, say) =>
    `${say.subject(subject)}，${period}：需要同一统计来源 ${missing} 的数值，而该值没有。${held(missing, periods)}`,
  impossible: ({ subject, period, why }, say) => {
    const texts = { zeroBase: "基期为零", signChange: "两期之间正负号不同", zeroTotal: "总量为零" };
    return `${say.subject(subject)}，${period}：${texts[why]}，无法计算。`;
  },
  notFound: ({ unknown, notHeld, missing, rest, tables, events }, say) =>
    [
      ...notHeld.map(
        ({ words, list: of, good, nearest }) =>
          `“${words}”（${say.label(of, good)}）：认识这个名称，但数据中没有它的序列${nearest ? `；最接近的是：${say.word("item", nearest)}` : ""}。`,
      ),
      ...(unknown.length > 0 ? [`没有任何名称是${quoted(unknown)}。`] : []),
      ...(missing.length > 0 ? [`没有${rest ? "同时" : ""}符合${quoted(missing)}的序列。`] : []),
      ...tables.map((table) => `有现成表格：=METALS.TABLE("${table}")。`),
      ...events.map(
        ({ type, item }) =>
          `事件：=METALS.EVENTS("${say.label("event_types", type)}"${item ? `,"${say.word("item", item)}"` : ""})。`,
      ),
      ...(rest ? [`序列：=METALS.FIND("${rest}")。`] : []),
    ].join(""),
  nothing: ({ what }) => `没有可显示的内容：${what}。`,
  tooLarge: ({ cells, cap }) => `结果有 ${cells} 个单元格，超过 ${cap} 个；请在 Orebook 窗格中使用“插入表格”。`,
  overflow: () => "结果超出单元格所能容纳的数值。",
  unexpected: ({ detail }) => `Orebook 无法回答（加载项故障：${detail}）。`,
};

function overlayText(release: string, address: string | undefined, isPart: boolean | undefined): string | undefined {
  const { overlay, base } = overlayOf(release) ?? {};
  if (!overlay) return undefined;
  const why = isPart
    ? `仅凭数据版本 ${base}，结果可能与 ${overlay} 自行添加的数据版本 ${release} 不同，`
    : `数据版本 ${base} 中没有；可能在 ${overlay} 自行添加的数据版本 ${release} 中，`;
  return `${why}本加载项没有该数据${address ? `，其地址为 ${address}` : ""}。`;
}
