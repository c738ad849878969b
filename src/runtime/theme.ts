import type { HostTheme } from "../taskpane/context/services";

/** Newer builds of office.js tell of a change of theme; its types know the event in Outlook only. */
type ThemeEvent = { readonly officeTheme?: { readonly bodyBackgroundColor?: string } };

/**
 * Office tells its colours where it can; where it cannot the pane follows the system. Where Office does not say that they
 * changed, its colours are read again when the person comes back to the pane.
 */
export function officeTheme(): HostTheme {
  let told: string | undefined;
  return {
    background: () => told ?? officeBackground(),
    onChange: (listener) => {
      const dark = matchMedia("(prefers-color-scheme: dark)");
      const changed = (event: unknown) => {
        told = colour((event as ThemeEvent | undefined)?.officeTheme?.bodyBackgroundColor);
        listener();
      };
      const look = () => {
        if (!document.hidden) listener();
      };
      dark.addEventListener("change", look);
      window.addEventListener("focus", look);
      document.addEventListener("visibilitychange", look);
      const stop = onOfficeThemeChanged(changed);
      return () => {
        stop();
        dark.removeEventListener("change", look);
        window.removeEventListener("focus", look);
        document.removeEventListener("visibilitychange", look);
      };
    },
  };
}

/** Listens where this Office has the event; the result ends it. */
function onOfficeThemeChanged(handler: (event: unknown) => void): () => void {
  const office = typeof Office === "undefined" ? undefined : Office;
  const type = office?.EventType?.OfficeThemeChanged;
  if (!office?.context?.document || type === undefined) return () => undefined;
  try {
    office.context.document.addHandlerAsync(type, handler);
    return () => office.context.document.removeHandlerAsync(type, { handler });
  } catch {
    // Known by name, but not by this program.
    return () => undefined;
  }
}

function officeBackground(): string | undefined {
  return typeof Office === "undefined" ? undefined : colour(Office.context?.officeTheme?.bodyBackgroundColor);
}

function colour(text: string | undefined): string | undefined {
  return text && /^#[0-9a-f]{6}$/i.test(text) ? text : undefined;
}
