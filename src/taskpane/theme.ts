import type { HostTheme } from "./context/services";

/** Puts on the light or dark theme that fits the program around the pane, and changes with it; the result ends that. */
export function followTheme(host: HostTheme): () => void {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  let worn: boolean | undefined;
  const apply = () => {
    const dark = isDark(host.background(), prefersDark.matches);
    if (dark === worn) return;
    worn = dark;
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  };
  apply();
  return host.onChange(apply);
}

/** Whether a background `#rrggbb` calls for a dark theme; without one, what the system prefers. */
export function isDark(background: string | undefined, prefersDark: boolean): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (!match) return prefersDark;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
