/* What the explorer's scripts hand each other through `globalThis.errorbook`. Classic scripts, so that they run on file://. */

/** One wording taken apart: `literals[0] {names[0]} literals[1] ...`; one literal more than names. */
interface ErrorbookWire {
  literals: string[];
  names: string[];
}

interface ErrorbookEntry {
  id: string;
  address: string;
  title: string;
  statuses: number[];
  /** None of the statuses is the error's own. */
  undocumented?: true;
  types: string[];
  exceptions: string[];
  module: string;
  retry: string;
  who: string;
  state: string;
  templates: ErrorbookWire[];
  /** What to search in, by weight: folded, in all languages, a clause a line; `wire` without the entry's own names. */
  words: { title: string; wire: string; cause: string; fix: string };
  /** Which of the index's operations return it. */
  operations: number[];
  /** Of each case that its request tells: the fields of the failing one, and whether they have a value. */
  cases?: Record<string, Record<string, boolean>>;
}

interface ErrorbookIndex {
  language: string;
  errors: ErrorbookEntry[];
  /** Folded: what to call each in all languages, method and path. */
  operations: string[];
  placeholders: Record<string, { label: string; shareable: boolean }>;
  /** Folded: words that say nothing beside others, what readers' words mean here, standard phrases of the statuses. */
  vocabulary: { idle: string[]; synonyms: Record<string, string>; reasons: Record<string, string> };
}

/** A word that was typed; it stands for a `status`, or is `exact`ly one; `meant` is the same in the words of the entries. */
interface ErrorbookTerm {
  text: string;
  status: number;
  exact: boolean;
  /** Entries need not say it. */
  idle: boolean;
  meant: string[];
}

/** From and to, as places in a text. */
type ErrorbookSpan = [number, number];

/** A word in lower case and its place in the source. */
interface ErrorbookWord {
  text: string;
  start: number;
  end: number;
}

/** Text without whitespace and escapes; `starts[i]` to `ends[i]` is where `chars[i]` stood, `spaced` says before which blanks stood. */
interface ErrorbookSquash {
  chars: string;
  lower: string;
  starts: number[];
  ends: number[];
  spaced: Set<number>;
}

interface ErrorbookField {
  /** In lower-case letters only. */
  key: string;
  value: string;
  /** It is the field `error` with an identifier for value. */
  declares: boolean;
  /** Where the key stands. */
  place: number;
  /** Where the value begins and ends. */
  start: number;
  end: number;
}

interface ErrorbookPaste {
  source: string;
  folded: string;
  blocks: ErrorbookSpan[];
  fields: ErrorbookField[];
  /** Of the fields, to search in. */
  places: number[];
  classes: Set<string>;
  statuses: Set<number>;
  /** Where the values of fields `error_description` begin: by that name we know the service. */
  descriptions: Set<number>;
  /** Nothing but words on one line: more likely typed than pasted. */
  plain: boolean;
  /** A single word, more likely one to search for. */
  word: boolean;
  /** Where all that is not blank, quote or dots begins and ends. */
  first: number;
  last: number;
  described: boolean;
}

/** One wording of an entry, taken apart. */
interface ErrorbookWording extends ErrorbookWire {
  entry: number;
  /** Its words, null where a value stands. */
  steps: (string | null)[];
  /** The words that stand alone whatever the values are. */
  safe: string[];
}

interface ErrorbookPattern {
  entry: number;
  names: string[];
  literals: string[];
  lower: string[];
  /** Before which characters of each literal whitespace stood. */
  gaps: Set<number>[];
  /** The words of a template, null where a value stands. */
  steps: (string | null)[];
  size: number;
  weight: number;
  strong: boolean;
}

interface ErrorbookFit {
  spans: ErrorbookSpan[];
  cased: boolean;
}

/** A part of a message: the weight of its literals that is there, which ends were lost, and whether within a word. */
interface ErrorbookPart {
  matched: number;
  head: boolean;
  tail: boolean;
  torn: boolean;
  spans: ErrorbookSpan[];
}

interface ErrorbookNear {
  matched: number;
  extra: number;
  around: number;
  /** Characters of the template's words up to where the text breaks off; 0 if it does not. */
  cut: number;
  spans: ErrorbookSpan[];
}

