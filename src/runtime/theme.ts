import type { HostTheme } from "../taskpane/services";

/** Office tells its colours where it can; where it cannot the pane follows the system. */
export function officeTheme(): HostTheme {
  return {
    background: () => officeBackground(),
    onChange: (listener) => {
      const dark = matchMedia("(prefers-color-scheme: dark)");
      dark.addEventListener("change", listener);
      return () => dark.removeEventListener("change", listener);
    },
  };
}

function officeBackground(): string | undefined {
  const colour = typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  return colour && /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined;
}
