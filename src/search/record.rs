//! An initiative as it is searched and as it is shown among what was found.

use super::token::{Found, tokens};
use crate::fold::fold;
use crate::japanese::join_lines;
use crate::plan::{Action, Baseline, Change, Disclosure, Initiative, Part, Plan, Program, Subject, Target};
use crate::prose::Prose;
use crate::site::{Address, Site, Wording, markdown};

/// All that an initiative's page says of the plan, but for what is a way into it of its own: categories, goals and the years that
/// every schedule has.
pub(super) struct Record {
    href: String,
    label: String,
    title: String,
    departments: Vec<String>,
    /// Everything else, a line each: nothing is found across two.
    text: String,
}

impl Record {
    pub(super) fn of(site: &Site, initiative: &Initiative) -> Self {
        let departments = initiative.all_departments().into_iter();
        let mut text = Lines { plan: &site.plan, wording: site.wording(), lines: String::new() };
        text.add_initiative(initiative);
        Self {
            href: Address::in_plan(&initiative.id).to_string(),
            label: site.label(&initiative.id),
            title: join_lines(&initiative.title),
            departments: departments.map(|it| join_lines(&site.plan.departments[it].name)).collect(),
            text: text.lines,
        }
    }

    /// As a client gets it.
    pub(super) fn json(&self) -> String {
        let Self { href, label, title, departments, text } = self;
        serde_json::json!([href, label, title, departments, text]).to_string()
    }

    /// The tokens of everything that is searched.
    pub(super) fn tokens(&self) -> Vec<Found> {
        tokens(&fold(&self.head()), &fold(&self.text))
    }

    /// Everything that is searched, as it is compared.
    pub(super) fn folded(&self) -> String {
        fold(&(self.head() + &self.text))
    }

    /// What is worth more than the text, a line each.
    fn head(&self) -> String {
        let mut head = format!("{}\n{}\n", self.label, self.title);
        for department in &self.departments {
            head.extend([department, "\n"]);
        }
        head
    }
}

/// The lines of a text, as they are gathered.
struct Lines<'a> {
    plan: &'a Plan,
    wording: Wording,
    lines: String,
}