/** What an entry's responses say besides their messages; classes without their packages. */
interface ErrorbookTraits {
  types: Set<string>;
  classes: Set<string>;
  statuses: Set<number>;
}

/** `types` are known ones; `declared` is what fields `error` say; `foreign`: nothing known. */
interface ErrorbookClaims extends ErrorbookTraits {
  declared: Set<string>;
  foreign: boolean;
}

/** A paste and what it says besides its messages. */
interface ErrorbookPasteReading {
  paste: ErrorbookPaste;
  claims: ErrorbookClaims;
}

interface ErrorbookLibrary {
  /** Templates whose rarest word stands in the block, be it broken by the end of a line. */
  candidates(folded: string, block: ErrorbookSpan): ErrorbookPattern[];
  /** Templates with most in common with a text, by the length of the words that are not everywhere. */
  alike(words: ErrorbookWord[]): { patterns: ErrorbookPattern[]; likeness: number };
  /** Words that no template has, but for a slip, as the templates have them. */
  correct(words: ErrorbookWord[]): ErrorbookWord[];
}

interface ErrorbookSpelling {
  /** Words that begin or end with it. */
  completions(part: string): string[];
  /** The word that was meant, if a letter is missing, one too many, another or in its neighbour's place. */
  correct(word: string): string;
}

/** What of a response matched: its text, its type, its class or its status. */
type ErrorbookReason = "message" | "error" | "exception" | "status";

interface ErrorbookRegister {
  traits: ErrorbookTraits[];
  /** What the paste says as a whole. */
  read(paste: ErrorbookPaste): ErrorbookPasteReading;
  /** What it says of one message: the types of the same object, or if that declares none, of the whole. */
  narrow(reading: ErrorbookPasteReading, span: ErrorbookSpan): ErrorbookPasteReading;
  /** The known types that other fields of the same object say. */
  ownTypes(paste: ErrorbookPaste, span: ErrorbookSpan): Set<string>;
  /** One of these types belongs to the error of a template. */
  supports(pattern: ErrorbookPattern, types: Set<string>): boolean;
  /** The message says no more than some type does: `Bad Request`, which many a product says. */
  repeatsType(pattern: ErrorbookPattern): boolean;
  /** The entry that alone has what is claimed: the type, the class, or both. */
  onlyBearer(claims: ErrorbookClaims): number | null;
}

/** How an entry fits: thousandths of its message, what of it is there, what else agrees, characters in its values. */
interface ErrorbookHit {
  entry: number;
  exact: boolean;
  ratio: number;
  size: number;
  because: ErrorbookReason[];
  contradicted: boolean;
  captures: Record<string, string>;
  held: number;
}

/** All hits of one kind in a paste. */
type ErrorbookFinder = (reading: ErrorbookPasteReading) => Iterable<ErrorbookHit>;

interface ErrorbookResult {
  id: string;
  case: string;
  score: number;
  captures: Record<string, string>;
  /** What of the paste matched. */
  because: ErrorbookReason[];
}

interface ErrorbookOutcome {
  match: "exact" | "close" | "none";
  results: ErrorbookResult[];
}

interface ErrorbookMatcher {
  match(text: string): ErrorbookOutcome;
  /** The same without guesses. */
  find(text: string): ErrorbookOutcome;
  /** The nearest entries, for a text that is none. */
  guess(text: string): ErrorbookResult[];
}

/** Entries and scores in thousandths, best first. */
type ErrorbookGuesser = (paste: ErrorbookPaste, reasons: ErrorbookReason[][]) => [number, number][];

/** Whether what stands from `start` to `end` counts. */
type ErrorbookPlace = (text: string, start: number, end: number) => boolean;

/** Texts laid end to end. */
interface ErrorbookHaystack {
  texts: string[];
  /** Numbers of the texts that hold a term, in order. */
  holders(term: string, fits?: ErrorbookPlace): number[];
}

/** Chosen values by the name of the filter. */
type ErrorbookFilters = Record<string, string[]>;

/** A stretch of a text that nobody else should read; `kind` is how it is called where it stood. */
interface ErrorbookSecret {
  start: number;
  end: number;
  kind: string;
}

/** Where a name stands that tells of a secret, and of which kind. */
interface ErrorbookName {
  start: number;
  end: number;
  kind: string;
}

