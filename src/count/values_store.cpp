#include "count/measure_form.hpp"
#include "count/values.hpp"
#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "record/event.hpp"

#include <sstream>

namespace throughline::count {
namespace {

base::Date stored_date(const std::string& text) {
  return base::date_from_text(text).value();
}

tl::unexpected<base::Error> no_measure(const std::string& ref) {
  return base::refuse(base::ErrorKind::not_found, "There is no measure " + ref);
}

ValueRules rules_of(const Measure& measure, const record::Work& work) {
  return {.latest = work.today(), .unit = measure.unit};
}

MeasureValue value_of(const store::Row& row) {
  return {.date = stored_date(row.text(0)),
          .value = row.real(1),
          .numerator = row.optional_real(2),
          .denominator = row.optional_real(3),
          .note = row.text(4),
          .recorded = row.text(5),
          .recorded_by = row.text(6)};
}

constexpr std::string_view select_values =
    "select dated, value, numerator, denominator, note, recorded, recorded_by "
    "from measure_values where authority_id = $1 and measure_ref = $2 ";

std::optional<MeasureValue> value_on(store::Reader& reader, const record::Work& work,
                                     const std::string& measure_ref, base::Date date) {
  const auto row = reader.row(std::string(select_values) + "and dated = $3",
                              {work.authority_id, measure_ref, base::to_text(date)});
  if (!row) return std::nullopt;
  return value_of(*row);
}

MeasureValue put(store::Writer& writer, const record::Work& work, const std::string& measure_ref,
                 const DatedValue& given) {
  MeasureValue value{.date = given.date,
                     .value = given.value,
                     .numerator = given.numerator,
                     .denominator = given.denominator,
                     .note = given.note,
                     .recorded = base::to_text(work.now),
                     .recorded_by = work.actor.name};
  writer.execute(
      "insert into measure_values (authority_id, measure_ref, dated, value, numerator, "
      "denominator, "
      "note, recorded, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "on conflict (authority_id, measure_ref, dated) do update set value = excluded.value, "
      "numerator = excluded.numerator, denominator = excluded.denominator, note = excluded.note, "
      "recorded = excluded.recorded, recorded_by = excluded.recorded_by",
      {work.authority_id, measure_ref, base::to_text(value.date), value.value,
       store::nullable(value.numerator), store::nullable(value.denominator), value.note,
       value.recorded, value.recorded_by});
  return value;
}

std::string from_to(double before, double after) {
  return formats::to_text(before) + " to " + formats::to_text(after);
}

bool same(const DatedValue& given, const MeasureValue& stored) {
  return given.value == stored.value && given.numerator == stored.numerator &&
         given.denominator == stored.denominator && given.note == stored.note;
}

base::Result<DatedValue> read_typed(const ValueForm& form, const Measure& measure,
                                    const record::Work& work) {
  return read_value(form.date, form.value, form.numerator, form.denominator, form.note,
                    rules_of(measure, work));
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

base::Result<MeasureValue> record_value(store::Writer& writer, const record::Work& work,
                                        const std::string& measure_ref, const ValueForm& form) {
  const auto measure = find_measure(writer, work.authority_id, measure_ref);
  if (!measure) return no_measure(measure_ref);
  const auto given = read_typed(form, *measure, work);
  if (!given) return tl::make_unexpected(given.error());
  if (value_on(writer, work, measure_ref, given->date))
    return base::refuse(
        base::ErrorKind::conflict, "This date has a value already",
        {{"date", base::to_long_text(given->date) + " has a value already. Change that value"}});
  const auto value = put(writer, work, measure_ref, *given);
  put_measure_node(writer, work, *measure);
  record::append_event(
      writer, work, measure_ref, "value recorded",
      {{"date", base::to_text(value.date)}, {"value", formats::to_text(value.value)}});
  return value;
}

base::Result<MeasureValue> change_value(store::Writer& writer, const record::Work& work,
                                        const std::string& measure_ref, const ValueForm& form,
                                        const std::string& reason) {
  const auto measure = find_measure(writer, work.authority_id, measure_ref);
  if (!measure) return no_measure(measure_ref);
  auto given = read_typed(form, *measure, work);
  std::vector<base::Problem> problems;
  if (!given) problems = given.error().problems;
  if (is_blank(reason)) problems.push_back({"reason", "Say why the value changes"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto before = value_on(writer, work, measure_ref, given->date);
  if (!before)
    return base::refuse(base::ErrorKind::not_found,
                        base::to_long_text(given->date) + " has no value to change");
  if (same(*given, *before)) return *before;
  const auto value = put(writer, work, measure_ref, *given);
  record::append_event(
      writer, work, measure_ref, "value changed",
      {{"date", base::to_text(value.date)}, {"value", from_to(before->value, value.value)}},
      reason);
  return value;
}

base::Result<MeasureValue> remove_value(store::Writer& writer, const record::Work& work,
                                        const std::string& measure_ref, base::Date date,
                                        const std::string& reason) {
  const auto measure = find_measure(writer, work.authority_id, measure_ref);
  if (!measure) return no_measure(measure_ref);
  if (is_blank(reason)) return base::refuse({{"reason", "Say why the value is taken out"}});
  const auto before = value_on(writer, work, measure_ref, date);
  if (!before)
    return base::refuse(base::ErrorKind::not_found,
                        base::to_long_text(date) + " has no value to take out");
  writer.execute(
      "delete from measure_values where authority_id = $1 and measure_ref = $2 and dated = $3",
      {work.authority_id, measure_ref, base::to_text(date)});
  put_measure_node(writer, work, *measure);
  record::append_event(writer, work, measure_ref, "value removed",
                       {{"date", base::to_text(date)}, {"value", formats::to_text(before->value)}},
                       reason);
  return *before;
}

base::Result<ValuesCheck> check_values(store::Reader& reader, const record::Work& work,
                                       const std::string& measure_ref, std::string_view bytes) {
  const auto measure = find_measure(reader, work.authority_id, measure_ref);
  if (!measure) return no_measure(measure_ref);
  auto file = read_values_file(bytes, rules_of(*measure, work));
  if (!file) return tl::make_unexpected(file.error());
  ValuesCheck check;
  check.bad = std::move(file->bad);
  for (auto& given : file->good) {
    const auto stored = value_on(reader, work, measure_ref, given.date);
    if (!stored)
      check.added.push_back({std::move(given)});
    else if (same(given, *stored))
      check.unchanged.push_back({std::move(given), stored->value});
    else
      check.changed.push_back({std::move(given), stored->value});
  }
  return check;
}

base::Result<ValuesKept> keep_values(store::Writer& writer, const record::Work& work,
                                     const std::string& measure_ref, std::string_view bytes,
                                     const std::string& reason) {
  const auto check = check_values(writer, work, measure_ref, bytes);
  if (!check) return tl::make_unexpected(check.error());
  if (check->added.empty() && check->changed.empty() && check->unchanged.empty())
    return base::refuse(base::ErrorKind::invalid, "No row can be kept", check->bad);
  for (const auto& added : check->added) put(writer, work, measure_ref, added.value);
  for (const auto& changed : check->changed) {
    put(writer, work, measure_ref, changed.value);
    record::append_event(writer, work, measure_ref, "value changed",
                         {{"date", base::to_text(changed.value.date)},
                          {"value", from_to(*changed.stored, changed.value.value)}},
                         reason);
  }
  if (!check->added.empty())
    record::append_event(writer, work, measure_ref, "values recorded",
                         {{"values", std::to_string(check->added.size())},
                          {"rows left out", std::to_string(check->bad.size())}},
                         reason);
  if (!check->added.empty() || !check->changed.empty())
    put_measure_node(writer, work, *find_measure(writer, work.authority_id, measure_ref));
  return ValuesKept{.added = static_cast<int>(check->added.size()),
                    .changed = static_cast<int>(check->changed.size()),
                    .unchanged = static_cast<int>(check->unchanged.size())};
}

std::vector<MeasureValue> values(store::Reader& reader, const std::string& authority_id,
                                 const std::string& measure_ref) {
  std::vector<MeasureValue> found;
  reader.for_each(std::string(select_values) + "order by dated", {authority_id, measure_ref},
                  [&](const store::Row& row) { found.push_back(value_of(row)); });
  return found;
}

std::vector<stats::Observation> series(store::Reader& reader, const std::string& authority_id,
                                       const std::string& measure_ref) {
  std::vector<stats::Observation> observations;
  for (const auto& value : values(reader, authority_id, measure_ref))
    observations.push_back({value.date, value.value});
  return observations;
}

std::string values_csv(const std::vector<MeasureValue>& values) {
  std::ostringstream out;
  formats::CsvWriter writer(out, formats::CsvFor::spreadsheets);
  writer.row({"date", "value", "numerator", "denominator", "note"});
  const auto optional = [](const std::optional<double>& number) {
    return number ? formats::to_text(*number) : std::string();
  };
  for (const auto& value : values)
    writer.row({base::to_text(value.date), formats::to_text(value.value), optional(value.numerator),
                optional(value.denominator), value.note});
  return out.str();
}

}  // namespace throughline::count
