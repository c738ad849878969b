/** What an organisation published beside our data: `R2+acme.3` is the third edition of its own on our release R2. */
export interface OverlayRelease {
  /** Our release that it stands on. */
  readonly base: string;
  /** The organisation's word. */
  readonly overlay: string;
  readonly edition: number;
}

const FORM = /^([^+]+)\+([a-z][a-z0-9-]*)\.([1-9]\d*)$/;

/** What the id of an organisation's release says; undefined for one of ours. */
export function overlayOf(release: string): OverlayRelease | undefined {
  const [, base, overlay, edition] = FORM.exec(release) ?? [];
  return base && overlay ? { base, overlay, edition: Number(edition) } : undefined;
}

/** From this rank on stand the series of an organisation: they answer where ours have nothing, figure by figure. */
export const ADDED_RANK = 60;
