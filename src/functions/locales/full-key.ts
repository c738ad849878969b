/** By what a translation is looked up: the English text. The build puts `short-key` in its place. */
export function keyOf(text: string): string {
  return text;
}
