/** Hides or shows an element. The focus that is in it when it goes moves to `heir` instead of getting lost. */
export function setHidden(element: HTMLElement, isHidden: boolean, heir: HTMLElement): void {
  if (isHidden && element.contains(document.activeElement)) heir.focus();
  element.hidden = isHidden;
}
