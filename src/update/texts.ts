import { overlayOf } from "../dataset/overlay";
import type { RefusalData, RefusalKind, ReleaseRefusal } from "./refusal";

type RefusalTexts = { readonly [K in RefusalKind]: (data: RefusalData[K]) => string };

const en = {
  /** Why a release was refused: one sentence on the reason. */
  refusals: {
    unreachable: ({ address, detail }) => `${address} could not be reached (${detail}).`,
    badNotice: ({ detail }) => `The notice of the latest data release cannot be read: ${detail}.`,
    oversized: ({ bytes, limit }) =>
      `The data release is larger than allowed: ${bytes} bytes, and at most ${limit} are taken.`,
    truncated: ({ expected, received }) => `The data release arrived incomplete: ${received} of ${expected} bytes.`,
    tampered: ({ expected, received }) =>
      `The data release is not the one that was announced: its SHA-256 is ${received.slice(0, 12)}…, not ${expected.slice(0, 12)}….`,
    unsigned: ({ release }) =>
      `Data release ${release} does not bear the signature of the publisher this add-in was built for.`,
    unreadable: ({ detail }) => `The data release cannot be read: ${detail}.`,
    schema: ({ found }) => `The data release has layout ${found}, which this version of the add-in does not know.`,
    addinTooOld: ({ needs, has }) => `The data release needs add-in ${needs} or later; this is ${has}.`,
    older: ({ offered, current }) => `The data release on offer, ${offered}, is older than ${current}.`,
    mislabelled: ({ announced, found }) => `The file is data release ${found}, though ${announced} was announced.`,
    rewritesPast: ({ release, what }) => `The file does not give what data release ${release} gave: ${what}.`,
  } satisfies RefusalTexts,
  /** Follows every reason. */
  stays: (release: string) => `Data release ${release} stays in use.`,
  /** The workbook rests on data that an organisation added and published elsewhere: nothing here may move it. */
  lacking: (release: string, overlay: string, address: string) =>
    `This workbook uses data that ${overlay} added (${release}${address && `, ${address}`}) and that this add-in does not have. Its figures stay as they are; move it with the add-in that has them.`,
  /** The workbook stands on a release that this add-in does not have. No full stop: a sentence follows. */
  needed: (release: string, newest: string) =>
    `this workbook is on data release ${release}, and the newest one here is ${newest}`,
};

const zh: typeof en = {
  refusals: {
    unreachable: ({ address, detail }) => `无法访问 ${address}（${detail}）。`,
    badNotice: ({ detail }) => `最新数据版本的通告无法读取：${detail}。`,
    oversized: ({ bytes, limit }) => `数据版本文件过大：${bytes} 字节，上限为 ${limit} 字节。`,
    truncated: ({ expected, received }) => `数据版本文件不完整：只收到 ${received} 字节，应为 ${expected} 字节。`,
    tampered: ({ expected, received }) =>
      `数据版本文件与通告不符：SHA-256 为 ${received.slice(0, 12)}…，应为 ${expected.slice(0, 12)}…。`,
    unsigned: ({ release }) => `数据版本 ${release} 没有本加载项所认发布方的有效签名。`,
    unreadable: ({ detail }) => `数据版本文件无法读取：${detail}。`,
    schema: ({ found }) => `数据版本文件的格式为 ${found}，本版加载项不能识别。`,
    addinTooOld: ({ needs, has }) => `该数据版本需要 ${needs} 或更高版本的加载项，当前为 ${has}。`,
    older: ({ offered, current }) => `所提供的数据版本 ${offered} 早于 ${current}。`,
    mislabelled: ({ announced, found }) => `通告的是数据版本 ${announced}，文件却是 ${found}。`,
    rewritesPast: ({ release, what }) => `文件没有保留数据版本 ${release} 的原有数值：${what}。`,
  },
  stays: (release) => `继续使用数据版本 ${release}。`,
  lacking: (release, overlay, address) =>
    `此工作簿使用 ${overlay} 自行添加的数据（${release}${address && `，${address}`}），本加载项没有该数据。数值保持不变；请在拥有该数据的加载项中更新。`,
  needed: (release, newest) => `此工作簿使用数据版本 ${release}，而这里最新的是 ${newest}`,
};

const LANGUAGES = { en, zh };

/** Why a release was refused and which one stays, in words. */
export function refusalText({ kind, data }: ReleaseRefusal, current: string, language: keyof typeof LANGUAGES): string {
  const { refusals, stays } = LANGUAGES[language];
  const reason = (refusals[kind] as (data: unknown) => string)(data);
  return language === "zh" ? reason + stays(current) : `${reason} ${stays(current)}`;
}

/** Why a workbook on a release that is not here cannot be answered for. */
export function neededText(release: string, newest: string, language: keyof typeof LANGUAGES): string {
  return LANGUAGES[language].needed(release, newest);
}

/** Why a workbook on an organisation's release that is not here stays where it is. */
export function lackingText(release: string, address: string | undefined, language: keyof typeof LANGUAGES): string {
  return LANGUAGES[language].lacking(release, overlayOf(release)?.overlay ?? "", address ?? "");
}
