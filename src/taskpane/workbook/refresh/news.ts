import type { Language } from "../../../query/describe";
import type { Standing } from "../../../sheets/record/standing";
import type { Notice } from "../../../update";
import { linkButton } from "../../widgets/buttons";
import { h } from "../../widgets/dom";

const en = {
  moved: (release: string, day: string | undefined) =>
    `This workbook was moved elsewhere: it is on data release ${release} now${day ? `, pinned to ${day}` : ""}.`,
  offered: (release: string, date: string) =>
    `Data release ${release} of ${date} is available. Nothing changes until you say so.`,
  see: "See",
  dismiss: "Dismiss",
};

const zh: typeof en = {
  moved: (release, day) => `此工作簿已在别处切换到数据版本 ${release}${day ? `，并固定在 ${day}` : ""}。`,
  offered: (release, date) => `可获取数据版本 ${release}（${date}）。未经您确认不作任何更改。`,
  see: "查看",
  dismiss: "关闭",
};

const TEXTS = { en, zh };

/** What to do with a piece of news: look closer, or be rid of it. */
export interface NewsActs {
  see(): void;
  done(): void;
}

/** Somebody else who has the workbook open, or another copy of the add-in, moved it to another release or day. */
export function movedNews(language: Language, { release, day }: Standing, acts: NewsActs): HTMLElement {
  return strip(language, TEXTS[language].moved(release ?? "", day), acts);
}

/** The channel has a newer data release. */
export function offeredNews(language: Language, { release, date }: Notice, acts: NewsActs): HTMLElement {
  return strip(language, TEXTS[language].offered(release, date), acts);
}

function strip(language: Language, text: string, acts: NewsActs): HTMLElement {
  const { see, dismiss } = TEXTS[language];
  const look = () => {
    // What is seen next gets the focus of the news that goes.
    acts.see();
    acts.done();
  };
  return h(
    "div.news",
    h("span", text),
    linkButton(see, look),
    linkButton(dismiss, () => acts.done()),
  );
}
