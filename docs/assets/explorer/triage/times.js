// @ts-check
"use strict";

/* Time stamps as logs write them. */
(() => {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const COMMON = [
    "(?<year>\\d{4})[-/](?<month>\\d\\d)[-/](?<day>\\d\\d)[T ]", // ISO 8601, most frameworks, nginx's own errors
    "(?<webDay>\\d\\d)[/ -](?<webMonth>[A-Z][a-z]{2})[/ -](?<webYear>\\d{4})[: ]", // access logs, HTTP's header Date, Tomcat, PHP
    "(?<sysMonth>[A-Z][a-z]{2}) {1,2}(?<sysDay>\\d{1,2}) ", // syslog
  ].join("|");
  /** Sought where no common one stands: each way to write a day costs time at every character. */
  const RARE = [
    "(?<hanYear>\\d{4})年(?<hanMonth>\\d{1,2})月(?<hanDay>\\d{1,2})日 ?",
    "(?<![\\d/])(?<oneHalf>\\d{1,2})/(?<otherHalf>\\d{1,2})/(?<halfYear>\\d{4}),? ", // .NET; months first unless they cannot be
    "(?<![\\d.])(?<dotDay>\\d{1,2})[.](?<dotMonth>\\d{1,2})[.](?<dotYear>\\d{4}),? ",
    "(?<!\\d)(?<bareYear>\\d{4})(?<bareMonth>\\d\\d)(?<bareDay>\\d\\d)[T ]", // ISO 8601 without signs
    "(?<![\\d-])(?<catMonth>\\d\\d)-(?<catDay>\\d\\d) ", // logcat
    "(?<![A-Za-z\\d])[IWEF](?<klogMonth>\\d\\d)(?<klogDay>\\d\\d) ", // klog
  ].join("|");
  const CLOCK = "(?<hour>\\d{1,2})(?:[:时]|(?<=T\\d\\d))(?<minute>\\d\\d)(?:[:分]|(?<=T\\d{4}))(?<second>\\d\\d)秒?(?:[.,](?<part>\\d{1,9}))?(?: ?(?<half>[AP]M))?";
  const ZONE = "(?: ?(?<zone>Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)(?![\\d:]))?";
  const [DATED, OTHERWISE] = [COMMON, RARE].map((day) => new RegExp(`(?:${day})${CLOCK}${ZONE}`, "g"));
  /** What every date with a time has, and most texts have not. */
  const CLOCKED = /:\d\d:\d\d|\d时\d\d分|T\d{6}/;
  /** Seconds or milliseconds, at the start or in a field that is called a time. */
  const EPOCH = /(?:^\[?|(?:time(?:stamp)?|ts|date)\\*["'\]]*\s*(?:=>|[:=])\s*\\*["']?)([12]\d{9})(?:[.](\d{1,9})|(\d{3}))?(?!\d)/gi;

  /** @param {string} text */
  function patternsFor(text) {
    return CLOCKED.test(text) ? [DATED, OTHERWISE, EPOCH] : [EPOCH];
  }

  /** @type {Errorbook["times"]["findTime"]} */
  function findTime(text) {
    for (const pattern of patternsFor(text)) {
      for (const found of text.matchAll(pattern)) {
        const time = readTime(found);
        if (time) return time;
      }
    }
    return null;
  }

  /** @type {Errorbook["times"]["findLastTime"]} */
  function findLastTime(text) {
    for (const pattern of patternsFor(text)) {
      const times = [...text.matchAll(pattern)].map(readTime).filter((time) => time !== null);
      if (times.length) return times[times.length - 1];
    }
    return null;
  }

  /** Where the year is not told nothing is known, and the order of the log stands. @type {Errorbook["times"]["isBefore"]} */
  function isBefore(one, other) {
    return one.at !== null && other.at !== null && one.at < other.at;
  }

  /**
   * @param {RegExpMatchArray} found
   * @returns {ErrorbookTime | null}
   */
  function readTime(found) {
    const end = (found.index ?? 0) + found[0].length;
    if (found.groups) return readDate(found.groups, found[0], end);
    const at = Number(found[1]) * 1000 + readPart(found[2] ?? found[3]);
    return { text: new Date(at).toISOString(), at, end, epoch: true };
  }

  /**
   * @param {Record<string, string | undefined>} groups
   * @param {string} text
   * @param {number} end
   * @returns {ErrorbookTime | null}
   */
  function readDate(groups, text, end) {
    const { minute, second, part, zone } = groups;
    const [year, month, day] = readDay(groups);
    const hour = readHour(groups);
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24)) return null;
    if (!year) return { text, at: null, end, epoch: false };
    const at = Date.UTC(year, month - 1, day, hour, Number(minute), Number(second), readPart(part));
    return { text, at: at - readZone(zone), end, epoch: false };
  }

  /**
   * Year, month and day; 0 where they are not told.
   * @param {Record<string, string | undefined>} groups
   */
  function readDay(groups) {
    const { year, month, day, webYear, webMonth, webDay, sysMonth, sysDay } = groups;
    if (year) return [Number(year), Number(month), Number(day)];
    const name = webMonth ?? sysMonth;
    if (name) return [Number(webYear ?? 0), MONTHS.indexOf(name) + 1, Number(webDay ?? sysDay)];
    return readRareDay(groups);
  }

  /** @param {Record<string, string | undefined>} groups */
  function readRareDay(groups) {
    const { hanYear, hanMonth, hanDay, dotYear, dotMonth, dotDay, bareYear, bareMonth, bareDay, halfYear, catMonth, catDay, klogMonth, klogDay } = groups;
    const halves = [Number(groups.oneHalf), Number(groups.otherHalf)];
    if (halves[0] > 12) halves.reverse();
    if (halfYear) return [Number(halfYear), ...halves];
    const month = hanMonth ?? dotMonth ?? bareMonth ?? catMonth ?? klogMonth;
    const day = hanDay ?? dotDay ?? bareDay ?? catDay ?? klogDay;
    return [Number(hanYear ?? dotYear ?? bareYear ?? 0), Number(month), Number(day)];
  }

  /** @param {Record<string, string | undefined>} groups */
  function readHour({ hour, half }) {
    return half ? (Number(hour) % 12) + (half === "PM" ? 12 : 0) : Number(hour);
  }

  /** Both in the form in which they stand, if that is the same; else in one. @type {Errorbook["times"]["inOneForm"]} */
  function inOneForm(first, last) {
    if (first?.at == null || last?.at == null || formOf(first.text) === formOf(last.text)) return [first?.text ?? "", last?.text ?? ""];
    return [renderPlain(first), renderPlain(last)];
  }

  /** @param {string} text */
  function formOf(text) {
    return text.replace(/\d/g, "0").replace(/[A-Z][a-z]{2}/, "Mon");
  }

  /** On the clock of its own zone, which is told if the log does. @param {ErrorbookTime} time */
  function renderPlain({ text, at }) {
    const [, zone = ""] = /(Z|UTC|GMT|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
    const shown = new Date(Number(at) + readZone(zone)).toISOString().slice(0, 19).replace("T", " ");
    return zone ? `${shown} ${/\d/.test(zone) ? zone : "Z"}` : shown;
  }

  /** Milliseconds of the digits behind the point. @param {string | undefined} digits */
  function readPart(digits) {
    return Number((digits ?? "").padEnd(3, "0").slice(0, 3));
  }

  /** Milliseconds east of UTC; a log that names no zone has one only. @param {string | undefined} zone */
  function readZone(zone) {
    if (!zone || !/\d/.test(zone)) return 0;
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
    return (zone[0] === "-" ? -minutes : minutes) * 60_000;
  }

  errorbook.times = { findTime, findLastTime, isBefore, inOneForm };
})();