impl Lines<'_> {
    fn add(&mut self, line: &str) {
        if !self.lines.is_empty() && !line.is_empty() {
            self.lines.push('\n');
        }
        self.lines.push_str(line);
    }

    /// A value; what was written on several lines is one to a reader.
    fn add_value(&mut self, value: &str) {
        self.add(&join_lines(value));
    }

    fn add_values<'v>(&mut self, values: impl IntoIterator<Item = &'v String>) {
        for value in values {
            self.add_value(value);
        }
    }

    fn add_prose(&mut self, prose: Option<&Prose>) {
        if let Some(prose) = prose {
            self.add(&markdown::to_lines(&prose.text));
        }
    }

    /// What tells most of it stands first, as its beginning is shown where a title is what was found.
    fn add_initiative(&mut self, initiative: &Initiative) {
        self.add_prose(initiative.overview.as_ref());
        self.add_prose(initiative.vision.as_ref());
        for program in &initiative.programs {
            self.add_program(program);
        }
        self.add_prose(initiative.notes.as_ref());
        let Disclosure { other, pages, website: _ } = &initiative.disclosure;
        self.add_values(pages.iter().map(|page| &page.title).chain(other));
        for Change { what, why, date: _ } in &initiative.changes {
            self.add_value(what);
            self.add_values(why);
        }
        let targets = initiative.sdgs.iter().filter(|target| !target.is_goal());
        for target in targets {
            self.add(&target.to_string());
        }
    }

    fn add_program(&mut self, Program { part, actions, targets }: &Program) {
        // Its departments are among the initiative's.
        if let Some(Part { name, overview, vision, departments: _ }) = part {
            self.add_value(name);
            self.add_prose(overview.as_ref());
            self.add_prose(vision.as_ref());
        }
        for group in actions.chunk_by(|a, b| a.group == b.group) {
            self.add_values(group.first().and_then(|action| action.group.as_ref()));
            for action in group {
                self.add_action(action);
            }
        }
        for target in targets {
            self.add_target(target);
        }
    }

    fn add_action(&mut self, Action { name, lanes, group: _ }: &Action) {
        self.add_value(name);
        self.add_values(lanes.iter().flat_map(|lane| &lane.bars).map(|bar| &bar.text));
    }

    /// A year is said where it is the target's own: what holds of all targets finds none.
    fn add_target(&mut self, target: &Target) {
        let (Subject::Measure(subject) | Subject::Sentence(subject)) = &target.subject;
        self.add_value(subject);
        self.add_values(&target.note);
        target.baseline.iter().for_each(|baseline| self.add_baseline(baseline));
        self.add_values(target.target.iter().map(|value| &value.text));
        if target.dated.is_some() {
            self.add(&self.wording.year_end(target.due));
        }
        self.add_values(target.results.iter().map(|result| &result.value.text));
    }

    fn add_baseline(&mut self, Baseline { value, year, name, label }: &Baseline) {
        self.add_value(&value.text);
        let own = year.filter(|_| *year != self.plan.baseline_year).map(|year| self.wording.year_end(year));
        self.add_values(label.as_ref().or(own.as_ref()));
        self.add_values(name.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read::Files;

    fn record(initiative: &str) -> Record {
        let site = "title: 計画\norganization: {name: 市}\nbase_url: https://x.example/\nperiod: 2026-2029\nbaseline_year: 2024\nlevels: [取組]\nnumbering: circled\n";
        let files = [("content/site.yaml", site), ("content/plan/1.md", initiative)];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let loaded = crate::understand(Files::in_memory(files), None, |_| true, &crate::watch::Unwatched);
        assert!(!loaded.report.has_errors());
        Record::of(&loaded.site, &loaded.site.plan.initiatives[0])
    }

    #[test]
    fn a_record_is_a_list_of_five() {
        let json = record("---\ntitle: 広報\nnumber: 1\n---\n「声」を\n聞く。\n\n- 紙\n").json();
        assert_eq!(json, r#"["plan/1.html","①","広報",[],"「声」を聞く。\n紙"]"#);
    }

    #[test]
    fn a_name_on_several_lines_is_found_as_one() {
        let lines = record(
            "---\ntitle: |\n  ワーク・\n  ライフ\n  AI\n  RPA\nnumber: 1\nactions: [{name: \"窓口の\\n案内\"}]\n---\n",
        );
        assert_eq!((&*lines.title, &*lines.text), ("ワーク・ライフ AI RPA", "窓口の案内"));
    }

    /// A year that all targets have finds all initiatives.
    #[test]
    fn years_are_said_where_they_are_a_targets_own() {
        let text =
            |target: &str| record(&format!("---\ntitle: 広報\nnumber: 1\ntargets: [{target}]\n---\n")).text;
        assert_eq!(text("{name: 数, target: 5件, baseline: 3件}"), "数\n3件\n5件");
        assert_eq!(
            text("{name: 数, target: 5件, year: 2030, baseline: {value: 3件, year: 2020, name: 旧数}}"),
            "数\n3件\n2020（令和2）年度末\n旧数\n5件\n2030（令和12）年度末"
        );
        assert_eq!(
            text("{name: 数, target: 5件, baseline: {value: 3件, label: 実績値}}"),
            "数\n3件\n実績値\n5件"
        );
    }

    #[test]
    fn a_group_of_actions_is_said_once() {
        let actions = "[{group: 甲, name: 一, schedule: [{2026: する}]}, {group: 甲, name: 二}]";
        let text = record(&format!("---\ntitle: 広報\nnumber: 1\nactions: {actions}\n---\n")).text;
        assert_eq!(text, "甲\n一\nする\n二");
    }
}
