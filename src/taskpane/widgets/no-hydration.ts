/**
 * In place of what takes over a page that a server has rendered: the pane is never rendered so, and what it would take is as
 * much as a view. Nothing is ever hydratable, so the rest is only named.
 */
export const isHydratable = (): boolean => false;
export const HydrationStage = { hydrated: "hydrated" };
export const HydrationMarkup = {};
