/** Summaries of the functions. */
export const zhFunctions: Readonly<Record<string, string>> = {
  "Spills the newest edition held of each family of sources, its date, and the month by which the next is to be expected by the publisher's habit.":
    "展开各来源类别已收录的最新版本、其日期，以及按发布惯例预计下次更新的月份。",
  "Spills what changed since a data release or day, under a header: revised figures one a row with old, new and why; new figures one row a series with first, last and count.":
    "带表头展开自某数据版本或某日以来的变化：修订的数值每个一行，列出原值、新值和原因；新增数值每个序列一行，列出首期、末期和个数。",
  "China's imports of a metal or product in a period, in USD (China Customs, CIF) unless a measure, unit or basis says otherwise.":
    "某期间中国某金属或产品的进口，默认为美元金额（中国海关，到岸价），可另指定计量、单位或来源。",
  "China's exports of a metal or product in a period, in USD (China Customs, FOB) unless a measure, unit or basis says otherwise.":
    "某期间中国某金属或产品的出口，默认为美元金额（中国海关，离岸价），可另指定计量、单位或来源。",
  "China's trade balance in a metal: exports minus imports, or the balance as published; a deficit is negative. In USD.":
    "中国某金属的贸易差额：出口减进口，或已公布的差额；逆差为负。单位为美元。",
  "Output of a metal in a country and period, in tonnes; China and the metal's usual stage unless named. Rare earths in t of oxide.":
    "某国某期间某金属的产量，单位为吨；默认为中国以及该金属的通常环节。稀土按氧化物吨计。",
  'Reserves of a metal in a country, in tonnes: contained metal, or as METALS.LIST("defaults") says. Rare earths in t of oxide.':
    '某国某金属的储量，单位为吨：金属含量，或按 METALS.LIST("defaults") 所列。稀土按氧化物吨计。',
  "Annual average price of a metal in USD per tonne, as the World Bank publishes it; iron ore is 62 % Fe, CFR China, per dry tonne.":
    "世界银行公布的金属年均价，单位为美元/吨；铁矿石为 62% 品位、中国到岸价、每干吨。",
  "A sector indicator in a period: total trade, value added growth, mining investment growth, revenue, profit. Growth is a fraction.":
    "某期间的行业指标：进出口总额、增加值增速、采选投资增速、营业收入、利润等。增速为小数。",
  "Change of an indicator over a base period, as a fraction: 0.059 is 5.9 %. Base: the same period a year before.":
    "指标较基期的变动，为小数：0.059 即 5.9%。默认基期为上年同期。",
  "Compound annual growth between two periods, as a fraction: 0.059 is 5.9 % a year. From two levels of one basis.":
    "两期之间的年均复合增长率，为小数：0.059 即每年 5.9%。按同一统计来源的两个水平值计算。",
  "A part of a total, as a fraction: a partner's share of China's trade, a country's share of world production or reserves.":
    "部分占总量的比重，为小数：伙伴国占中国贸易的比重、某国占全球产量或储量的比重。",
  "The last full published period of an indicator: its figure in base units, or which period it is. No forecasts, no months so far.":
    "指标最近一个完整且已公布的期间：给出其基本单位数值，或该期间本身。不含预测，也不含年初累计。",
  "Spills a series: one row per period with its value. headers 1 adds a header row, 2 also a status column.":
    "展开一个序列：每期一行及其数值。headers 为 1 时加表头，为 2 时再加状态列。",
  "Spills a block of figures in one call: items and periods as their two ranges lie. A missing figure is #N/A in its own cell.":
    "一次展开一块数值：品种和期间按两个区域的方向排列。缺失的数值在各自单元格中为 #N/A。",
  "Spills a prebuilt table with its header row, such as rare-earth quotas by year or metal prices. A missing figure is #N/A in its own cell.":
    "展开带表头的预制表格，如历年稀土指标或金属价格。缺失的数值在各自单元格中为 #N/A。",
  "Spills what happened, oldest first: date, type, item, what and source. Export controls, quotas, enforcement, deals, standards and more.":
    "由早到晚展开事件：日期、类型、品种、内容和来源。包括出口管制、配额、执法、并购、标准等。",
  "Where a figure comes from: short reference, full citation, publisher, date, address, place in the source, or licence.":
    "数值出自何处：简短引用、完整引用、发布者、日期、网址、来源中的位置或使用许可。",
  "Spills every answer to a question, the default one first: value in base units, basis, status, source and when it was published.":
    "展开一个问题的全部答案，默认答案在前：基本单位数值、统计来源、状态、出处和公布日期。",
  "One line on a figure: published, derived (with the arithmetic), estimated, lower bound, confidential, not published; and what disagrees.":
    "以一行文字说明数值：已公布、推算（附算式）、估计、下限、保密、未公布；以及与之不一致之处。",
  "Spills every vintage of a figure, oldest first: when it was published, its value in base units, the change from the one before, and the source.":
    "由早到晚展开数值的各次公布：公布日期、基本单位数值、较前次的变动和来源。",
  "Spills the largest partners of trade or producing countries: rank, country, value, share, change on the year; then the other countries and the world.":
    "展开最大的贸易伙伴或生产国：位次、国家、数值、占比、同比变动；末两行为其他国家和世界。",
  "Spills what there is of an indicator: item, country, first and last period, and the gaps with their reasons. One row for each question, basis and frequency.":
    "展开某指标的现有数据：品种、国家、首末期间，以及缺口和原因。每个问题、统计来源和频率一行。",
  "Spills the series that match some words, best first: id, label, unit, first and last period. Typing errors are forgiven, but not in digits.":
    "溢出与若干词语匹配的序列，最匹配的在前：标识、名称、单位、首末期。容许拼写错误，但数字必须准确。",
  "Spills the words a formula can use, with what they mean: metals, countries, indicators, units, bases, stages, tables, sources, statuses, event types, defaults.":
    "展开公式可用的词语及其含义：金属、国家、指标、单位、统计来源、环节、表格、来源、状态、事件类型、默认含义。",
  "A figure of any series by its stable id, or a fact about it: status, source, published, url, locator, licence.":
    "按固定编号取任一序列的数值，或其状态、来源、公布日期、网址、位置、许可。",
  "Which data and which add-in answer: one line, or one fact such as release, date, pin, observations, sources, series or add-in.":
    "由哪个数据版本和加载项版本回答：一行文字，或其中一项：release、date、pin、observations、sources、series、add-in。",
  "China's rare-earth quota of a year in tonnes of oxide (t REO): mining, or smelting and separation; by group and batch.":
    "某年中国稀土总量控制指标，单位为氧化物吨（t REO）：开采或冶炼分离；可按类型和批次。",
  "China's exports of rare-earth magnets or of rare earths in a month, half-year or year, in gross tonnes unless value is asked for.":
    "中国稀土磁体或稀土在某月、半年或年的出口，默认为实物吨，也可取金额。",
  "Whether China controls exports of an element or product on a day, in words: licence required, suspended, announced, not listed; with the announcement.":
    "以文字说明某日中国是否管制某元素或产品的出口：须许可、暂停、已公布、未列入；并注明公告。",
  "Spills China's export controls in force or suspended on a day: announcement, items, state in words, destination, and source.":
    "展开某日生效或暂停的中国出口管制：公告、物项、状态、目的地和来源。",
};
