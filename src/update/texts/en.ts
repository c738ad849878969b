import type { ReleaseTexts } from "./texts";

export const en: ReleaseTexts = {
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
  },
  stays: (release) => `Data release ${release} stays in use.`,
  lacking: (release, overlay, address) =>
    `This workbook uses data that ${overlay} added (${release}${address && `, ${address}`}) and that this add-in does not have. Its figures stay as they are; move it with the add-in that has them.`,
  needed: (release, newest) => `this workbook is on data release ${release}, and the newest one here is ${newest}`,
};
