/** Univer's texts in the languages of the host, and our own words where Univer speaks of people and permissions. */
import { LocaleType, merge } from "@univerjs/core";
import deDE from "@univerjs/preset-sheets-core/locales/de-DE";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import tableDE from "@univerjs/sheets-table/locale/de-DE";
import tableUS from "@univerjs/sheets-table/locale/en-US";
import tableCN from "@univerjs/sheets-table/locale/zh-CN";

/** Whatever a protected sheet refuses, it refuses for one reason. */
const REFUSALS = [
  "alertContent",
  "commonErr",
  "editErr",
  "pasteErr",
  "setStyleErr",
  "setRowColStyleErr",
  "moveRowColErr",
  "moveRangeErr",
  "insertRowColErr",
  "removeRowColErr",
  "autoFillErr",
  "operatorSheetErr",
  "insertOrDeleteMoveRangeErr",
  "formulaErr",
];

const own = (title: string, protectedSheet: string, ok: string) => ({
  "sheets-ui": {
    permission: { dialog: { alert: title, ...Object.fromEntries(REFUSALS.map((name) => [name, protectedSheet])) } },
  },
  design: { Confirm: { confirm: ok } },
});

export const LANGUAGES: Readonly<Record<string, LocaleType>> = {
  "en-US": LocaleType.EN_US,
  "de-DE": LocaleType.DE_DE,
  "zh-CN": LocaleType.ZH_CN,
};

export const TEXTS = {
  [LocaleType.EN_US]: merge(
    {},
    enUS,
    tableUS,
    own("Protected sheet", "This cell is on a protected sheet. Unprotect the sheet to change it.", "OK"),
  ),
  [LocaleType.DE_DE]: merge(
    {},
    deDE,
    tableDE,
    own(
      "Geschütztes Blatt",
      "Diese Zelle liegt auf einem geschützten Blatt. Heben Sie den Blattschutz auf, um sie zu ändern.",
      "OK",
    ),
  ),
  [LocaleType.ZH_CN]: merge(
    {},
    zhCN,
    tableCN,
    own("受保护的工作表", "该单元格位于受保护的工作表中。若要更改，请先撤消工作表保护。", "确定"),
  ),
};