/** Where the value of a name stands, without its quotes. */
interface ErrorbookValue {
  start: number;
  end: number;
  quoted: boolean;
}

/** The values of one name, and where to look for the next name. */
interface ErrorbookValues {
  values: ErrorbookValue[];
  end: number;
}

/** How many entries each value of each filter would leave. */
type ErrorbookCounts = Record<string, Map<string, number>>;

/** One link with all it is copied as, by the name of the format. */
type ErrorbookCopies = Record<"address" | "markdown" | "html" | "plain", string>;

/** Words in one style, a placeholder among them as its name in brackets; `href` of a link. */
type ErrorbookPhrase = [style: "text" | "code" | "strong" | "link", pieces: (string | [string])[], href?: string];

interface ErrorbookCause {
  case: string;
  cause: ErrorbookPhrase[];
  fix: ErrorbookPhrase[];
}

interface ErrorbookState {
  q: string;
  filters: ErrorbookFilters;
}

/** What is to be seen: entries in their order, and what the reader is told of them. */
interface ErrorbookScene {
  state: "browse" | "match" | "none";
  shown: string[];
  match: ErrorbookOutcome["match"];
  /** The best one is not among what the filters leave. */
  outside: boolean;
  captures: Record<string, string>;
  because: ErrorbookReason[];
  case: string;
  guesses: string[];
  /** Worked out when asked for: nobody waits for them. */
  counts(): ErrorbookCounts;
  /** What was asked. */
  text: string;
}

/** What the best entry says of the match, below what it always says. */
interface ErrorbookFound {
  show(row: HTMLElement, scene: ErrorbookScene): void;
  /** The same match in another text. */
  renew(text: string): void;
  clear(): void;
}

interface ErrorbookRows {
  count: number;
  rowOf(id: string): HTMLElement | undefined;
  /** The entries that are wanted, be they in the page yet or not. */
  shown(): string[];
  show(ids: string[]): void;
}

interface ErrorbookView {
  show(scene: ErrorbookScene): void;
  /** The links of what is shown, entries or guesses, in their order. */
  links(): HTMLAnchorElement[];
}

