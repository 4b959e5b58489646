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
  /** Lines or requests so far. */
  count(): number;
}

interface ErrorbookTallyRow {
  entry: ErrorbookEntry;
  count: number;
  first: ErrorbookTime | null;
  last: ErrorbookTime | null;
}

/** The most frequent first; `samples` are some of the descriptions that no entry has. */
interface ErrorbookTallied {
  rows: ErrorbookTallyRow[];
  unknown: { count: number; samples: string[] };
}

interface ErrorbookTally {
  /** Counts the errors of a record; stops after each, so that the page can breathe. */
  count(record: string): Iterable<void>;
  tallied(): ErrorbookTallied;
}

interface ErrorbookReport extends ErrorbookTallied {
  file: string;
  unit: ErrorbookReader["unit"];
  read: number;
  seconds: number;
}

interface ErrorbookReading {
  signal: AbortSignal;
  /** Told how many bytes have been read. */
  progress(bytes: number): void;
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
    /** Why a file cannot be read; null if it can. */
    refuse(file: File): Promise<"empty" | "too_big" | "packed" | "binary" | null>;
    /** Reads the whole; throws if the signal or the disk stops it. */
    readLog(file: File, tally: ErrorbookTally, reading: ErrorbookReading): Promise<ErrorbookReport>;
  };
  report: {
    /** First and last of all times. */
    findSpan(report: ErrorbookTallied): [ErrorbookTime, ErrorbookTime] | null;
    summarize(report: ErrorbookReport, words: Record<string, string>): string;
    renderMarkdown(report: ErrorbookReport, words: Record<string, string>, root: string): string;
  };
  table: {
    /** `links.file` ends the address of an entry on this site, `links.root` begins the published one. */
    showReport(
      root: HTMLElement,
      report: ErrorbookReport,
      words: Record<string, string>,
      links: { file: string; root: string },
    ): void;
  };
}
