/* What the scripts of Run hand each other through `globalThis.errorbookRun`. */

/** A wording taken apart: `literals[0] {names[0]} literals[1] ...`; one literal more than names. */
interface RunMessage {
  literals: string[];
  names: string[];
}

/** What the table says of the error; see render_plan in src/errorbook/pages/run.py. */
interface RunDocumented {
  statuses: number[];
  types: string[];
  exceptions: string[];
  messages: RunMessage[];
  may_be_silent: boolean;
  envelope: "standard" | "oauth" | "partial" | "meta";
  legacy: boolean;
}

type RunRole = "given" | "fails" | "fixed";

/** A request of an example; its texts still hold `{{variables}}`. */
interface RunRequest {
  role: RunRole;
  title: string;
  name: string;
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
  /** Milliseconds before it. */
  wait: number;
}

/** The case: its requests, and every name that its file declares. */
interface RunPlan {
  names: Record<string, string>;
  requests: RunRequest[];
  error: RunDocumented;
}

/** What all cases share. `token` says where in the answers to `login` the token is. */
interface RunKit {
  words: Record<string, string>;
  login: RunRequest[];
  token: string;
  credentials: Record<string, string>;
}

/** What the page says of one of its requests. */
interface RunData {
  kit: RunKit;
  plan: RunPlan;
  role: RunRole;
}

/** What is to be sent where, settled before the press. */
interface RunSetting {
  base: string;
  /** The reader's own app, not a sandbox. */
  own: boolean;
  /** The fields that the reader has to fill in first. */
  missing: string[];
  /** The scene asks for a secret that a web page should not. */
  secret: boolean;
  login: RunRequest[];
  steps: RunRequest[];
  values: Record<string, string>;
  /** The names that the steps use, fresh for every run. */
  names: string[];
}

/** A request with its variables filled in. */
interface RunCall {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
}

interface RunAnswer {
  status: number;
  body: string;
  /** Milliseconds. */
  took: number;
}

/** What does not agree. `wanted` is empty where nothing of the kind should be there. */
interface RunDifference {
  field: "status" | "error" | "exception" | "error_description";
  wanted: string[];
  got: string;
}

/** How far it came: `asked` is the request of the button. Without an answer a value for the step was missing. */
interface RunOutcome {
  stage: "login" | "given" | "asked";
  step: RunRequest;
  answer: RunAnswer | null;
  differences: RunDifference[];
}

type RunReason =
  | "stopped"
  | "timeout"
  | "offline"
  | "csp"
  | "mixed"
  | "network_denied"
  | "network_prompt"
  | "network_insecure"
  | "cors"
  | "unreachable";

/** Why the browser has no answer to show, with what its sentence is about. */
interface RunRefusal {
  reason: RunReason;
  values: Record<string, string>;
}

/** What the panel can be asked to show. */
interface RunPanel {
  /** Before the press; `forbidden` is a sentence in place of the button. */
  offer(setting: RunSetting, forbidden: string): void;
  wait(): void;
  show(outcome: RunOutcome, setting: RunSetting): void;
  refuse(refusal: RunRefusal): void;
}

interface ErrorbookRun {
  judge: {
    judge(error: RunDocumented, role: RunRole, answer: { status: number; body: string }): RunDifference[];
  };
  plan: {
    settle(plan: RunPlan, kit: RunKit, role: RunRole, own: Record<string, string>, page: string, suffix: string): RunSetting;
    perform(
      plan: RunPlan,
      kit: RunKit,
      setting: RunSetting,
      send: (call: RunCall) => Promise<RunAnswer>,
      pause: (milliseconds: number) => Promise<void>,
    ): Promise<RunOutcome>;
    fill(text: string, values: Record<string, string>, answers: Record<string, string>): string | null;
    isLoopback(host: string): boolean;
  };
  refusal: {
    guard<T>(url: string, act: () => Promise<T>): Promise<T>;
    reaches(page: string, target: string): "public" | "mixed" | "local";
  };
  panel: {
    createPanel(root: HTMLElement, data: RunData): RunPanel;
  };
}

declare var errorbookRun: ErrorbookRun;
