"""The plan that is built: any number of initiatives, a hundred in each section, and the same facts, texts, departments,
categories and SDGs targets for whichever generator. The same number gives the same bytes."""

import pathlib
import random
import shutil

HERE = pathlib.Path(__file__).resolve().parent.parent
IN_A_SECTION = 100

LESS = [("counter", "カウンターレス"), ("cash", "キャッシュレス"), ("paper", "ペーパーレス"),
        ("file", "ファイルレス"), ("move", "ムーブレス")]
# In the order of the goals: that of a page's links.
SDGS = ["1.4", "2.4", "3.8", "4.4", "4.7", "5.1", "5.5", "6.1", "6.6", "7.2", "8.5", "8.8", "9.1", "9.5",
        "10.2", "11.3", "11.a", "12.5", "13.1", "13.2", "14.1", "15.1", "16.6", "16.7", "16.10", "17.14", "17.17"]
HEADS = "行政 市民 窓口 税務 福祉 健康 教育 道路 水道 防災 環境 農業 観光 文化 広報 人事 財政 契約 子育て 介護".split()
TAILS = "推進課 管理課 企画課 支援課 政策課 総務課 保全課 戦略課 相談課 調整課".split()
PHRASES = ["市民サービスの向上と業務の効率化を図る", "ICTを最大限活用し、簡素で効率的な手続を検討する",
           "限られた職員で最大の成果を上げるため、業務の流れを見直す", "関係機関との連携を強化し、持続可能な体制を整える",
           "オンラインで受け付ける手続を段階的に広げる", "職員一人一人の能力を高める研修を実施する",
           "データを公開し、地域の課題の解決に役立てる", "高齢者や障がいのある方にも使いやすい仕組みをつくる",
           "公共施設の予約と支払いを一つの画面で済ませられるようにする", "紙の書類を電子化し、保管に要する費用を減らす"]
ACTS = ["システムの運用", "次期システムの検討", "研修の実施", "制度の周知", "調査・分析", "結果の公表", "対象手続の拡充",
        "見直し・改善"]


