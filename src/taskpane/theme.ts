import { isDark } from "./brightness";
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
