const two = (value: number): string => String(Math.abs(value)).padStart(2, "0");

/** A moment as people everywhere read it, with the distance from UTC, because a workbook travels: `2026-11-22 14:03 UTC+08:00`. */
export function momentText(moment: Date): string {
  const offset = -moment.getTimezoneOffset();
  const zone = offset === 0 ? "UTC" : `UTC${offset < 0 ? "-" : "+"}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())} ${zone}`;
}
