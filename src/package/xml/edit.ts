/** A stretch of a text and what is to stand there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with stretches replaced, all else untouched; of two insertions at one place the earlier in the list comes first. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: piece } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < position) throw new RangeError(`two edits overlap at ${start}`);
    pieces.push(text.slice(position, start), piece);
    position = end;
  }
  return pieces.join("") + text.slice(position);
}
