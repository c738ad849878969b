/** Chinese for every text of the definitions, by the English text. */
export const zh: Readonly<Record<string, string>> = {};
