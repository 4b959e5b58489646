import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";
import { SHAPES, buildPaste, createRandom, cut, wrap } from "./pastes.mjs";

const { redact, locate, mask } = errorbook.redact;
const PASTES = 150;
/** Characters of a secret that may be left in a row. */
const LEFT = 5;

/** Every stretch of a secret that is long enough to matter and still to be read, be it over several lines. */
function leaks(masked, secrets) {
  const texts = [masked, masked.replace(/\s*\n\s*/g, "")];
  return Object.values(secrets).flatMap((secret) => {
    const stretches = Array.from({ length: Math.max(0, secret.length - LEFT) }, (_, at) => secret.slice(at, at + LEFT + 1));
    return stretches.filter((stretch) => texts.some((text) => text.includes(stretch)));
  });
}

const DAMAGES = { "as it is": (text) => text, wrapped: wrap, "broken off": cut, "broken off and wrapped": (text, random) => wrap(cut(text, random), random) };

for (const shape of Object.keys(SHAPES)) {
  for (const [damage, apply] of Object.entries(DAMAGES)) {
    test(`nothing leaks from ${shape}, ${damage}`, () => {
      for (let seed = 0; seed < PASTES; seed++) {
        const { text, secrets } = buildPaste(shape, seed);
        const paste = apply(text, createRandom(seed));
        const masked = redact(paste);
        assert.deepEqual(leaks(masked, secrets), [], `seed ${seed}\n${paste}\n-----\n${masked}`);
        assert.equal(redact(masked), masked, `masked twice, seed ${seed}`);
      }
    });
  }
  test(`what is no secret stays in ${shape}`, () => {
    for (let seed = 0; seed < PASTES; seed++) {
      const { text, plain } = buildPaste(shape, seed);
      const masked = redact(text);
      for (const value of Object.values(plain)) {
        assert.equal(masked.includes(value), text.includes(value), `${value}, seed ${seed}\n${masked}`);
      }
    }
  });
}

for (const shape of ["JSON in one line", "pretty JSON", "JSON in JSON", "JSON in JSON in JSON", "name and value", "an object under each name", "lists"]) {
  test(`${shape} stays JSON`, () => {
    for (let seed = 0; seed < PASTES; seed++) JSON.parse(redact(buildPaste(shape, seed).text));
  });
}

const TOKEN = "YWMtDUCW5GGZEeSrF1Y8ZwAAAUp1cWfS7vK5CnKqVzJp0aQxZ";
for (const [text, masked] of [
  ['{"phone":13812345678,"n":1}', '{"phone":"[phone:***]","n":1}'],
  ['{\\"phone\\":13812345678}', '{\\"phone\\":\\"[phone:***]\\"}'],
  ['{"password":"a\\"b,c\\\\"}', '{"password":"[password:***]"}'],
  ['"{\\"password\\":\\"a\\\\\\"b\\"}"', '"{\\"password\\":\\"[password:***]\\"}"'],
  ["Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic [token:***]"],
  ['Authorization: Digest username="bob", response="6629fae4"', "Authorization: [token:***]"],
  ["https://bob:hunter22@a1.easemob.com/x", "https://bob:[password:***]@a1.easemob.com/x"],
  ["curl -u bob:hunter22 x", "curl -u bob:[password:***] x"],
  ["{username=bob, password=p,ss}w0rd, n=1}", "{username=bob, password=[password:***], n=1}"],
  [`value of ${TOKEN} exists`, "value of [token:***] exists"],
  ["密码：abc123，用户名：bob", "密码：[password:***]，用户名：bob"],
  [`{"username":"zhangsan","pass\nword":"hun\n  ter22"}`, '{"username":"zhangsan","pass\nword":"[password:***]"}'],
  [`> Authorization: Bearer ${TOKEN}\n> Content-Type: application/json`, "> Authorization: Bearer [token:***]\n> Content-Type: application/json"],
  [TOKEN.slice(20, 45) + '","n":1}', '[token:***]","n":1}'],
  ['{"name":"Cookie","value":"a=b1c2d3; e=f"}', '{"name":"Cookie","value":"[cookie:***]"}'],
  ['{"password":{"old":"hunter22","new":["hunter33",44]},"n":1}', '{"password":{"old":"[password:***]","new":["[password:***]","[password:***]"]},"n":1}'],
  ['{"phones":[13812345678,13912345678]}', '{"phones":["[phone:***]","[phone:***]"]}'],
  ["<password><![CDATA[hunter22]]></password>", "<password><![CDATA[[password:***]]]></password>"],
  ["<key>password</key>\n<string>hunter22</string>", "<key>password</key>\n<string>[password:***]</string>"],
  ['["--password","hunter22"]', '["--password","[password:***]"]'],
  ["用户密码 | hunter22", "用户密码 | [password:***]"],
  ["dbPass=hunter22", "dbPass=[password:***]"],
  ["http://bob:p@ss@host.cn/x", "http://bob:[password:***]@host.cn/x"],
  ["curl -b 'a=1; b=2' x", "curl -b '[cookie:***]' x"],
  ["user\\nbob@example.com", "user\\n[mail:***]"],
  ["value of \\u5f20\\u4e09@example.com exists", "value of [mail:***] exists"],
  ["请联系bob@example.com已存在", "请联系[mail:***]已存在"],
  ["-----BEGIN PRIVATE KEY-----\nMIIE", "[secret:***]"],
]) {
  test(`masked: ${text.slice(0, 50)}`, () => assert.equal(redact(text), masked));
}

