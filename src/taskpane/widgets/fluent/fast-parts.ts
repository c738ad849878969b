/**
 * In place of what takes over a page that a server has rendered: the pane is never rendered so, and what it would take is as
 * much as a view. Nothing is ever hydratable, so the rest is only named.
 */
export const isHydratable = (): boolean => false;
export const HydrationStage = { hydrated: "hydrated" };
export const HydrationMarkup = {};

/** fast-element's own are many more, and have their names beside them: an error says the number alone. */
export const Message = {
  needsArrayObservation: 1101,
  onlySetDOMPolicyOnce: 1201,
  hostBindingWithoutHost: 1204,
  unsupportedBindingBehavior: 1205,
  directCallToHTMLTagNotAllowed: 1206,
  onlySetTemplatePolicyOnce: 1207,
  cannotSetTemplatePolicyAfterCompilation: 1208,
  blockedByDOMPolicy: 1209,
  duplicateRenderInstruction: 1211,
  missingElementDefinition: 1401,
};
export const isFunction = (value: unknown): boolean => typeof value === "function";
export const isString = (value: unknown): boolean => typeof value === "string";
export const noop = (): void => undefined;
