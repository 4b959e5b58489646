/* Pastes with secrets planted in them, in every shape that people paste; the same number gives the same paste. */

const WORDS = "abcdefghijklmnopqrstuvwxyz";
const LETTERS = `${WORDS}${WORDS.toUpperCase()}0123456789`;
const HAN = "张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗";
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

/** As people write them in China. */
function writeContacts({ pick, text }) {
  const email = pick([() => `${text(7, HAN)}@${text(8, WORDS)}.com`, () => `${text(8, WORDS)}@${text(7, HAN)}.中国`])();
  return { phone: writePhone({ pick, text }), email };
}

function writePhone({ pick, text }) {
  const digits = (length) => text(length, "0123456789");
  const gap = pick([" ", "  ", "\u00a0", "\u3000", "-", "–", "\t"]);
  const [first, second, third] = [`1${pick("3456789")}${digits(1)}`, digits(4), digits(4)];
  return pick([
    () => [first, second, third].join(gap),
    () => [first, digits(3), digits(5)].join(gap),
    () => [first + digits(2), digits(6)].join(gap),
    () => pick([`+86（${first}）`, `(${first}) `]) + second + third,
    () => [...`${first}${second}${third}`].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(""),
    () => `0${pick(["10", "21", "755", "571"])}${pick(["-", "–"])}${digits(pick([7, 8]))}`,
  ])();
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
const lines = (record, write) => pairs(record, write).join("\n");
const xml = (value) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const upper = (name) => camel(name).replace(/^./, (letter) => letter.toUpperCase());
const dashed = (name) => name.replaceAll("_", "-").toLowerCase();
const CHINESE = { access_token: "令牌", password: "密码", client_id: "client_id", client_secret: "密钥", phone: "手机号", email: "邮箱" };
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

/** The same with other names for what is secret. */
function rename(record, names) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [names[name] ?? name, value]));
}

/** Each name as another program spells it. */
const SPELLINGS = [
  { access_token: "accessToken", password: "pass_word", client_id: "clientId", client_secret: "client-secret", phone: "mobile", email: "e-mail", sessionId: "PHPSESSID" },
  { access_token: "X-Auth-Token", password: "pass-word", client_id: "client-id", client_secret: "api_key", phone: "tel", email: "userEmail", sessionId: "JSESSIONID" },
  { access_token: "jwt", password: "userPass", client_secret: "access_key_id", phone: "phone_number", sessionId: "ASPSESSIONID" },
  { access_token: "bearer", password: "pw", client_secret: "secretAccessKey", phone: "mobilePhone", sessionId: "connect.sid" },
];

/** Secrets that are known without any name. */
function shapesAlone({ password, access_token, phone, email, error_description, username, timestamp, duration, error }) {
  const basic = Buffer.from(`bob:${password}`).toString("base64");
  return [
    `GET https://bob:p@${password.replaceAll("/", "")}@a1.easemob.com/x failed`,
    `retry with Basic ${basic} or Bearer ${access_token}`,
    `curl -sSu bob:${password} -kb a=${access_token} https://a1.easemob.com/x?sig=${access_token}&sign=${access_token}&key=${access_token}&auth=${access_token}`,
    json({ username, timestamp, duration, error, error_description }),
    `${phone},${email.replace("@", "\\u0040")} ${email.replace("@", "＠")} ${email.replace("@", "&#x40;")}`,
  ].join("\n");
}