interface Errorbook {
  text: {
    SPACE: string;
    foldQuotes(text: string): string;
    lower(text: string): string;
    findWords(text: string, start?: number, end?: number): ErrorbookWord[];
    joinLines(text: string): string;
    squash(text: string, start?: number, end?: number): ErrorbookSquash;
    condense(text: string): string;
    indexAt(text: ErrorbookSquash, place: number): number;
    lowerBound<T extends number | string>(sorted: T[], value: T): number;
    unescape(text: string, depth: number): string;
    unwrap(text: string): string;
    undress(text: string): string;
    weigh(text: string): number;
    weighWord(word: ErrorbookWord): number;
    isLatin(word: string): boolean;
  };
  blocks: {
    LONGEST: number;
    findBlocks(folded: string): ErrorbookSpan[];
    blocksOfWords(folded: string, blocks: ErrorbookSpan[]): Iterable<{ block: ErrorbookSpan; words: ErrorbookWord[] }>;
    beforeBackslashes(folded: string, place: number): number;
    unique(spans: ErrorbookSpan[]): ErrorbookSpan[];
  };
  windows: {
    windows(folded: string, block: ErrorbookSpan): ErrorbookSpan[];
    depthAt(folded: string, start: number): number;
    hasMore(folded: string, end: number): boolean;
    isSetOff(folded: string, span: ErrorbookSpan): boolean;
  };
  fields: {
    readFields(folded: string): ErrorbookField[];
    readStatuses(folded: string, fields: ErrorbookField[]): Set<number>;
    readDescriptions(folded: string, fields: ErrorbookField[]): Set<number>;
    readClasses(folded: string): Set<string>;
    shortName(name: string): string;
  };
  paste: {
    readPaste(text: string): ErrorbookPaste;
    isAll(paste: ErrorbookPaste, span: ErrorbookSpan): boolean;
    fieldsAround(paste: ErrorbookPaste, span: ErrorbookSpan): ErrorbookField[];
    fieldsBetween(paste: ErrorbookPaste, start: number, end: number): ErrorbookField[];
  };
  cases: {
    tellCase(paste: ErrorbookPaste, bodies?: ErrorbookEntry["cases"]): string;
  };
  fit: {
    readWording(entry: number, wire: ErrorbookWire): ErrorbookWording;
    buildPattern(wording: ErrorbookWording): ErrorbookPattern;
    fit(pattern: ErrorbookPattern, text: ErrorbookSquash, start: number, end: number): ErrorbookFit | null;
    mayHold(pattern: ErrorbookPattern, number: number, text: ErrorbookSquash, start: number, end: number): boolean;
    mayBegin(pattern: ErrorbookPattern, number: number, text: ErrorbookSquash, start: number): boolean;
  };
  part: {
    findPart(pattern: ErrorbookPattern, text: ErrorbookSquash, start: number, end: number): ErrorbookPart | null;
  };
  spelling: {
    createSpelling(known: Iterable<string>): Generator<unknown, ErrorbookSpelling>;
    /** They differ in one letter, or in the order of two neighbours. */
    isSlip(word: string, known: string): boolean;
  };
  trust: {
    FEW: number;
    trustFit(pattern: ErrorbookPattern, paste: ErrorbookPaste, found: ErrorbookFit, alone: boolean, supported: boolean): boolean;
    trustPart(pattern: ErrorbookPattern, paste: ErrorbookPaste, found: ErrorbookPart, span: ErrorbookSpan, supported: boolean): boolean;
    trustNear(pattern: ErrorbookPattern, found: ErrorbookNear, plain: boolean, supported: boolean): boolean;
  };
  hits: {
    bestHits(hits: Iterable<ErrorbookHit>): ErrorbookHit[];
    scoreOf(hit: ErrorbookHit): number;
    readCaptures(paste: ErrorbookPaste, pattern: ErrorbookPattern, spans: ErrorbookSpan[], depth: number): Record<string, string>;
  };
  near: {
    near(pattern: ErrorbookPattern, words: ErrorbookWord[], last: boolean): ErrorbookNear | null;
  };
  library: { createLibrary(entries: ErrorbookEntry[]): ErrorbookLibrary };
  claims: {
    wireOf(entry: ErrorbookEntry): string;
    createRegister(entries: ErrorbookEntry[]): ErrorbookRegister;
    agree(claims: ErrorbookClaims, traits: ErrorbookTraits): ErrorbookReason[];
    /** It declares a type that the entry does not have. */
    contradict(claims: ErrorbookClaims, traits: ErrorbookTraits): boolean;
    weighReasons(reasons: ErrorbookReason[]): number;
  };
  whole: { createWholeFinder(register: ErrorbookRegister, library: ErrorbookLibrary): ErrorbookFinder };
  partial: { createPartialFinder(register: ErrorbookRegister, library: ErrorbookLibrary): ErrorbookFinder };
  guess: { createGuesser(index: ErrorbookIndex): Generator<unknown, ErrorbookGuesser> };
  match: { createMatcher(index: ErrorbookIndex): ErrorbookMatcher };
  haystack: {
    createHaystack(texts: string[]): ErrorbookHaystack;
    /** The words of many texts. */
    collectWords(...haystacks: ErrorbookHaystack[]): Generator<unknown, Set<string>>;
  };
  terms: { createTerms(index: ErrorbookIndex): (q: string) => ErrorbookTerm[] };
  words: { createSearch(index: ErrorbookIndex): (q: string) => ErrorbookEntry[] };
  state: {
    FILTERS: string[];
    readState(search: string): ErrorbookState;
    writeState(state: ErrorbookState, search: string): string;
    isShareable(text: string): boolean;
  };
  ticket: {
    writeTicket(captures: Record<string, string>, placeholders: ErrorbookIndex["placeholders"], cause?: string): string;
  };
  quotes: {
    QUOTE: string;
    endOfQuoted(text: string, start: number, quote: string): number;
    skip(pattern: RegExp, text: string, start: number): number;
    skipEscape(text: string, start: number): number;
  };
  names: {
    nextName(text: string, from: number): ErrorbookName | null;
    isMasked(text: string): boolean;
  };
  pairs: { findValues(text: string, name: ErrorbookName): ErrorbookValues };
  secrets: {
    findNamed(text: string): Iterable<ErrorbookSecret>;
    isBroken(before: string, after: string): boolean;
  };
  shapes: { UUID: string; findShaped(text: string): Iterable<ErrorbookSecret> };
  contacts: { findContacts(text: string): Iterable<ErrorbookSecret> };
  redact: {
    redact(text: string): string;
    locate(text: string): ErrorbookSecret[];
    mask(text: string, secrets: ErrorbookSecret[]): string;
  };
  masked: {
    /** Puts the masked text into its place, and returns it; `told` says how much was masked. */
    showMasked(preview: HTMLElement, told: HTMLElement, text: string, words: Record<string, string>): string;
  };
  copies: { writeCopies(title: string, address: string, block: string): ErrorbookCopies };
  facets: {
    /** The values by which each filter knows an entry. */
    FACETS: Record<string, (entry: ErrorbookEntry) => string[]>;
    createChoice(filters: ErrorbookFilters): (entry: ErrorbookEntry) => boolean;
    countValues(entries: ErrorbookEntry[], filters: ErrorbookFilters): ErrorbookCounts;
  };
  scene: {
    createScenes(index: ErrorbookIndex, matcher: ErrorbookMatcher): (state: ErrorbookState) => ErrorbookScene;
    rehearse(index: ErrorbookIndex, buildScene: (state: ErrorbookState) => ErrorbookScene): Generator<unknown, void>;
  };
  loading: {
    loadIndex(address: string): Promise<ErrorbookIndex>;
    loadMatcher(address: string): Promise<ErrorbookMatcher>;
    /** Runs a script, once. */
    loadScript(address: string): Promise<void>;
  };
  address: {
    writeSearch(search: string, replace: boolean): void;
    hideQueryFromTheme(): void;
  };
  lists: {
    append<K, V>(lists: Map<K, V[]>, key: K, value: V): void;
  };
  later: {
    /** What `make` will have made: it is asked for with a call. */
    later<T>(make: () => Generator<unknown, T>): () => T;
    prepare(): Generator<unknown, void>;
    /** `build` of each, a step each. */
    each<T, U>(values: Iterable<T>, build: (value: T) => U): Generator<unknown, U[]>;
  };
  breath: {
    painted(): Promise<void>;
    pause(): Promise<void>;
    /** Takes all steps, unless it is called off. */
    inSlices(steps: Iterable<unknown>, signal: AbortSignal): Promise<void>;
  };
  rows: { createRows(list: HTMLElement): ErrorbookRows };
  prose: {
    /** What the scripts that are loaded call. */
    put(module: string, causes: Record<string, ErrorbookCause[]>): void;
    /** The causes of an entry, now if they are there, else once their script is loaded. */
    withCauses(folder: string, entry: ErrorbookEntry, use: (causes: ErrorbookCause[]) => void, fail: () => void): void;
    buildProse(phrases: ErrorbookPhrase[], valueOf: (name: string) => Node): Node[];
  };
  found: {
    createFound(root: HTMLElement, index: ErrorbookIndex, words: Record<string, string>): ErrorbookFound;
    shorten(text: string): string;
    element(tag: string, name?: string, ...content: (string | Node)[]): HTMLElement;
  };
  view: { createView(root: HTMLElement, index: ErrorbookIndex): ErrorbookView };
  keys: {
    listenToKeys(
      root: HTMLElement,
      query: HTMLTextAreaElement,
      act: {
        links(): HTMLElement[];
        /** Whether there was something to open. */
        open(): boolean;
        clear(): void;
      },
      signal: AbortSignal,
    ): void;
  };
  controls: {
    readControls(form: HTMLFormElement): ErrorbookFilters;
    writeControls(form: HTMLFormElement, filters: ErrorbookFilters): void;
    writeCounts(form: HTMLFormElement, counts: ErrorbookCounts): void;
    offered(form: HTMLFormElement, filters: ErrorbookFilters): ErrorbookFilters;
  };
}

/** A ticket's values by placeholder, and the id of a cause or nothing. */
interface ErrorbookTicket {
  values: Map<string, string>;
  case: string;
}

declare var errorbookReadTicket: ((fragment: string) => ErrorbookTicket | null) | undefined;
declare var document$: Window["document$"] | undefined;
declare var errorbook: Errorbook;
declare var errorbookIndex: ErrorbookIndex | undefined;