class Plan:
    """What every generator is given."""

    def __init__(self, size):
        self.size = size
        self.sections = -(-size // IN_A_SECTION)
        self.departments = [department(i) for i in range(max(20, size // 50))]

    def initiatives(self):
        rng = random.Random(self.size)
        for i in range(self.size):
            yield initiative(i, self.departments, rng)


def department(i):
    name = HEADS[i % 20] + TAILS[i // 20 % 10]
    return name if i < 200 else f"第{i // 200 + 1}{name}"


def initiative(i, departments, rng):
    head = rng.choice(HEADS)
    return {
        "index": i,
        "section": i // IN_A_SECTION + 1,
        "number": i % IN_A_SECTION + 1,
        "title": f"{head}{rng.choice(ACTS)}推進事業その{i + 1}",
        "departments": rng.sample(departments, rng.randint(1, 3)),
        "less": [LESS[k][1] for k in sorted(rng.sample(range(5), rng.randint(0, 4)))],
        "sdgs": [SDGS[k] for k in sorted(rng.sample(range(len(SDGS)), rng.randint(1, 3)))],
        "aim": rng.choice(PHRASES) + "。" + rng.choice(PHRASES) + "。",
        "actions": [action(k, rng) for k in range(3)],
        "targets": [target(k, rng) for k in range(2)],
        "body": "".join(paragraph(rng) + "\n\n" for _ in range(3)),
    }


def action(k, rng):
    name = f"{rng.choice(ACTS)}の取組{k + 1}"
    return name, [(years, rng.choice(ACTS)) for years in ("2026-2027", "2028", "2029")]


def target(k, rng):
    baseline = rng.randint(10, 99999)
    return f"{rng.choice(HEADS)}件数{k + 1}", f"{baseline:,}件", f"{baseline + rng.randint(1, 99999):,}件"


def paragraph(rng):
    return "".join(rng.choice(PHRASES) + "。" for _ in range(rng.randint(3, 5)))


def write_keikaku(plan, folder, theme="bench"):
    """A site's folder. In its own theme it makes the HTML that Hugo makes, and omits what Hugo is not asked for."""
    content = folder / "content"
    omit = "omit: [compare, data, print, search, targets, years]\n" if theme == "bench" else ""
    put(content / "site.yaml", "title: 計画\norganization: {name: 試験市, code: \"000000\", url: \"https://www.example.jp/\"}\n"
        "base_url: https://plan.example.jp/\nlanguage: ja\nperiod: 2026-2029\nbaseline_year: 2024\nlevels: [市町村, 取組]\n"
        f"{omit}theme: {theme}\nlabels: {{less: 5レス}}\n")
    departments = enumerate(plan.departments)
    put(content / "registers/departments.yaml",
        "".join(f"- {{slug: d{i:05}, name: {name}, yomi: か}}\n" for i, name in departments))
    put(content / "registers/less.yaml", "".join(f"- {{slug: {slug}, name: {name}, yomi: {name}}}\n" for slug, name in LESS))
    for number in range(1, plan.sections + 1):
        put(content / f"plan/s{number:05}/_index.md", f"---\ntitle: 市町村その{number}\nnumber: {number}\n---\n")
    for it in plan.initiatives():
        put(content / f"plan/s{it['section']:05}/i{it['index']:06}.md", f"---\n{keikaku_facts(it)}---\n{it['body']}")
    if theme == "bench":
        shutil.copytree(HERE / "theme", folder / "themes/bench")


def keikaku_facts(it):
    lines = [f"title: {quoted(it['title'])}", f"number: {it['number']}", *terms(it), f"vision: {quoted(it['aim'])}", "actions:"]
    for name, bars in it["actions"]:
        schedule = ", ".join(f"{years}: {quoted(text)}" for years, text in bars)
        lines += [f"  - name: {quoted(name)}", "    schedule:", f"      - {{{schedule}}}"]
    lines += ["targets:"]
    for name, baseline, value in it["targets"]:
        lines += [f"  - name: {quoted(name)}", f"    target: {quoted(value)}", f"    baseline: {quoted(baseline)}"]
    return "\n".join(lines) + "\n"


def write_hugo(plan, folder):
    """A Hugo site. Weights give its lists the order of the plan."""
    shutil.copytree(HERE / "hugo", folder)
    for key, title in ("departments", "所管課"), ("less", "5レス"), ("sdgs", "SDGs"):
        put(folder / f"content/{key}/_index.md", f"---\ntitle: {title}\n---\n")
    for number in range(1, plan.sections + 1):
        put(folder / f"content/s{number:05}/_index.md", f"---\ntitle: 市町村その{number}\nweight: {number}\n---\n")
    for it in plan.initiatives():
        put(folder / f"content/s{it['section']:05}/i{it['index']:06}.md", f"---\n{hugo_facts(it)}---\n{it['body']}")


def hugo_facts(it):
    lines = [f"title: {quoted(it['title'])}", f"weight: {it['index'] + 1}", *terms(it), "params:", f"  aim: {quoted(it['aim'])}",
             "  actions:"]
    for name, bars in it["actions"]:
        lines += [f"    - name: {quoted(name)}", "      schedule:"]
        lines += [f"        - {{years: {quoted(years)}, text: {quoted(text)}}}" for years, text in bars]
    lines += ["  targets:"]
    for name, baseline, value in it["targets"]:
        lines += [f"    - {{name: {quoted(name)}, target: {quoted(value)}, baseline: {quoted(baseline)}}}"]
    return "\n".join(lines) + "\n"


def terms(it):
    return [f"{key}: [{', '.join(map(quoted, it[key]))}]" for key in ("departments", "less", "sdgs")]


def quoted(text):
    return f'"{text}"'


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
