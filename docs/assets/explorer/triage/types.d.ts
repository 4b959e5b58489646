/* What the scripts of the log triage hand each other, beside ../types.d.ts. */

/** As it stands in the log, an epoch number made readable; milliseconds, or null where the year is not told. */
interface ErrorbookTime {
  text: string;
  at: number | null;
  /** Where its text ends. */
  end: number;
  /** It was a number. */
  epoch: boolean;
}

/** Bytes become text, in slices of any length. */
interface ErrorbookDecoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** Text becomes records, in slices of any length: lines that belong together, or requests of a HAR file. */
interface ErrorbookReader {
  push(text: string): Iterable<string>;
  end(): Iterable<string>;
  unit: "lines" | "requests";
  /** False if the text broke off. */
  isWhole(): boolean;
  /** Lines or requests so far. */
  count(): number;
}

/** Null where no time was found. */
interface ErrorbookPeriod {
  first: ErrorbookTime | null;
  last: ErrorbookTime | null;
}

interface ErrorbookTallyRow extends ErrorbookPeriod {
  entry: ErrorbookEntry;
  count: number;
}

/** The most frequent first, and the period of all; `samples` are some of the descriptions that no entry has. */
interface ErrorbookTallied extends ErrorbookPeriod {
  rows: ErrorbookTallyRow[];
  unknown: { count: number; samples: string[] };
}

interface ErrorbookTally {
  /** Another log begins: the clock of the one before does not speak for it. */
  begin(): void;
  /** Counts the errors of a record; stops after each, so that the page can breathe. */
  count(record: string): Iterable<void>;
  tallied(): ErrorbookTallied;
}

type ErrorbookRefusal = "empty" | "too_big" | "packed" | "binary" | "failed";

interface ErrorbookRead {
  /** Names of what was read to its end, in this order. */
  files: string[];
  refused: { file: string; why: ErrorbookRefusal }[];
  /** Names of those whose end is missing. */
  cut: string[];
  read: Record<ErrorbookReader["unit"], number>;
}

interface ErrorbookReport extends ErrorbookTallied, ErrorbookRead {
  seconds: number;
}

interface ErrorbookReading {
  signal: AbortSignal;
  /** Told which share of all bytes has been read. */
  progress(share: number): void;
}

/** Ends a stretch of work when it is time; throws once nobody waits for it any more. */
interface ErrorbookBreath {
  start(): void;
  isDue(): boolean;
  take(): Promise<void>;
}

interface ErrorbookRecordPart {
  text: string;
  time: ErrorbookTime | null;
  /** What the field of the description says; empty where there is none. */
  described: string;
}

interface Errorbook {
  times: {
    /** The first time in a text. */
    findTime(text: string): ErrorbookTime | null;
    findLastTime(text: string): ErrorbookTime | null;
    isBefore(one: ErrorbookTime, other: ErrorbookTime): boolean;
    /** Texts to show side by side; empty where there is no time. */
    inOneForm(first: ErrorbookTime | null, last: ErrorbookTime | null): [string, string];
  };
  decode: {
    createDecoder(sample?: number): ErrorbookDecoder;
    findKind(bytes: Uint8Array): "text" | "packed" | "binary";
  };
  records: { createRecords(): ErrorbookReader };
  har: { createRequests(): ErrorbookReader; isHar(text: string): boolean };
  parts: { splitRecord(record: string, found: number): Iterable<ErrorbookRecordPart> };
  tally: { createTally(index: ErrorbookIndex, matcher: ErrorbookMatcher): ErrorbookTally };
  reading: {
    /** Reads all that can be read, as one report; throws if the signal stops it. */
    readLogs(files: File[], tally: ErrorbookTally, reading: ErrorbookReading): Promise<ErrorbookReport>;
  };
  report: {
    /** What was read and found, and then a sentence for each file that was not. */
    tell(report: ErrorbookReport, words: Record<string, string>): string[];
    tellStatus(entry: ErrorbookEntry, words: Record<string, string>): string;
    renderMarkdown(report: ErrorbookReport, words: Record<string, string>, root: string): string;
  };
  table: {
    /** `published` begins the addresses in the report to copy. */
    showReport(root: HTMLElement, report: ErrorbookReport, words: Record<string, string>, published: string): void;
  };
}
