import { createDarkTheme, createLightTheme, type BrandVariants } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { isDark } from "./brightness";
import type { HostTheme } from "./context/services";

/** The colour of Orebook's sign from dark to light, in the steps Fluent's themes are made of. */
const BRAND: BrandVariants = {
  10: "#091918",
  20: "#0c2625",
  30: "#0f3231",
  40: "#13403f",
  50: "#114e4d",
  60: "#115d5c",
  70: "#026b69",
  80: "#007b79",
  90: "#1f9693",
  100: "#44adaa",
  110: "#64b7b4",
  120: "#7bc0be",
  130: "#98cdcb",
  140: "#b6dbd9",
  150: "#d1e7e5",
  160: "#ebf4f4",
};

/** Ink of a chart, and of the figure chosen in it: both three to one against the background. */
const LIGHT_CHART = { chartInk: BRAND[90], chartChosen: BRAND[60] };
const DARK_CHART = { chartInk: BRAND[90], chartChosen: BRAND[130] };

/** Puts on the light or dark theme that fits the program around the pane, and changes with it; the result ends that. */
export function followTheme(host: HostTheme): () => void {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  let worn: boolean | undefined;
  const apply = () => {
    const dark = isDark(host.background(), prefersDark.matches);
    if (dark === worn) return;
    worn = dark;
    setTheme(dark ? { ...createDarkTheme(BRAND), ...DARK_CHART } : { ...createLightTheme(BRAND), ...LIGHT_CHART });
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  };
  apply();
  return host.onChange(apply);
}
