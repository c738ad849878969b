/** What a byte comes to, for each byte; and what it comes to when one, two or three others follow it. */
const TABLES = [byByte((byte) => afterBits(byte))];
for (let others = 1; others < 4; others++) {
  const [least, before] = [TABLES[0]!, TABLES[others - 1]!];
  TABLES.push(byByte((byte) => (before[byte]! >>> 8) ^ least[before[byte]! & 255]!));
}
const [T0, T1, T2, T3] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];

function byByte(value: (byte: number) => number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => value(byte));
}

function afterBits(byte: number): number {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
}

/** The check sum that a zip archive keeps of each entry: four bytes at a time, the last ones singly. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  let at = 0;
  for (const fours = bytes.length - 3; at < fours; at += 4) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    sum = T3[sum & 255]! ^ T2[(sum >>> 8) & 255]! ^ T1[(sum >>> 16) & 255]! ^ T0[sum >>> 24]!;
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ T0[(sum ^ bytes[at]!) & 255]!;
  return ~sum >>> 0;
}
