/** Summaries and paragraphs of the functions. */
export const zhFunctions: Readonly<Record<string, string>> = {
  "China's imports of a metal or product in a period, in USD (China Customs, CIF) unless a measure, unit or basis says otherwise.":
    "某期间中国某金属或产品的进口，默认为美元金额（中国海关，到岸价），可另指定计量、单位或来源。",
  "A bare metal means its ore heading where China buys ore: copper is HS 2603, aluminium HS 2606. Refined copper and the like are items of their own.":
    "只写金属名时指中国进口的矿砂税目：铜为 HS 2603，铝为 HS 2606。精炼铜等各为单独品种。",
  "China's exports of a metal or product in a period, in USD (China Customs, FOB) unless a measure, unit or basis says otherwise.":
    "某期间中国某金属或产品的出口，默认为美元金额（中国海关，离岸价），可另指定计量、单位或来源。",
  "Exports of rare earths and magnets are counted in tonnes in most reports: REE.EXPORTS gives weights by default.":
    "稀土和磁体出口的报道多以吨计：REE.EXPORTS 默认给出重量。",
  "China's trade balance in a metal: exports minus imports, or the balance as published; a deficit is negative. In USD.":
    "中国某金属的贸易差额：出口减进口，或已公布的差额；逆差为负。单位为美元。",
  "Where a balance was published, that figure answers. Otherwise exports and imports of the same basis are subtracted, and METALS.STATUS says so.":
    "已公布差额的，给出该数值；否则以同一来源的出口减进口，METALS.STATUS 会说明。",
  "Output of a metal in a country and period, in tonnes; China and the metal's usual stage unless named. Rare earths in t of oxide.":
    "某国某期间某金属的产量，单位为吨；默认为中国以及该金属的通常环节。稀土按氧化物吨计。",
  'Without a stage, a metal means what METALS.LIST("defaults") says: mine production in contained metal for copper, smelter metal for aluminium, usable ore for iron.':
    '不写环节时，含义见 METALS.LIST("defaults")：铜为矿山产量（金属含量），铝为冶炼金属，铁为可用矿石。',
  'Reserves of a metal in a country, in tonnes: contained metal, or as METALS.LIST("defaults") says. Rare earths in t of oxide.':
    '某国某金属的储量，单位为吨：金属含量，或按 METALS.LIST("defaults") 所列。稀土按氧化物吨计。',
  "Reserves are a stock, printed once a year by edition: the year is that for which the edition states them. Aluminium means bauxite here.":
    "储量是存量，每年随版本公布一次：年份为该版本所述年份。此处铝指铝土矿。",
  "Annual average price of a metal in USD per tonne, as the World Bank publishes it; iron ore is 62 % Fe, CFR China, per dry tonne.":
    "世界银行公布的金属年均价，单位为美元/吨；铁矿石为 62% 品位、中国到岸价、每干吨。",
  'A price is an average of its period: months are never added up. The months of a running year answer as such, for instance "2026-01/2026-05".':
    '价格是期间均值，不作各月相加。当年已过月份按其期间回答，例如 "2026-01/2026-05"。',
  "A sector indicator in a period: total trade, value added growth, mining investment growth, revenue, profit. Growth is a fraction.":
    "某期间的行业指标：进出口总额、增加值增速、采选投资增速、营业收入、利润等。增速为小数。",
  "A rate is given as a fraction, 0.069 for 6.9 %; ask for % to have 6.9.":
    "增速以小数给出，6.9% 为 0.069；单位写 % 则为 6.9。",
  "Change of an indicator over a base period, as a fraction: 0.059 is 5.9 %. Base: the same period a year before.":
    "指标较基期的变动，为小数：0.059 即 5.9%。默认基期为上年同期。",
  "The change is computed from the levels of one series where one has both, else from the figures that answer for the two periods, of one basis; METALS.STATUS names the series. Where only a rate was printed, that rate answers; where the publisher compared with a revised base, the default base gives the printed rate, and an explicit base gives the change of the levels.":
    "若有一个序列兼有两期数值，则按该序列的水平值计算，否则按两期各自的数值计算，但须出自同一统计来源；METALS.STATUS 会列出所用序列。只公布增速的，给出该增速；发布者以修订后的基数计算的，默认基期给出公布的增速，写明基期则按水平值计算。",
  'A span such as "2012/2024" is the change from its first to its last year.':
    '区间如 "2012/2024" 表示由首年至末年的变动。',
  "Compound annual growth between two periods, as a fraction: 0.059 is 5.9 % a year. From two levels of one basis.":
    "两期之间的年均复合增长率，为小数：0.059 即每年 5.9%。按同一统计来源的两个水平值计算。",
  "Both periods are of one kind, such as two years or two Junes. Figures of different bases are never compared; of different series only where no one series has both, and METALS.STATUS says so.":
    "两期须同类，如两个年份或两个六月。不同统计来源的数值从不相比；只有没有任何序列兼有两期数值时才跨序列比较，METALS.STATUS 会说明。",
  "A part of a total, as a fraction: a partner's share of China's trade, a country's share of world production or reserves.":
    "部分占总量的比重，为小数：伙伴国占中国贸易的比重、某国占全球产量或储量的比重。",
  "Part and total are of one basis. Where the total is a lower bound, as in the copy of BACI read, the share is an upper bound; METALS.STATUS says so.":
    "部分与总量同一来源。总量为下限时（如所用的 BACI 数据），比重为上限；METALS.STATUS 会说明。",
  "The last full published period of an indicator: its figure in base units, or which period it is. No forecasts, no months so far.":
    "指标最近一个完整且已公布的期间：给出其基本单位数值，或该期间本身。不含预测，也不含年初累计。",
  "Years come first where there are any, then months, quarters and half-years. Levels that a growth rate implies are not published figures and do not count.":
    "有年度数据时取年度，其次为月度、季度、半年度。由增速推算的水平值不是公布值，不计在内。",
  "Spills a series: one row per period with its value. headers 1 adds a header row, 2 also a status column.":
    "展开一个序列：每期一行及其数值。headers 为 1 时加表头，为 2 时再加状态列。",
  "One frequency only: that of the first period named, else annual if there is any. Period by period this is what the function for one figure answers: a figure of the series that comes first, or a sum of months, or the level a printed rate implies; headers 2 says which.":
    "只含一种频率：以所写首个期间为准，否则优先年度。各期间的数值与查询单个数值的函数一致：排序最前的序列的数值、各月之和，或公布增速所对应的水平值；headers 为 2 时逐行说明。",
  "Spills a block of figures in one call: items and periods as their two ranges lie. A missing figure is #N/A in its own cell.":
    "一次展开一块数值：品种和期间按两个区域的方向排列。缺失的数值在各自单元格中为 #N/A。",
  "One call for a whole block is much faster than a formula in each cell. Where both ranges lie the same way, items go down and periods across.":
    "整块一次调用远快于逐格公式。两个区域方向相同时，品种向下、期间向右。",
  "The indicator may carry qualifiers, such as imports weight; the country is the partner of trade and the producer of output.":
    "指标可带限定词，如 imports weight；国家在贸易中指伙伴国，在产量中指生产国。",
  "Spills a prebuilt table with its header row, such as rare-earth quotas by year or metal prices. A missing figure is #N/A in its own cell.":
    "展开带表头的预制表格，如历年稀土指标或金属价格。缺失的数值在各自单元格中为 #N/A。",
  "The same tables are in the gallery of the pane, which also formats them and adds title, unit line and sources. Shares and growth are fractions.":
    "窗格中的表格库有相同的表格，并会设置格式，加上标题、单位和来源。比重和增速为小数。",
  "Spills what happened, oldest first: date, type, item, what and source. Export controls, quotas, enforcement, deals, standards and more.":
    "由早到晚展开事件：日期、类型、品种、内容和来源。包括出口管制、配额、执法、并购、标准等。",
  "Dates are texts as far as they are known: 2025-05 is some day in May 2025. REE.CONTROLS has the state of the export controls on a day.":
    "日期为文本，详至所知：2025-05 指 2025 年 5 月某日。某日的出口管制状态见 REE.CONTROLS。",
  "Where a figure comes from: short reference, full citation, publisher, date, address, place in the source, or licence.":
    "数值出自何处：简短引用、完整引用、发布者、日期、网址、来源中的位置或使用许可。",
  "A figure computed from several others names the sources of all of them.": "由多个数值算出的，列出全部来源。",
  "Spills every answer to a question, the default one first: value in base units, basis, status, source and when it was published.":
    "展开一个问题的全部答案，默认答案在前：基本单位数值、统计来源、状态、出处和公布日期。",
  "Different sources are different series and are never mixed. What a printed growth rate implies, other reports of the same figure and our own estimates are listed with what they are.":
    "不同来源为不同序列，从不混用。公布增速所对应的水平值、同一数值的其他报道以及自行估算均列出并注明。",
  "One line on a figure: published, derived (with the arithmetic), estimated, lower bound, confidential, not published; and what disagrees.":
    "以一行文字说明数值：已公布、推算（附算式）、估计、下限、保密、未公布；以及与之不一致之处。",
  "For a question without an answer the line is the reason, as text and not as an error, so that a column of statuses never breaks.":
    "没有答案时，该行为原因，是文本而非错误，因此整列状态不会中断。",
  "Spills every vintage of a figure, oldest first: when it was published, its value in base units, the change from the one before, and the source.":
    "由早到晚展开数值的各次公布：公布日期、基本单位数值、较前次的变动和来源。",
  "A newer edition of the same source supersedes the older one. Figures of other sources are not revisions; METALS.SOURCES has them.":
    "同一来源的新版取代旧版。其他来源的数值不是修订，见 METALS.SOURCES。",
  "how puts months together (quarterly, annual: sums, of prices means), then transforms (ytd, ma3, ma12, yoy, previous, index), then fills and sorts. What lies before the first period is looked up all the same; a period whose parts are not all there is left out.":
    "how 先汇总（quarterly、annual：求和，价格取平均），再变换（ytd、ma3、ma12、yoy、previous、index），然后补齐和排序。基期可早于起始期间；所需数值不全的期间不列出。",
  "With one item, country may be a range of countries that crosses the periods. how turns figures into changes (yoy, previous), running totals (ytd) or moving means (ma3, ma12).":
    "只有一个品种时，country 可为与期间垂直的一组国家。how 把数值变为变动率（yoy、previous）、累计（ytd）或移动平均（ma3、ma12）。",
  "how shows changes in place of the figures (yoy, previous), dates in place of months, or the newest period first.":
    "how 可把数值换成变动率（yoy、previous）、把月份写作日期，或把最新期间排在最前。",
  "Spills the largest partners of trade or producing countries: rank, country, value, share, change on the year; then the other countries and the world.":
    "展开最大的贸易伙伴或生产国：位次、国家、数值、占比、同比变动；末两行为其他国家和世界。",
  "All on one basis. The other countries are the world less those listed; where that is less than nothing it is shown as a discrepancy. A span of years has a column a year under a header, ranked by the last.":
    "全部出自同一统计来源。其他国家为世界减去所列国家；若为负数，则列为差额。写年份区间时每年一列并带表头，按最后一年排位。",
  "Spills what there is of an indicator: item, country, first and last period, and the gaps with their reasons. One row for each question, basis and frequency.":
    "展开某指标的现有数据：品种、国家、首末期间，以及缺口和原因。每个问题、统计来源和频率一行。",
  "The country is the partner of trade and the producer of output. A qualifier narrows the list: imports weight, production refinery, imports baci.":
    "国家在贸易中指伙伴国，在产量中指生产国。限定词可缩小范围：imports weight、production refinery、imports baci。",
  "Spills the series that match some words, best first: id, label, unit, first and last period. Typing errors are forgiven, but not in digits.":
    "溢出与若干词语匹配的序列，最匹配的在前：标识、名称、单位、首末期。容许拼写错误，但数字必须准确。",
  "No word is dropped: where no series has all of them, the error names those that nothing is called by, that are known and not in the data, or that no series has with the rest, and a search without them.":
    "不会略去任何词语：没有序列同时符合全部词语时，错误信息会指出哪些词语不是任何名称、哪些是已知但数据中没有的商品、哪些与其余词语没有共同的序列，并给出去掉它们之后的搜索。",
  "The id goes into METALS.GET, and into any function in place of an indicator. At most 40 rows; further words narrow the list.":
    "编号可用于 METALS.GET，也可在任何函数中代替指标。最多 40 行；多写词语可缩小范围。",
  "Spills the words a formula can use, with what they mean: metals, countries, indicators, units, bases, stages, tables, sources, statuses, event types, defaults.":
    "展开公式可用的词语及其含义：金属、国家、指标、单位、统计来源、环节、表格、来源、状态、事件类型、默认含义。",
  "Each is a main word; other spellings, Chinese names, symbols, ISO codes and HS headings are understood as well. defaults shows what a bare word means for each indicator.":
    "所列为主要词语；其他写法、中文名称、元素符号、ISO 代码和 HS 编码同样可用。defaults 列出各指标中单词的默认含义。",
  "A figure of any series by its stable id, or a fact about it: status, source, published, url, locator, licence.":
    "按固定编号取任一序列的数值，或其状态、来源、公布日期、网址、位置、许可。",
  "Reaches every series, also those that never answer by default, such as implied levels, printed growth rates and our own estimates.":
    "可取任何序列，包括默认不回答的，如推算水平值、公布的增速和自行估算。",
  "Which data and which add-in answer: one line, or one fact such as release, date, pin, observations, sources, series or add-in.":
    "由哪个数据版本和加载项版本回答：一行文字，或其中一项：release、date、pin、observations、sources、series、add-in。",
  "The release is the one this workbook is on, which may be older than the one the add-in brings.":
    "版本为此工作簿所基于的数据版本，可能早于加载项自带的版本。",
  "pin is the day the workbook is pinned to, such as 2026-06-30, or none.":
    "pin 为工作簿的固定日期，例如 2026-06-30；未固定则为 none。",
  "China's rare-earth quota of a year in tonnes of oxide (t REO): mining, or smelting and separation; by group and batch.":
    "某年中国稀土总量控制指标，单位为氧化物吨（t REO）：开采或冶炼分离；可按类型和批次。",
  "The 2025 quotas were issued without publication: the answer is #N/A with that reason, never an estimate of output.":
    "2025 年指标已下达但未公布：返回 #N/A 并说明原因，绝不以产量估计代替。",
  "China's exports of rare-earth magnets or of rare earths in a month, half-year or year, in gross tonnes unless value is asked for.":
    "中国稀土磁体或稀土在某月、半年或年的出口，默认为实物吨，也可取金额。",
  "Magnets are HS 85051110; rare earths are ores, metals and compounds. Weights are gross product weight, not oxide.":
    "磁体为税号 85051110；稀土包括矿、金属和化合物。重量为实物量，不折氧化物。",
  "Whether China controls exports of an element or product on a day, in words: licence required, suspended, announced, not listed; with the announcement.":
    "以文字说明某日中国是否管制某元素或产品的出口：须许可、暂停、已公布、未列入；并注明公告。",
  "A control is an interval: announced, due, in force, suspended from and to, last days included. After the last day of a suspension the text says when it was due to end; what followed is not in the data and never guessed.":
    "管制是一段期间：公布、应生效、生效、暂停起止，均含末日。暂停期末日之后，文字说明其应届满日；此后情况未收录，也不推测。",
  "Several controls are separated by semicolons. A control of exports to one country names it; one that covers a part of what is asked about, such as some magnets, says which part.":
    "多项管制以分号隔开。只针对一国的管制会注明该国；只涉及所问物项一部分（如部分磁体）的管制会说明是哪一部分。",
  "Spills China's export controls in force or suspended on a day: announcement, items, state in words, destination, and source.":
    "展开某日生效或暂停的中国出口管制：公告、物项、状态、目的地和来源。",
  "With an element, also controls of a part of it: the items say which. Also controls whose suspension was due to end by that day: whether they apply again is not in the data.":
    "指定物项时，也列出只涉及其一部分的管制，所列物项即为该部分。也列出暂停期应已届满的管制：是否恢复适用未收录。",
};
