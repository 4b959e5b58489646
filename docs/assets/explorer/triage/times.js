// @ts-check
"use strict";

/* Time stamps as logs write them. */
(() => {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const DAY = [
    "(?<year>\\d{4})[-/](?<month>\\d\\d)[-/](?<day>\\d\\d)[T ]", // ISO 8601, most frameworks, nginx's own errors
    "(?<webDay>\\d\\d)[/ ](?<webMonth>[A-Z][a-z]{2})[/ ](?<webYear>\\d{4})[: ]", // access logs, HTTP's header Date
    "(?<sysMonth>[A-Z][a-z]{2}) {1,2}(?<sysDay>\\d{1,2}) ", // syslog
  ].join("|");
  const CLOCK = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,](?<part>\\d{1,9}))?";
  const ZONE = "(?: ?(?<zone>Z|[+-]\\d\\d:?\\d\\d)(?![\\d:]))?";
  const DATED = new RegExp(`(?:${DAY})${CLOCK}${ZONE}`, "g");
  /** Seconds or milliseconds, at the start or in a field that is called a time. */
  const EPOCH = /(?:^\[?|(?:time(?:stamp)?|ts|date)\\*["'\]]*\s*(?:=>|[:=])\s*\\*["']?)([12]\d{9})(?:[.](\d{1,9})|(\d{3}))?(?!\d)/gi;

  /** @type {Errorbook["times"]["findTime"]} */
  function findTime(text) {
    for (const pattern of [DATED, EPOCH]) {
      for (const found of text.matchAll(pattern)) {
        const time = readTime(found);
        if (time) return time;
      }
    }
    return null;
  }

  /** @type {Errorbook["times"]["findLastTime"]} */
  function findLastTime(text) {
    for (const pattern of [DATED, EPOCH]) {
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
    const { year, month, day, webYear, webMonth, webDay, sysMonth, sysDay, hour, minute, second, part, zone } = groups;
    const number = month ? Number(month) - 1 : MONTHS.indexOf(webMonth ?? sysMonth ?? "");
    if (number < 0 || number > 11) return null;
    if (sysMonth) return { text, at: null, end, epoch: false };
    const days = [Number(year ?? webYear), number, Number(day ?? webDay ?? sysDay)];
    const at = Date.UTC(days[0], days[1], days[2], Number(hour), Number(minute), Number(second), readPart(part));
    return { text, at: at - readZone(zone), end, epoch: false };
  }

  /** Milliseconds of the digits behind the point. @param {string | undefined} digits */
  function readPart(digits) {
    return Number((digits ?? "").padEnd(3, "0").slice(0, 3));
  }

  /** Milliseconds east of UTC; a log that names no zone has one only. @param {string | undefined} zone */
  function readZone(zone) {
    if (!zone || zone === "Z") return 0;
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
    return (zone[0] === "-" ? -minutes : minutes) * 60_000;
  }

  errorbook.times = { findTime, findLastTime, isBefore };
})();
