/** A count with the word for one or for several. `count` is already written for people. */
export function plural(count: string, one: string, several: string): string {
  return `${count} ${count === "1" ? one : several}`;
}
