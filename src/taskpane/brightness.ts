/** Whether a background `#rrggbb` calls for a dark theme; without one, what the system prefers. */
export function isDark(background: string | undefined, prefersDark: boolean): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (!match) return prefersDark;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
