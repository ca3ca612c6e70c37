// Writes a section of many initiatives with texts of their own: enough of them that a site's search goes by shards.
// The same number gives the same files.
// Usage: node many.mjs FOLDER [N]
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const PLACES = "青赤石大小中高長古新松竹梅桜杉森山川谷沢池浜島里田原野宮寺橋坂".match(/./gu);
const THINGS = "道路|公園|水道管|図書館|保育所|避難所|文化財|商店街|診療所|橋りょう|用水路|市営住宅|消防団|給食|農地|空き家|防災無線|\
公民館|交差点|街路樹|バス路線|スポーツ施設|ﾃﾚﾜｰｸ施設|ＬＥＤ照明|サーバー|ホームページ|マイナンバーカード|キャッシュレス決済|A Iカメラ|\
ボランティア・センター|申請窓口|税の相談窓口|健康診断|子育て支援|観光案内所|林道|排水ポンプ|学童クラブ|Ｗｅｂ会議".split("|");
const WAYS = "整備|点検|見直し|周知|調査|補修|更新|拡充|公表|統合|移転|共同利用|省力化|デジタル化|PR".split("|");
const PEOPLE = "高齢者|児童|転入者|事業者|自治会|学生|農家|職員|保護者|観光客".split("|");
const UNITS = ["件", "人", "団体", "世帯", "組", "校"];
const DEPARTMENTS = ["教育係", "教育係, 総務係", "教育係, 産業係"];
const GOALS = ["4.1, 17", "4.1, 11.3, 17", "4.1, 13.1, 17", "4.1, 17"];
/** Of one initiative in so many the text has something rare. */
const RARE = { 41: "ムササビの巣箱", 67: "鍾乳洞", 97: "P C B廃棄物" };
const SENTENCES = 40;

/** Numbers below `end` that look as if drawn by lot (mulberry32). */
function lots(seed) {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

function initiative(number) {
  const lot = lots(number);
  const one = (list) => list[lot(list.length)];
  const place = () => one(PLACES) + one(PLACES) + one(["町", "地区", "", "台"]);
  const work = () => `${place()}の${one(THINGS)}の${one(WAYS)}`;
  const amount = () => `${(lot(9000) + 10).toLocaleString("en")}${one(UNITS)}`;
  const sentence = () => `${place()}と${place()}で${one(PEOPLE)}${amount()}を対象に、${one(THINGS)}の${one(WAYS)}を行う。`;
  const rare = Object.entries(RARE).filter(([every]) => number % every === 0);
  const lines = [...Array.from({ length: SENTENCES }, sentence), ...rare.map(([, thing]) => `${thing}を見守る。`)];
  return `---
title: ${work()}事業その${number}
number: ${number}
departments: [${one(DEPARTMENTS)}]
sdgs: [${one(GOALS)}]
vision: ${work()}により、${one(PEOPLE)}が暮らしやすくなる。
actions:
  - {name: ${work()}, schedule: [2025: ${one(WAYS)}, 2026-2027: ${work()}]}
targets:
  - {name: ${one(THINGS)}の${one(WAYS)}, target: "${amount()}"}
---
${lines.join("\n").replace(/((?:.*\n){5})/g, "$1\n")}
`;
}

const [folder, count = "205"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "_index.md"), "---\ntitle: たくさん\nnumber: 3\n---\n");
for (let number = 1; number <= Number(count); number += 1) {
  writeFileSync(path.join(folder, `${number}.md`), initiative(number));
}