for (const text of [
  '{"password":"","pin":null,"token":false,"grant_type":"password"}',
  "password=***",
  "grant_type=password&username=bob",
  "Application 4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5Entity user requires",
  "4d7e4ba0-dc4a-11e3-90d5-138123456789",
  '"timestamp":1542350943210',
  "java.io.BufferedInputStream@170e3f35; line: 1, column: 23",
  "org.apache.usergrid.persistence.exceptions.DuplicateUniquePropertyExistsException",
  "2026-01-01T08:00:00+08:00 GMT+0800",
  "groupid 1405735927133519",
  "Bearer authentication is required",
  'WWW-Authenticate: Basic realm="easemob"',
  "curl -u https://a1.easemob.com:443/x",
  '{"ts":13812345678}',
  "phone: missing",
  "token: expired",
  "the token: see docs",
  '{"errors":{"password":"required"}}',
  "Unrecognized token 'abc': was expecting ('true', 'false' or 'null')",
  "密码为空，手机号是必填项",
  "io.netty.handler.codec.http2.Http2FrameCodecBuilder2ConnectionHandler3Internal",
  "List<Token> found in Map<String, Password> x",
  "Invalid token | POST /users | 400",
  '"required":["username","password"],"message":"no password ","n":1',
  "compass: north, spin: 3",
  "GET /users?key2=a&keys=b",
  "server 172.16.254.100",
]) {
  test(`no secret: ${text.slice(0, 50)}`, () => assert.equal(redact(text), text));
}

test("secrets are told by their kind, in order, without overlap", () => {
  const found = locate(`{"password":"hunter22","token":"${TOKEN}","by":"bob@example.com"}`);
  assert.deepEqual(found.map(({ kind }) => kind), ["password", "token", "mail"]);
  assert.equal(mask("abc", [{ start: 1, end: 2, kind: "token" }]), "a[token:***]c");
});

test("any text can be masked, and once more changes nothing", () => {
  const parts = ["password", "token", "Cookie", ":", "=", "=>", " ", "\n", '"', "'", "\\", "[token:***]", "]", ",", "&", "%22", "%3D", "Bearer ", "@", "a.cn", "13812345678", TOKEN, "-u a:", "“", "{", "}", "x".repeat(30)];
  for (let seed = 0; seed < 20000; seed++) {
    const random = createRandom(seed);
    const text = Array.from({ length: random.below(14) }, () => random.pick(parts)).join("");
    const masked = redact(text);
    assert.equal(redact(masked), masked, JSON.stringify(text));
  }
});

test("a hostile paste costs no more than its length", () => {
  const parts = [
    ..."a \"\\@%<[{１－\t".split(""), "password:", 'password="', 'password:\\"\n\n', "a@", "1 ", "+1 ", "eyJ.", "://a:", "://a:@", "-u a:", "-su a:", "-b a=",
    "password=a,", "a\n", `${"a".repeat(30)}\n`, `${"a".repeat(30)} pw\n{`, 'Cookie: ="', "“password”:“", "password :   ", "pw|", "| pw | ", "pw\t", 'pw">', "<pw ", "<pw>",
    "<td>pw</td><td>", '("pw","', 'setPassword("', "pw:\n", "--pw ", '"pw" "', '"name":"pw",', 'pw "value', "pw:{", "pw:[1", '"pw":{"a":', "密码是", "pw\\u0022:\\u0022",
    '""pw"":', "-----BEGIN PRIVATE KEY", "Basic aA", 'auth("a",', "张@张.", "a\\u0040", "138 ", "0755-", "[pw]", "?key=", "Aa0",
  ];
  for (const part of parts) redact(part.repeat(4e5 / part.length)); // the runner's time limit is the assertion
});
