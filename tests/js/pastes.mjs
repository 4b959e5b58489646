/* Pastes with secrets planted in them, in every shape that people paste; the same number gives the same paste. */

const WORDS = "abcdefghijklmnopqrstuvwxyz";
const LETTERS = `${WORDS}${WORDS.toUpperCase()}0123456789`;
const TYPED = `${LETTERS}!@#$%^*_.+~?-`;

/** Random numbers that are the same every time (mulberry32). */
export function createRandom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  const pick = (choices) => choices[below(choices.length)];
  const text = (length, from = LETTERS) => Array.from({ length }, () => from[below(from.length)]).join("");
  return { below, pick, text };
}

function plantSecrets({ below, pick, text }) {
  const part = () => text(20 + below(40), `${LETTERS}-_`);
  const digits = (length) => text(length, "0123456789");
  return {
    access_token: pick([() => `YWMt${text(60 + below(60), `${LETTERS}-_`)}`, () => `eyJ${part()}.eyJ${part()}.${part()}`, () => `007eJx${text(80)}`])(),
    password: text(6 + below(18), TYPED),
    client_id: `YXA6${text(18)}`,
    client_secret: `YXA6${text(27)}`,
    phone: pick([() => `1${pick("3456789")}${digits(9)}`, () => `+861${pick("3456789")}${digits(9)}`, () => `+1 415-${digits(3)}-${digits(4)}`, () => `+44 20 ${digits(4)} ${digits(4)}`])(),
    email: `${text(8, WORDS)}.${text(4, WORDS)}@${text(8, WORDS)}.${pick(["com", "cn", "co.uk"])}`,
    sessionId: text(32),
  };
}

/** Everything in the paste that is no secret, and that a reader still needs. */
const PLAIN = { username: "zhangsan", timestamp: 1542350943210, duration: 0, error: "illegal_argument" };

const json = (value) => JSON.stringify(value);
const pairs = (record, write) => Object.entries(record).map(([name, value]) => write(name, value));
const form = (record) => new URLSearchParams(record).toString();

function repr(value) {
  if (typeof value === "number") return String(value);
  return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replace(/[\\']/g, "\\$&")}'`;
}

function transcript({ access_token, sessionId, ...rest }) {
  const body = json(rest);
  return [
    "> POST /easemob-demo/chat/users?access_token=" + access_token + " HTTP/1.1",
    "> Host: a1.easemob.com",
    `> Authorization: Bearer ${access_token}`,
    `> Cookie: JSESSIONID=${sessionId}; theme=dark`,
    "> Content-Type: application/json",
    ">",
    body,
    "< HTTP/1.1 400 Bad Request",
    `< Set-Cookie: JSESSIONID=${sessionId}; Path=/`,
  ].join("\n");
}

function command({ access_token, sessionId, password, ...rest }) {
  return [
    `curl -X POST 'https://a1.easemob.com/easemob-demo/chat/token?token=${access_token}' \\`,
    `  -H "Authorization: Bearer ${access_token}" -u 'zhangsan:${password}' \\`,
    `  -b 'JSESSIONID=${sessionId}' -H 'Cookie: sid=${sessionId}' --data '${json({ password, ...rest })}'`,
  ].join("\n");
}

/** How people's tools print a record. */
export const SHAPES = {
  "JSON in one line": json,
  "pretty JSON": (record) => JSON.stringify(record, null, 2),
  "JSON in JSON": (record) => json({ status: 400, body: json(record) }),
  "JSON in JSON in JSON": (record) => json({ log: json({ body: json(record) }) }),
  "smart quotes": (record) => json(record).replace(/"([^"]*)"/g, "“$1”"),
  "Python": (record) => `{${pairs(record, (name, value) => `'${name}': ${repr(value)}`).join(", ")}}`,
  "PHP print_r": (record) => `Array\n(\n${pairs(record, (name, value) => `    [${name}] => ${value}`).join("\n")}\n)\n`,
  "PHP array": (record) => `[${pairs(record, (name, value) => `'${name}' => ${repr(value)}`).join(", ")}]`,
  "PHP var_dump": (record) => pairs(record, (name, value) => `["${name}"]=>\n  string(${String(value).length}) "${value}"`).join("\n"),
  "Go": (record) => `map[${pairs(record, (name, value) => `${name}:${value}`).join(" ")}]`,
  "Java": (record) => `User{${pairs(record, (name, value) => `${name}='${value}'`).join(", ")}}`,
  "key=value": (record) => pairs(record, (name, value) => `${name}=${value}`).join(", "),
  "key: value": (record) => pairs(record, (name, value) => `${name}: ${value}`).join("\n"),
  "a form": form,
  "an encoded form": (record) => encodeURIComponent(form(record)),
  "encoded JSON": (record) => encodeURIComponent(json(record)),
  "an address": (record) => `GET https://a1.easemob.com/easemob-demo/chat/users?${form(record)} failed`,
  "a table row": (record) => `| 400 | ${json(record)} | 参数错误 |`,
  "HTML": (record) => `<tr><td>400</td><td>${json(record).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</td></tr>`,
  "a transcript": transcript,
  "a command": command,
};

/** A paste in one shape, with the secrets in it as they were before any encoding. */
export function buildPaste(shape, seed) {
  const random = createRandom(seed);
  const secrets = plantSecrets(random);
  const message = `value of ${secrets.phone} exists, ask ${secrets.email}`;
  return { text: SHAPES[shape]({ ...PLAIN, ...secrets, error_description: message }), secrets, plain: PLAIN };
}

/** As a narrow console breaks it, anywhere. */
export function wrap(text, random) {
  const [width, indent] = [30 + random.below(70), " ".repeat(random.pick([0, 0, 2, 4]))];
  return text
    .split("\n")
    .map((line) => line.match(new RegExp(`.{1,${width}}`, "g"))?.join(`\n${indent}`) ?? "")
    .join("\n");
}

/** Broken off somewhere, as by a limit of the logs, but not in the mail address of the message: without its sign it is a word. */
export const cut = (text, random) => text.slice(0, random.below(text.search(/ask\W|$/)));
