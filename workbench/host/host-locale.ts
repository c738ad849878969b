/** How the Excel that is played writes numbers and formulas, and the language it speaks. */
export interface HostLocale {
  /** BCP 47. */
  readonly name: string;
  readonly decimal: string;
  readonly thousands: string;
  /** Between the arguments of a formula. */
  readonly list: string;
}

export const ENGLISH: HostLocale = { name: "en-US", decimal: ".", thousands: ",", list: "," };

export const HOST_LOCALES: readonly HostLocale[] = [
  ENGLISH,
  { name: "de-DE", decimal: ",", thousands: ".", list: ";" },
  { name: "de-CH", decimal: ".", thousands: "’", list: ";" },
  { name: "zh-CN", decimal: ".", thousands: ",", list: "," },
];
