// @ts-check
"use strict";

/* What a paste says besides its message: type, class and status. Twin of src/errorbook/explorer/claims.py. */
(() => {
  const { lower } = errorbook.text;
  const { shortName } = errorbook.fields;
  const { fieldsAround } = errorbook.paste;

  /** What a message weighs that is this service's own, even if it says no more than a type. */
  const DISTINCT = 22;
  /** The type weighs more than class and status together. @type {Record<ErrorbookReason, number>} */
  const WEIGHTS = { message: 0, error: 60, exception: 30, status: 10 };

  /**
   * All that responses say and all names of an entry, folded. Twin of `wire_of` in src/errorbook/explorer/index.py.
   * @param {ErrorbookEntry} entry
   */
  function wireOf({ id, statuses, types, exceptions, module, words }) {
    return [...[id, ...statuses, ...types, ...exceptions, module].map((name) => String(name).toLowerCase()), words.wire].join("\n");
  }

  /**
   * @param {ErrorbookEntry[]} entries
   * @returns {ErrorbookRegister}
   */
  function createRegister(entries) {
    const traits = entries.map((entry) => ({
      types: new Set(entry.types),
      classes: new Set(entry.exceptions.map(shortName)),
      statuses: new Set(entry.statuses),
    }));
    const known = new Set(entries.flatMap((entry) => entry.types));
    const said = new Set([...known].map(bare));

    /** @param {ErrorbookField[]} fields */
    function typesOf(fields) {
      return new Set(fields.map((field) => field.value).filter((value) => known.has(value)));
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookField[]} fields
     */
    function claimsOf({ classes, statuses }, fields) {
      const types = typesOf(fields);
      const declared = new Set(fields.filter((field) => field.declares).map((field) => field.value));
      return { types, declared, classes, statuses, foreign: declared.size > 0 && types.size === 0 };
    }

    return {
      traits,

      read: (paste) => ({ paste, claims: claimsOf(paste, paste.fields) }),

      narrow({ paste, claims }, span) {
        const own = claimsOf(paste, fieldsAround(paste, span));
        return { paste, claims: own.declared.size ? own : { ...claims, declared: new Set(), foreign: false } };
      },

      ownTypes: (paste, span) => typesOf(fieldsAround(paste, span)),

      supports: ({ entry }, types) => meet(types, traits[entry].types),

      repeatsType({ size, names, lower }) {
        return size < DISTINCT && names.length === 0 && said.has(bare(lower[0]));
      },

      onlyBearer(claims) {
        const numbers = traits.map((_, number) => number);
        const own = new Set([...claims.types].filter((name) => !name.includes(" "))); // others are everybody's
        const ofType = numbers.filter((number) => meet(own, traits[number].types));
        const ofClass = numbers.filter((number) => meet(claims.classes, traits[number].classes));
        const both = ofType.filter((number) => ofClass.includes(number));
        const bearers = [both, ofType, ofClass].find((found) => found.length) ?? [];
        return bearers.length === 1 ? bearers[0] : null;
      },
    };
  }

  /**
   * In what the paste and an entry are the same.
   * @param {ErrorbookClaims} claims
   * @param {ErrorbookTraits} traits
   */
  function agree(claims, traits) {
    /** @type {ErrorbookReason[]} */
    const reasons = [];
    if (meet(claims.types, traits.types)) reasons.push("error");
    if (meet(claims.classes, traits.classes)) reasons.push("exception");
    if (meet(claims.statuses, traits.statuses)) reasons.push("status");
    return reasons;
  }

  /**
   * It declares a type that the entry does not have.
   * @param {ErrorbookClaims} claims
   * @param {ErrorbookTraits} traits
   */
  function contradict({ declared }, { types }) {
    return declared.size > 0 && types.size > 0 && !meet(declared, types);
  }

  /** In thousandths. @param {ErrorbookReason[]} reasons */
  function weighReasons(reasons) {
    return reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  }

  /** `badrequest` of `bad_request` and of `Bad Request.` @param {string} text */
  function bare(text) {
    return lower(text).replace(/[^a-z]/g, "");
  }

  /**
   * @template T
   * @param {Set<T>} one
   * @param {Set<T>} other
   */
  function meet(one, other) {
    if (one.size > 0) for (const value of other) if (one.has(value)) return true;
    return false;
  }

  errorbook.claims = { wireOf, createRegister, agree, contradict, weighReasons };
})();
