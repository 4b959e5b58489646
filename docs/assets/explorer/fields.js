// @ts-check
"use strict";

/* What the fields of a paste say, and what else has a name in it. Twin of src/errorbook/explorer/fields.py. */
(() => {
  const { lower } = errorbook.text;

  const FIELD =
    /(?:^|[ \t\r\n[{,("'`&?<])([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*["'`]?\]?[ \t\r\n]*(?:=>|[:=])[ \t\r\n]*(?:(?:string\([0-9]+\) )?\\*["'`]([^"'`\\\r\n]*)|([^ \t\r\n,;"'`}\]\\]+))/g;
  /** As PHP prints an array: what has blanks has no quotes either. */
  const PRINTED = /\[([A-Za-z_][A-Za-z0-9_.-]{0,60})\] => ([^\r\n]*[^ \t\r\n])/g;
  const NAME = /[A-Za-z0-9_.$]+/g;
  const HTTP = /HTTP\/[0-9.]+ +([1-5][0-9][0-9])(?![0-9])/g;
  const CODE = /(?:^|[^A-Za-z0-9_.-])([45][0-9][0-9])(?![A-Za-z0-9_.-])/g;
  const TYPE = /^[A-Za-z][A-Za-z0-9_.]*$/;
  const OWN = "errordescription";
  const OWN_ELEMENT = /<error_?[dD]escription>/g;

  /**
   * By their places.
   * @param {string} folded
   * @returns {ErrorbookField[]}
   */
  function readFields(folded) {
    const fields = [...folded.matchAll(FIELD)].map((found) => toField(found, found[3] || found[2] || "", found[3] === undefined));
    const printed = [...folded.matchAll(PRINTED)].map((found) => toField(found, found[2], false));
    return [...fields, ...printed].sort((a, b) => a.place - b.place);
  }

  /**
   * @param {RegExpExecArray} found
   * @param {string} value
   * @param {boolean} quoted
   * @returns {ErrorbookField}
   */
  function toField(found, value, quoted) {
    const key = lower(found[1]).replace(/[^a-z]/g, "");
    const end = found.index + found[0].length;
    const place = found.index + found[0].indexOf(found[1]);
    const declares = key === "error" && TYPE.test(value) && (quoted || value.includes("_"));
    return { key, value, declares, place, start: end - value.length, end };
  }

  /**
   * Those said to be one; else every number that could be one of an error.
   * @param {string} folded
   * @param {ErrorbookField[]} fields
   * @returns {Set<number>}
   */
  function readStatuses(folded, fields) {
    const told = new Set([...folded.matchAll(HTTP)].map((found) => Number(found[1])));
    for (const { key, value } of fields) {
      if (/status|code/.test(key) && /^[1-5][0-9][0-9]$/.test(value)) told.add(Number(value));
    }
    return told.size ? told : new Set([...folded.matchAll(CODE)].map((found) => Number(found[1])));
  }

  /**
   * Where the values of fields `error_description` begin.
   * @param {string} folded
   * @param {ErrorbookField[]} fields
   */
  function readDescriptions(folded, fields) {
    const told = fields.filter((field) => field.key === OWN).map((field) => field.start);
    return new Set([...told, ...[...folded.matchAll(OWN_ELEMENT)].map((found) => found.index + found[0].length)]);
  }

  /** What may be names of exception classes, without their packages. @param {string} folded */
  function readClasses(folded) {
    return new Set([...folded.matchAll(NAME)].map((found) => shortName(found[0])));
  }

  /** `SecurityException` of `org.apache.usergrid.rest.exceptions.SecurityException`. @param {string} name */
  function shortName(name) {
    let end = name.length;
    while (name.charAt(end - 1) === ".") end--;
    return name.slice(name.lastIndexOf(".", end - 1) + 1, end);
  }

  errorbook.fields = { readFields, readStatuses, readDescriptions, readClasses, shortName };
})();
