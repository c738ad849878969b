/** The pane in a page of a test: what a person sees, types and clicks. Needs jsdom. */
import { TextDecoder, TextEncoder } from "node:util";
import { buildPane, type Pane } from "../../src/taskpane/pane";
import type { PaneServices } from "../../src/taskpane/context/services";
import { services } from "./context";
import "./controls";

// The data is compiled in the page of the test, which lacks what Node has for it.
Object.assign(globalThis, { TextDecoder, TextEncoder });

export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const one = (selector: string) => document.querySelector<HTMLElement>(selector)!;
export const text = (selector: string) => one(selector)?.textContent ?? "";
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Opens the pane at a tab. */
export async function openedAt(tab: string, over: Partial<PaneServices> = {}): Promise<Pane> {
  document.body.replaceChildren(document.createElement("div"));
  const pane = await buildPane(document.body.firstElementChild as HTMLElement, services(over));
  await settled();
  await toTab(tab);
  return pane;
}

/** Goes to a place by its tab, and by the one above it where there is one. */
export async function toTab(id: string): Promise<void> {
  const tab = one(`#tab-${id}`);
  const above = tab.closest("[role=tabpanel]");
  if (above) one(`#${above.getAttribute("aria-labelledby")}`).click();
  tab.click();
  await settled();
}

/** Chooses or types a value as a person does who then goes on. */
export function enter(input: Element, value: string): void {
  (input as HTMLInputElement | HTMLSelectElement).value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The input of a labelled field of the tab shown. */
export function fieldNamed(label: string): HTMLInputElement {
  const field = all(".panel:not([hidden]) .field").find((one) => one.firstElementChild?.textContent === label)!;
  return (field.querySelector("select") ?? field) as HTMLInputElement;
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...more });
  target.dispatchEvent(event);
  return event;
}

/** The part of a browser that tells when an element comes into sight, once each time it is observed, for lists made after this. */
export class Sight {
  private readonly observers = new Set<{
    readonly told: IntersectionObserverCallback;
    readonly untold: Set<Element>;
  }>();

  constructor() {
    const { observers } = this;
    globalThis.IntersectionObserver = function (told: IntersectionObserverCallback) {
      const untold = new Set<Element>();
      observers.add({ told, untold });
      return {
        observe: (element: Element) => void untold.add(element),
        unobserve: (element: Element) => void untold.delete(element),
      };
    } as unknown as typeof IntersectionObserver;
  }

  /** What is observed within an element is in sight. */
  of(container: Element): void {
    for (const { told, untold } of [...this.observers]) {
      const seen = [...untold].filter((element) => container.contains(element));
      for (const element of seen) untold.delete(element);
      if (seen.length > 0)
        told(
          seen.map((target) => ({ target, isIntersecting: true })) as unknown as IntersectionObserverEntry[],
          undefined as never,
        );
    }
  }

  /** The browser has it no more. */
  end(): void {
    Reflect.deleteProperty(globalThis, "IntersectionObserver");
  }
}
