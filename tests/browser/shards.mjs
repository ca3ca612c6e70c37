// The queries that large sites are asked, and how what they give is measured.
import { visit } from "./browser.mjs";
import { answered, askAgain, askedAt, shown } from "./finder.mjs";
import { found } from "./truth.mjs";

/** Of the words of many.mjs. */
export const QUERIES_OF_MANY = `ムササビ|鍾乳洞|PCB廃棄物|ｐｃｂ|ﾃﾚﾜｰｸ施設|てれわーく|led|ＬＥＤ照明の点検|税|税の相談|水道|防災無線の更新|バス|サーバ|サーバー|\
マイナンバー|キャッシュレス決済|aiカメラ|ボランティアセンター|ボランティア・センター|web会議|その205|その20|3-100|高齢者 林道 移転|児童　図書館|青赤町|\
橋りょうの補修|総務係 林道|産業係 給食|ソフトクリーム|ムササビ 鍾乳洞|PR|デジタル化|4.1|町|診療所の統合 保護者|観光案内所|空き家の共同利用|商店街 点検 学生|\
見守る|排水ポンプ事業|森|図書館まつり|公民館と|9|団体を対象に`.split("|");

/** Of the words of the plan of ten thousand initiatives that comparisons are made with. */
export const QUERIES_OF_LARGE = `税務|税|水道|防災 訓練|観光相談課|第12行政推進課|第3子育て戦略課|契約総務課|ICT|ｉｃｔ|オンライン|おんらいん|ｵﾝﾗｲﾝ 手続|簡素で効率的|\
業務の流れを見直す|見直し・改善|見直し 改善|システム|次期システムの検討|しすてむ 農業|その777|その9999|事業その1000|100,000件|12,345|99999|17.14|11.a|16.10|\
障がい|障がいのある方|電子化|キャッシュレス|マイナンバー|調査・分析|分析|公共施設の予約|支払い 画面|広報研修|文化 調査 周知|健康件数1|道路件数2|1-1-①|2-3-500|\
持続可能な体制|職員一人一人|一人 財政 介護|環境運用|窓口システムの運用推進事業その|人事|市|方|ー体制|データを公開`.split("|");

/** What was transferred for a page so far: itself and all that it loaded, as it came over the wire. */
export const transferred = (page) =>
  page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce(
      (sum, { encodedBodySize }) => sum + encodedBodySize,
      0,
    ),
  );

/** A window that keeps account of all that it loads. */
export async function accountant(chromium) {
  const page = await chromium.alone();
  await page.addInitScript(() => performance.setResourceTimingBufferSize(1e6));
  return page;
}

/** What a query costs that is the first of its reader, page and scripts with it. */
export async function costOfFirst(chromium, site, query) {
  const page = await accountant(chromium);
  await visit(page, askedAt(site, query));
  await answered(page);
  const bytes = await transferred(page);
  await page.context().close();
  return bytes;
}

/** What each query costs in one page, and what the ten that are shown are, in the order of the queries. */
export async function askAll(page, queries) {
  const answers = [];
  for (const query of queries) {
    const before = await transferred(page);
    await askAgain(page, query);
    answers.push({ query, bytes: (await transferred(page)) - before, ids: await shown(page) });
  }
  return answers;
}

/** All that a query finds, as the script of the page gives it. */
export const foundBy = (page, query) =>
  page.evaluate(async (query) => {
    globalThis.seeker ??= globalThis.finder("search/");
    const result = await globalThis.seeker(query, []);
    let all = [];
    // As whoever presses «さらに» to the last.
    while (all.length < result.total()) all = await result.upTo(Infinity);
    return all.map(({ href }) => href.match(/([^/]+)\.html$/)[1]);
  }, query);

/** How much of what is to be found was found, and how much of what is shown is right; 1 where there is nothing. */
export function judge(facts, query, ids, ten) {
  const truth = new Set(found(facts, query));
  const right = (list) => list.filter((id) => truth.has(id)).length;
  return {
    query,
    truth: truth.size,
    recall: truth.size ? right(ids) / truth.size : 1,
    precision: ten.length ? right(ten) / ten.length : 1,
    isFull: ten.length === Math.min(truth.size, 10),
  };
}

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
