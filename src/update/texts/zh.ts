import type { ReleaseTexts } from "./texts";

export const zh: ReleaseTexts = {
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
