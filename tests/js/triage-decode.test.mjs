import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { createDecoder, findKind } = errorbook.decode;
const TEXT = "2026-11-22 error: 用户名 𠮷 已占用\r\nvalue of 张三 exists\n";

/** The encoder of the platform knows UTF-8 only. */
const GB18030 = { 用: [0xd3, 0xc3], 户: [0xbb, 0xa7], 名: [0xc3, 0xfb], 已: [0xd2, 0xd1], 占: [0xd5, 0xbc], 张: [0xd5, 0xc5], 三: [0xc8, 0xfd] };

const utf8 = (text) => new TextEncoder().encode(text);
const utf16 = (text, big) =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((char) => [...Array(char.length).keys()].flatMap((at) => {
    const pair = [char.charCodeAt(at) & 255, char.charCodeAt(at) >> 8];
    return big ? pair.reverse() : pair;
  })));
const gb18030 = (text) => Uint8Array.from([...text].flatMap((char) => GB18030[char] ?? [char.charCodeAt(0)]));

/** Decoded in slices that end at the given places. */
function decode(bytes, places, sample) {
  const decoder = createDecoder(sample);
  const ends = [...places, bytes.length];
  const texts = ends.map((end, number) => decoder.push(bytes.subarray(ends[number - 1] ?? 0, end)));
  return [...texts, decoder.end()].join("");
}

const CHINESE = TEXT.replace("𠮷", "名");
const FILES = {
  "UTF-8": [utf8(TEXT), TEXT],
  "UTF-8 with a mark": [utf8(`\ufeff${TEXT}`), TEXT],
  "UTF-16 little-endian": [utf16(TEXT, false), TEXT],
  "UTF-16 big-endian": [utf16(TEXT, true), TEXT],
  "GB 18030": [gb18030(CHINESE), CHINESE],
};

for (const [name, [bytes, text]] of Object.entries(FILES)) {
  test(`${name} is read, wherever the slices end`, () => {
    const places = [...bytes.keys()];
    for (const place of places) assert.equal(decode(bytes, [place]), text);
    assert.equal(decode(bytes, places), text);
  });

  test(`${name} is read on after the encoding is decided`, () => {
    for (const place of bytes.keys()) assert.equal(decode(bytes, [place], 8), text);
  });
}

test("holes in a log are left out", () => {
  const text = `${"\0".repeat(300)}one\0\n${TEXT}\0`;
  for (const place of [0, 100, 302, 320]) assert.equal(decode(utf8(text), [place], 8), `one\n${TEXT}`);
});

test("damaged UTF-8 stays UTF-8", () => {
  const cut = utf8(TEXT).slice(20); // begins inside a character
  const text = decode(cut, []);
  assert.match(text, /已占用\r\nvalue of 张三 exists/);
});

test("ASCII comes at once", () => assert.equal(createDecoder().push(utf8("error")), "error"));

test("text beyond ASCII may come late", () => {
  const text = `${"plain line\n".repeat(100)}${CHINESE}`;
  assert.equal(decode(gb18030(text), [300, 600], 8), text);
});

const KINDS = {
  text: [utf8(TEXT), utf8(`\0\0${TEXT}\0\0`), utf16("abc", false), utf16("abc", true), gb18030(CHINESE), utf8("")],
  packed: [[0x1f, 0x8b, 8], [0x50, 0x4b, 3, 4], [0x28, 0xb5, 0x2f, 0xfd], [0x42, 0x5a, 0x68], [0xfd, 0x37, 0x7a, 0x58], [0x37, 0x7a, 0xbc, 0xaf]],
  binary: [[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], Array(300).fill(0), [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
};

for (const [kind, files] of Object.entries(KINDS)) {
  test(`what is ${kind} is known by its first bytes`, () => {
    for (const bytes of files) assert.equal(findKind(Uint8Array.from(bytes)), kind);
  });
}
