#include "base/date.hpp"
#include "count/measure.hpp"
#include "count/measure_form.hpp"
#include "formats/number.hpp"
#include "record/event.hpp"

namespace throughline::count {
namespace {

constexpr std::string_view columns =
    "ref, name, counts, unit, improvement, target, source, frequency, created, version";

Measure measure_of(const store::Row& row) {
  return {.ref = row.text(0),
          .name = row.text(1),
          .counts = row.text(2),
          .unit = unit_from_text(row.text(3)).value(),
          .improvement = stats::improvement_from_text(row.text(4)).value(),
          .target = row.optional_real(5),
          .source = row.text(6),
          .frequency = frequency_from_text(row.text(7)).value(),
          .created = row.text(8),
          .version = row.integer(9)};
}

base::Result<Measure> name_is_taken(const std::string& name) {
  return base::refuse(base::ErrorKind::conflict, "There is a measure with this name already",
                      {{"name", "There is a measure called \u201C" + name +
                                    "\u201D already. Choose another name"}});
}

bool other_has_name(store::Reader& reader, const record::Work& work, const Measure& measure) {
  return reader.number(
             "select count(*) from measures where authority_id = $1 and name = $2 and ref <> $3",
             {work.authority_id, measure.name, measure.ref}) > 0;
}

std::string target_text(const std::optional<double>& target) {
  return target ? formats::to_text(*target) : "none";
}

// "old to new" for each field that changed.
record::Details changes(const Measure& from, const Measure& to) {
  record::Details details;
  const auto note = [&](const std::string& field, const std::string& before,
                        const std::string& after) {
    if (before != after) details.emplace_back(field, before + " to " + after);
  };
  note("name", from.name, to.name);
  note("counts", from.counts, to.counts);
  note("unit", std::string(to_text(from.unit)), std::string(to_text(to.unit)));
  note("improvement", std::string(stats::to_text(from.improvement)),
       std::string(stats::to_text(to.improvement)));
  note("target", target_text(from.target), target_text(to.target));
  note("source", from.source, to.source);
  note("frequency", std::string(to_text(from.frequency)), std::string(to_text(to.frequency)));
  return details;
}

record::Node node_of(const Measure& measure, const std::string& latest_date) {
  const auto created = base::instant_from_text(measure.created).value();
  return {.ref = measure.ref,
          .title = measure.name,
          .dated = latest_date.empty() ? base::to_text(base::london_date(created)) : latest_date,
          .state = ""};
}

}  // namespace

void put_measure_node(store::Writer& writer, const record::Work& work, const Measure& measure) {
  const auto latest = writer.row(
      "select max(dated) from measure_values where authority_id = $1 and measure_ref = $2",
      {work.authority_id, measure.ref});
  record::put_node(writer, work.authority_id, node_of(measure, latest ? latest->text(0) : ""));
}

void rebuild_measures(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  for (const MeasureLine& line : measures(writer, authority_id)) {
    nodes.push_back(node_of(line.measure, line.latest_date));
  }
  record::put_nodes(writer, authority_id, nodes);
}

base::Result<Measure> create_measure(store::Writer& writer, const record::Work& work,
                                     const MeasureForm& form) {
  auto measure = read_form(form);
  if (!measure) return measure;
  if (other_has_name(writer, work, *measure)) return name_is_taken(measure->name);
  measure->ref = record::next_ref(writer, work, record::NodeKind::measure);
  measure->created = base::to_text(work.now);
  try {
    writer.execute(
        "insert into measures (authority_id, ref, name, counts, unit, improvement, target, source, "
        "frequency, created, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        {work.authority_id, measure->ref, measure->name, measure->counts,
         std::string(to_text(measure->unit)), std::string(stats::to_text(measure->improvement)),
         store::nullable(measure->target), measure->source,
         std::string(to_text(measure->frequency)), measure->created});
  } catch (const store::UniqueViolation&) {
    return name_is_taken(measure->name);
  }
  put_measure_node(writer, work, *measure);
  record::append_event(writer, work, measure->ref, "created", {{"name", measure->name}});
  return measure;
}

base::Result<Measure> change_measure(store::Writer& writer, const record::Work& work,
                                     const std::string& ref, std::int64_t version,
                                     const MeasureForm& form) {
  const auto before = find_measure(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no measure " + ref);
  auto measure = read_form(form);
  if (!measure) return measure;
  if (before->version != version)
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this measure while you were. Look at their change "
                        "and make yours again");
  measure->ref = ref;
  measure->created = before->created;
  measure->version = version + 1;
  if (other_has_name(writer, work, *measure)) return name_is_taken(measure->name);
  const bool has_values =
      writer.number(
          "select count(*) from measure_values where authority_id = $1 and measure_ref = $2",
          {work.authority_id, ref}) > 0;
  if (has_values && measure->unit != before->unit)
    return base::refuse(base::ErrorKind::conflict, "The measure has values already",
                        {{"unit",
                          "The unit cannot change once there are values. Make a new "
                          "measure for figures in another unit"}});
  const auto details = changes(*before, *measure);
  if (details.empty()) return *before;
  writer.execute(
      "update measures set name = $3, counts = $4, unit = $5, improvement = $6, target = $7, "
      "source = $8, frequency = $9, version = $10 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, measure->name, measure->counts, std::string(to_text(measure->unit)),
       std::string(stats::to_text(measure->improvement)), store::nullable(measure->target),
       measure->source, std::string(to_text(measure->frequency)), measure->version});
  put_measure_node(writer, work, *measure);
  record::append_event(writer, work, ref, "changed", details);
  return measure;
}

std::optional<Measure> find_measure(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from measures where authority_id = $1 and ref = $2",
      {authority_id, ref});
  if (!row) return std::nullopt;
  return measure_of(*row);
}

std::vector<MeasureLine> measures(store::Reader& reader, const std::string& authority_id) {
  std::vector<MeasureLine> lines;
  reader.for_each(
      "select " + std::string(columns) +
          ", coalesce(held.number, 0), held.latest, latest_value.value "
          "from measures "
          "left join (select measure_ref, count(*) as number, max(dated) as latest "
          "from measure_values where authority_id = $1 group by measure_ref) as held "
          "on held.measure_ref = measures.ref "
          "left join measure_values as latest_value on latest_value.authority_id = $1 "
          "and latest_value.measure_ref = measures.ref and latest_value.dated = held.latest "
          "where measures.authority_id = $1 order by name, ref",
      {authority_id}, [&](const store::Row& row) {
        lines.push_back({measure_of(row), row.integer(10), row.text(11), row.optional_real(12)});
      });
  return lines;
}

}  // namespace throughline::count
