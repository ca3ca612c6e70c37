//! What is measured and what is scheduled, as indicators.

use std::io;

use super::{dates, some_text};
use crate::data::xml::{Xml, text};
use crate::plan::{Action, FiscalYear, Program, Quantity, Subject, Target, Years};
use crate::site::Site;

/// A target's or an action's own element: what it is of, in what, and what its identifier ends with.
struct Indicator<'a> {
    kind: &'static str,
    of: &'a str,
    unit: &'a str,
    id: String,
}

/// The indicators of a programme in the objective of this identifier.
pub(super) fn indicators(xml: &mut Xml, site: &Site, program: &Program, objective: &str) -> io::Result<()> {
    for (number, it) in (1..).zip(&program.targets) {
        target(xml, site, it, format!("{objective}-t{number}"))?;
    }
    for (number, it) in (1..).zip(&program.actions) {
        action(xml, site, it, format!("{objective}-a{number}"))?;
    }
    Ok(())
}

fn target(xml: &mut Xml, site: &Site, it: &Target, id: String) -> io::Result<()> {
    let unit = unit(it);
    let kind = if unit.is_some() { "Quantitative" } else { "Qualitative" };
    let (Subject::Measure(of) | Subject::Sentence(of)) = &it.subject;
    let span = Years { first: site.plan.period.first.min(it.due), last: it.due };
    let unit = unit.unwrap_or_default();
    indicator(
        xml,
        &Indicator { kind, of, unit, id },
        |xml| {
            match (&it.subject, &it.target) {
                (_, Some(quantity)) => result(xml, "TargetResult", Some(span), quantity, unit)?,
                (Subject::Sentence(sentence), None) => described(xml, "TargetResult", span, sentence)?,
                (Subject::Measure(_), None) => {}
            }
            let own = |year: FiscalYear| Years { first: year, last: year };
            if let Some(baseline) = &it.baseline {
                result(xml, "ActualResult", baseline.year.map(own), &baseline.value, unit)?;
            }
            it.results
                .iter()
                .try_for_each(|it| result(xml, "ActualResult", Some(own(it.year.value)), &it.value, unit))
        },
        &besides(site, it),
    )
}

/// What the standard has no element for: its note, and what the plan calls its baseline.
fn besides(site: &Site, target: &Target) -> String {
    let called = target.baseline.iter().flat_map(|it| [it.name.as_deref(), it.label.as_ref()]).flatten();
    let called: Vec<_> = called.map(String::as_str).collect();
    let called = called.join(site.words.get("list_separator"));
    let called =
        (!called.is_empty()).then(|| [site.words.get("baseline"), site.words.get("colon"), &called].concat());
    target.note.iter().cloned().chain(called).collect::<Vec<_>>().join("\n")
}

/// The unit of the first of its values that is a number; `""` if that has none.
fn unit(target: &Target) -> Option<&str> {
    let baseline = target.baseline.iter().map(|it| &it.value);
    let values = target.target.iter().chain(baseline).chain(target.results.iter().map(|it| &it.value));
    values.filter_map(|value| value.amount.as_ref()).map(|amount| amount.unit.as_str()).next()
}

fn action(xml: &mut Xml, site: &Site, it: &Action, id: String) -> io::Result<()> {
    let of = match &it.group {
        Some(group) => [group, ": ", &it.name].concat(),
        None => it.name.clone(),
    };
    let unit = site.words.get("actions");
    let bars = |xml: &mut Xml| {
        let mut bars = it.lanes.iter().flat_map(|lane| &lane.bars);
        bars.try_for_each(|bar| described(xml, "TargetResult", bar.years, &bar.text))
    };
    indicator(xml, &Indicator { kind: "Qualitative", of: &of, unit, id }, bars, "")
}

fn indicator(
    xml: &mut Xml,
    it: &Indicator,
    results: impl FnOnce(&mut Xml) -> io::Result<()>,
    note: &str,
) -> io::Result<()> {
    let element = xml.create_element("PerformanceIndicator");
    element.with_attribute(("PerformanceIndicatorType", it.kind)).write_inner_content(|xml| {
        text(xml, "MeasurementDimension", it.of)?;
        text(xml, "UnitOfMeasurement", it.unit)?;
        text(xml, "Identifier", &it.id)?;
        xml.create_element("MeasurementInstance").write_inner_content(results)?;
        some_text(xml, "OtherInformation", note)
    })?;
    Ok(())
}

/// A value as it is printed and, where it is a number of the indicator's unit, as that.
fn result(xml: &mut Xml, name: &str, years: Option<Years>, value: &Quantity, unit: &str) -> io::Result<()> {
    xml.create_element(name).write_inner_content(|xml| {
        years.map_or(Ok(()), |years| dates(xml, years))?;
        if let Some(amount) = value.amount.as_ref().filter(|amount| amount.unit == unit) {
            text(xml, "NumberOfUnits", &amount.number.to_string())?;
            xml.create_element("Descriptor").write_inner_content(|xml| {
                text(xml, "DescriptorName", "comparator")?;
                text(xml, "DescriptorValue", amount.comparator.sign())
            })?;
        }
        text(xml, "Description", &value.text)
    })?;
    Ok(())
}

fn described(xml: &mut Xml, name: &str, years: Years, said: &str) -> io::Result<()> {
    xml.create_element(name).write_inner_content(|xml| {
        dates(xml, years)?;
        text(xml, "Description", said)
    })?;
    Ok(())
}
