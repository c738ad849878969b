/** What a function's help page says beyond its summary, by id. */
export const en: Readonly<Record<string, readonly string[]>> = {
  "METALS.IMPORTS": [
    "A bare metal means its ore heading where China buys ore: copper is HS 2603, aluminium HS 2606. Refined copper and the like are items of their own.",
  ],
  "METALS.EXPORTS": [
    "Exports of rare earths and magnets are counted in tonnes in most reports: REE.EXPORTS gives weights by default.",
  ],
  "METALS.BALANCE": [
    "Where a balance was published, that figure answers. Otherwise exports and imports of the same basis are subtracted, and METALS.STATUS says so.",
  ],
  "METALS.PRODUCTION": [
    'Without a stage, a metal means what METALS.LIST("defaults") says: mine production in contained metal for copper, smelter metal for aluminium, usable ore for iron.',
  ],
  "METALS.RESERVES": [
    "Reserves are a stock, printed once a year by edition: the year is that for which the edition states them. Aluminium means bauxite here.",
  ],
  "METALS.PRICE": [
    'A price is an average of its period: months are never added up. The months of a running year answer as such, for instance "2026-01/2026-05".',
  ],
  "METALS.INDICATOR": ["A rate is given as a fraction, 0.069 for 6.9 %; ask for % to have 6.9."],
  "METALS.GROWTH": [
    "The change is computed from the levels of one series where one has both, else from the figures that answer for the two periods, of one basis; METALS.STATUS names the series. Where only a rate was printed, that rate answers; where the publisher compared with a revised base, the default base gives the printed rate, and an explicit base gives the change of the levels.",
    'A span such as "2012/2024" is the change from its first to its last year.',
  ],
  "METALS.CAGR": [
    "Both periods are of one kind, such as two years or two Junes. Figures of different bases are never compared; of different series only where no one series has both, and METALS.STATUS says so.",
  ],
  "METALS.SHARE": [
    "Part and total are of one basis. Where the total is a lower bound, as in the copy of BACI read, the share is an upper bound; METALS.STATUS says so.",
  ],
  "METALS.LATEST": [
    "Years come first where there are any, then months, quarters and half-years. Levels that a growth rate implies are not published figures and do not count.",
  ],
  "METALS.SERIES": [
    "One frequency only: that of the first period named, else annual if there is any. Period by period this is what the function for one figure answers: a figure of the series that comes first, or a sum of months, or the level a printed rate implies; headers 2 says which.",
    "how puts months together (quarterly, annual: sums, of prices means), then transforms (ytd, ma3, ma12, yoy, previous, index), then fills and sorts. What lies before the first period is looked up all the same; a period whose parts are not all there is left out.",
  ],
  "METALS.GRID": [
    "One call for a whole block is much faster than a formula in each cell. Where both ranges lie the same way, items go down and periods across.",
    "With one item, country may be a range of countries that crosses the periods. how turns figures into changes (yoy, previous), running totals (ytd) or moving means (ma3, ma12).",
    "The indicator may carry qualifiers, such as imports weight; the country is the partner of trade and the producer of output.",
  ],
  "METALS.PARTNERS": [
    "All on one basis. The other countries are the world less those listed; where that is less than nothing it is shown as a discrepancy. A span of years has a column a year under a header, ranked by the last.",
  ],
  "METALS.TABLE": [
    "The same tables are in the gallery of the pane, which also formats them and adds title, unit line and sources. Shares and growth are fractions.",
    "how shows changes in place of the figures (yoy, previous), dates in place of months, or the newest period first.",
  ],
  "METALS.EVENTS": [
    "Dates are texts as far as they are known: 2025-05 is some day in May 2025. REE.CONTROLS has the state of the export controls on a day.",
  ],
  "METALS.SOURCE": ["A figure computed from several others names the sources of all of them."],
  "METALS.SOURCES": [
    "Different sources are different series and are never mixed. What a printed growth rate implies, other reports of the same figure and our own estimates are listed with what they are.",
  ],
  "METALS.STATUS": [
    "For a question without an answer the line is the reason, as text and not as an error, so that a column of statuses never breaks.",
  ],
  "METALS.REVISIONS": [
    "A newer edition of the same source supersedes the older one. Figures of other sources are not revisions; METALS.SOURCES has them.",
  ],
  "METALS.CHANGES": [
    "Columns: what became of it, series, what it is, first and last period, how many figures, old, new (of new figures the last), unit, and why. Figures are in the base unit of their series; a figure printed anew and unchanged is no change.",
    "A release compares with what that release said; a day with what was known on it. A row at the end says how many there are besides those listed.",
  ],
  "METALS.CALENDAR": [
    "The month is an expectation from how the publisher usually goes about it, never an announcement; where the month is over the state says that the edition is not held yet. As of an earlier release or a pin, the editions are those known then.",
  ],
  "METALS.COVERAGE": [
    "The country is the partner of trade and the producer of output. A qualifier narrows the list: imports weight, production refinery, imports baci.",
  ],
  "METALS.FIND": [
    "The id goes into METALS.GET, and into any function in place of an indicator. At most 40 rows; further words narrow the list.",
    "No word is dropped: where no series has all of them, the error names those that nothing is called by, that are known and not in the data, or that no series has with the rest, and a search without them.",
  ],
  "METALS.LIST": [
    "Each is a main word; other spellings, Chinese names, symbols, ISO codes and HS headings are understood as well. defaults shows what a bare word means for each indicator.",
  ],
  "METALS.GET": [
    "Reaches every series, also those that never answer by default, such as implied levels, printed growth rates and our own estimates.",
  ],
  "METALS.VERSION": [
    "The release is the one this workbook is on, which may be older than the one the add-in brings.",
    "pin is the day the workbook is pinned to, such as 2026-06-30, or none.",
  ],
  "REE.QUOTA": [
    "The 2025 quotas were issued without publication: the answer is #N/A with that reason, never an estimate of output.",
  ],
  "REE.EXPORTS": [
    "Magnets are HS 85051110; rare earths are ores, metals and compounds. Weights are gross product weight, not oxide.",
  ],
  "REE.CONTROLLED": [
    "A control is an interval: announced, due, in force, suspended from and to, last days included. After the last day of a suspension the text says when it was due to end; what followed is not in the data and never guessed.",
    "Several controls are separated by semicolons. A control of exports to one country names it; one that covers a part of what is asked about, such as some magnets, says which part.",
  ],
  "REE.CONTROLS": [
    "With an element, also controls of a part of it: the items say which. Also controls whose suspension was due to end by that day: whether they apply again is not in the data.",
  ],
};
