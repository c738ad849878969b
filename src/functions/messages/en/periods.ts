/** How to write a period, by what is wrong with the one typed. */
export const PERIOD_HINTS = {
  form: 'write 2024, "2024-06", "2024-Q2", "2024-H1", "2026-01/2026-04" or "2012/2024"',
  compactMonth: "a month is written with a hyphen",
  number: 'a number from 1900 to 2199 is a year and an Excel date means its month; a month is written "2024-06"',
  order: 'a span runs forward, such as "2012/2024" or "2026-01/2026-04"',
  span: 'a span is of months of one year, such as "2026-01/2026-04", or of years, such as "2012/2024"',
  years: "years only here, such as 2024",
  moving: 'write 2024 or "2026-01/2026-04"; METALS.LATEST gives the newest figure',
  fiscal: "periods are those of the calendar; write the year alone, such as 2024",
  part: "months go from 01 to 12, quarters from Q1 to Q4, half-years are H1 and H2",
  shortYear: 'a year has four digits: 2024, "2024-06", "2024-H1", "2012/2024"',
  dayOrMonth: 'its day or its month could come first; write "2025-12-31"',
  language: 'the names of months are read in English and Chinese only; write 2024, "2024-06" or "June 2024"',
} as const;
