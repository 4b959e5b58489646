// @ts-check
"use strict";

/* What a file is, by its first bytes, and its text. Twin of src/errorbook/decode.py. */
(() => {
  /** gzip, zip, 7z, xz, bzip2, zstd. */
  const PACKED = ["1f8b", "504b0304", "377abcaf", "fd377a58", "425a68", "28b52ffd"];
  /** Bytes that decide on the encoding, from the first that is not ASCII. */
  const SAMPLE = 64 * 1024;
  /** Bytes that decide on the kind, from the first that is not NUL. */
  const HEAD = 128 * 1024;
  /** Control characters that no text has, and the share of them that one with holes may have. */
  const CONTROLS = new Set([...Array(32).keys(), 127].filter((code) => code && !"\t\n\v\f\r\b\x1b".includes(String.fromCharCode(code))));
  const FEW = 0.01;

  /**
   * A crash leaves holes of NULs in a log; what else is there tells it from a program or a picture.
   * @type {Errorbook["decode"]["findKind"]}
   */
  function findKind(bytes) {
    const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (PACKED.some((magic) => start.startsWith(magic))) return "packed";
    if (!bytes.subarray(0, HEAD).includes(0) || findMark(bytes)) return "text";
    const begins = Math.max(0, bytes.findIndex(Boolean));
    const said = bytes.subarray(begins, begins + HEAD).filter(Boolean);
    const controls = said.filter((byte) => CONTROLS.has(byte)).length;
    return said.length && controls <= FEW * said.length ? "text" : "binary";
  }

  /**
   * UTF-16 by its mark. Else UTF-8; but where the first text beyond ASCII is none, and is GB 18030, that.
   * Until then both are the same, so nothing is ever read twice.
   * @type {Errorbook["decode"]["createDecoder"]}
   */
  function createDecoder(sample = SAMPLE) {
    /** @type {TextDecoder | null} */
    let decoder = null;
    let held = new Uint8Array(0);
    let fresh = true;

    /** @param {boolean} last */
    function decide(last) {
      const mark = fresh ? findMark(held) : null;
      if (mark) return new TextDecoder(mark);
      const beyond = findBeyond(held);
      if (!last && held.length - beyond < sample) return null;
      const name = ["utf-8", "gb18030"].find((encoding) => isIn(encoding, held.subarray(beyond), last));
      return new TextDecoder(name ?? "utf-8");
    }

    /** What is the same in every encoding need not wait. */
    function takeAscii() {
      const ascii = held.subarray(0, findBeyond(held));
      held = held.slice(ascii.length);
      fresh &&= ascii.length === 0;
      return new TextDecoder().decode(ascii);
    }

    return {
      push(bytes) {
        if (decoder) return closeHoles(decoder.decode(bytes, { stream: true }));
        held = join(held, bytes);
        decoder = decide(false);
        return closeHoles(decoder ? decoder.decode(held, { stream: true }) : takeAscii());
      },
      end() {
        return closeHoles(decoder ? decoder.decode() : (decide(true) ?? new TextDecoder()).decode(held));
      },
    };
  }

  /** @param {string} text */
  function closeHoles(text) {
    return text.includes("\0") ? text.replaceAll("\0", "") : text;
  }

  /** Where the first byte stands that is not ASCII, or the end. @param {Uint8Array} bytes */
  function findBeyond(bytes) {
    let at = 0;
    while (bytes[at] < 128) at += 1;
    return at;
  }

  /** @param {Uint8Array} bytes */
  function findMark([first, second]) {
    if (first === 0xff && second === 0xfe) return "utf-16le";
    return first === 0xfe && second === 0xff ? "utf-16be" : null;
  }

  /**
   * @param {string} encoding
   * @param {Uint8Array} bytes
   * @param {boolean} whole
   */
  function isIn(encoding, bytes, whole) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {Uint8Array} one
   * @param {Uint8Array} other
   */
  function join(one, other) {
    const both = new Uint8Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  }

  errorbook.decode = { createDecoder, findKind };
})();
