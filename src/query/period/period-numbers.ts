/** A serial below this is no plausible date of the data (1954), above it neither (2100). */
const SERIALS = { first: 20000, last: 73050 };
const YEARS = { first: 1900, last: 2199 };

/** Days between Excel's day 0 and the Unix epoch, for serials after 1900-02-28. */
const EXCEL_EPOCH = 25569;
const MILLISECONDS = 86_400_000;

/** The ISO day of an Excel serial: the only place where a serial becomes a day. */
export function dayOfSerial(serial: number): string {
  return new Date((Math.floor(serial) - EXCEL_EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}

export function isSerial(value: number): boolean {
  return value >= SERIALS.first && value < SERIALS.last + 1;
}

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last;
}