/** The one with phone numbers and mail addresses as people write them. */
const WRITTEN = "contacts";

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
  "name and value": (record) => json(pairs(record, (name, value) => ({ name, value: String(value) }))),
  "key and value, pretty": (record) => JSON.stringify(pairs(record, (key, value) => ({ key, type: "text", value })), null, 2),
  "name and value in JSON": (record) => json({ body: json(pairs(record, (name, value) => ({ name, value }))) }),
  "YAML pairs": (record) => lines(record, (name, value) => `- name: ${name}\n  value: ${value}`),
  "calls with a name": (record) => lines(record, (name, value) => `map.put("${name}", ${json(value)});`),
  "pairs of arguments": (record) => lines(record, (name, value) => `list.add(new BasicNameValuePair('${name}', '${value}'));`),
  "tuples": (record) => `[${pairs(record, (name, value) => `('${name}', '${value}')`).join(", ")}]`,
  "setters": (record) => lines(record, (name, value) => `user.set${upper(name)}(${json(value)});`),
  "builder": (record) => `new User()${pairs(record, (name, value) => `.${camel(name)}(${json(value)})`).join("")}`,
  "logins": ({ password, username, ...rest }) =>
    ["auth=(", "new UsernamePasswordCredentials(", "req.SetBasicAuth("].map((call) => `${call}"${username}", "${password}")`).join("\n") + json(rest),
  "headers of a call": ({ access_token, sessionId, password, ...rest }) =>
    `headers.set("Authorization","Bearer ${access_token}"); h.add("Cookie", "a=${sessionId}; b=${sessionId}")\n${json({ password, ...rest })}`,
  "JSON with \\u0022": (record) => json(record).replaceAll('"', "\\u0022"),
  "JSON with \\x22": (record) => json(record).replaceAll('"', "\\x22"),
  "JSON with \\u0022 in JSON": (record) => `{"body":"${json(record).replaceAll('"', "\\u0022")}"}`,
  "elements": (record) => `<user>${pairs(record, (name, value) => `<${name}>${xml(value)}</${name}>`).join("")}</user>`,
  "escaped elements": (record) => `<user>${pairs(record, (name, value) => `<${name}>${value}</${name}>`).join("")}</user>`.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  "elements in lines": (record) => lines(record, (name, value) => `<${name}>\n  ${xml(value)}\n</${name}>`),
  "entries": (record) => lines(record, (name, value) => `<entry key="${name}">${xml(value)}</entry>`),
  "inputs": (record) => lines(record, (name, value) => `<input name="${name}" type="text" value="${value}">`),
  "cells of HTML": (record) => lines(record, (name, value) => `<tr><td>${name}</td><td>${xml(value)}</td></tr>`),
  "PHP serialize": (record) =>
    `a:9:{${pairs(record, (name, value) => `s:${name.length}:"${name}";${typeof value === "number" ? `i:${value}` : `s:${value.length}:"${value}"`};`).join("")}}`,
  "a form of one object": (record) => form(Object.fromEntries(pairs(record, (name, value) => [`user[${name}]`, value]))),
  "an object under each name": (record) => json(Object.fromEntries(pairs(record, (name, value) => [name, { old: value, all: [value, { is: value }] }]))),
  "lists": (record) => json(Object.fromEntries(pairs(record, (name, value) => [name, [value]]))),
  "options": (record) => `tool ${pairs(record, (name, value) => `--${dashed(name)} ${/^[\w.@+-]+$/.test(value) ? value : `'${value}'`}`).join(" ")}`,
  "a table of two columns": (record) => lines(record, (name, value) => `| ${name} | ${value} |`),
  "tabs": (record) => lines(record, (name, value) => `${name}\t${value}`),
  "the next line": (record) => lines(record, (name, value) => `${name}:\n${value}`),
  "quoted words": (record) => lines(record, (name, value) => `"${name}" "${value}"`),
  "Chinese": (record) => pairs(rename(record, CHINESE), (name, value) => `${name}是${value}`).join("，"),
  "Chinese with a colon": (record) => lines(rename(record, CHINESE), (name, value) => `${name}为：${value}`),
  "a cell of CSV": (record) => `400,"${json(record).replaceAll('"', '""')}",x`,
  "assignments of Go": (record) => lines(record, (name, value) => `${camel(name)} := ${json(value)}`),
  "full-width signs": (record) => lines(record, (name, value) => `${name}＝${value}`),
  ...Object.fromEntries(SPELLINGS.map((names, number) => [`spelling ${number + 1}`, (record) => json(rename(record, names))])),
  "shapes alone": shapesAlone,
  [WRITTEN]: ({ phone, email, ...rest }) => `${json(rest)}\n号码${phone}，（${phone}） ${email}。`,
  "a private key": ({ access_token, ...rest }) => `-----BEGIN RSA PRIVATE KEY-----\n${access_token}\n${access_token}\n-----END RSA PRIVATE KEY-----\n${json(rest)}`,
  "a transcript": transcript,
  "a command": command,
};

/** A paste in one shape, with the secrets in it as they were before any encoding. */
export function buildPaste(shape, seed) {
  const random = createRandom(seed);
  const secrets = { ...plantSecrets(random), ...(shape === WRITTEN ? writeContacts(random) : {}) };
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
