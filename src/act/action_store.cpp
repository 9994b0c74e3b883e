#include "act/action_store.hpp"

#include "record/line.hpp"

namespace throughline::act {
namespace {

constexpr const char* columns =
    "ref, title, aim, owner_ref, owner_name, due, status, began, ended, outcome, measure_ref, "
    "raised, version";

std::string text_or_empty(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

std::optional<base::Date> date_or_none(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

Action read_action(const store::Row& row) {
  Action action;
  action.ref = row.text(0);
  action.title = row.text(1);
  action.aim = row.text(2);
  action.owner_ref = row.text(3);
  action.owner_name = row.text(4);
  action.due = base::date_from_text(row.text(5)).value();
  action.status = action_status_from_text(row.text(6)).value();
  action.began = date_or_none(row.text(7));
  action.ended = date_or_none(row.text(8));
  action.outcome = row.text(9);
  action.measure_ref = row.text(10);
  action.raised = row.text(11);
  action.version = row.integer(12);
  return action;
}

store::Values values_of(const std::string& authority_id, const Action& action) {
  return {authority_id,
          action.ref,
          action.title,
          action.aim,
          action.owner_ref,
          action.owner_name,
          base::to_text(action.due),
          std::string(to_text(action.status)),
          text_or_empty(action.began),
          text_or_empty(action.ended),
          action.outcome,
          action.measure_ref,
          action.raised,
          action.version};
}

std::vector<Action> read_actions(store::Reader& reader, const std::string& sql,
                                 const store::Values& parameters) {
  std::vector<Action> actions;
  reader.for_each(sql, parameters,
                  [&](const store::Row& row) { actions.push_back(read_action(row)); });
  return actions;
}

struct Where {
  std::string sql;
  store::Values values;
};

Where where_of(const record::Work& work, const ActionFilter& filter) {
  Where where{" from actions where authority_id = $1", {work.authority_id}};
  const auto add = [&](const std::string& condition, store::Value value) {
    where.values.push_back(std::move(value));
    where.sql += " and " + condition + " $" + std::to_string(where.values.size());
  };
  if (filter.status) add("status =", std::string(to_text(*filter.status)));
  if (!filter.owner_ref.empty()) add("owner_ref =", filter.owner_ref);
  if (filter.late_only) {
    where.sql += " and status in ('planned', 'under_way')";
    add("due <", base::to_text(work.today()));
  }
  return where;
}

}  // namespace

void insert_action(store::Writer& writer, const std::string& authority_id, const Action& action) {
  writer.execute(std::string("insert into actions (authority_id, ") + columns +
                     ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                 values_of(authority_id, action));
}

void update_action(store::Writer& writer, const std::string& authority_id, const Action& action) {
  writer.execute(
      "update actions set title = $3, aim = $4, owner_ref = $5, owner_name = $6, due = $7, "
      "status = $8, began = $9, ended = $10, outcome = $11, measure_ref = $12, raised = $13, "
      "version = $14 where authority_id = $1 and ref = $2",
      values_of(authority_id, action));
}

void put_action_node(store::Writer& writer, const std::string& authority_id, const Action& action) {
  record::put_node(
      writer, authority_id,
      {action.ref, action.title,
       base::to_text(base::london_date(base::instant_from_text(action.raised).value())),
       std::string(to_text(action.status))});
}

void rebuild_actions(store::Writer& writer, const std::string& authority_id) {
  for (const Action& action : read_actions(
           writer, std::string("select ") + columns + " from actions where authority_id = $1",
           {authority_id})) {
    put_action_node(writer, authority_id, action);
  }
}

std::optional<Action> find_action(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  const auto row = reader.row(
      std::string("select ") + columns + " from actions where authority_id = $1 and ref = $2",
      {authority_id, ref});
  return row ? std::optional{read_action(*row)} : std::nullopt;
}

std::vector<Action> actions_like(store::Reader& reader, const std::string& authority_id,
                                 const ActionForm& form, const std::string& since) {
  if (!form.due) return {};
  return read_actions(reader,
                      std::string("select ") + columns +
                          " from actions where authority_id = $1 and status = 'planned' "
                          "and due = $2 and title = $3 and aim = $4 and owner_ref = $5 "
                          "and owner_name = $6 and measure_ref = $7 and raised >= $8 order by ref",
                      {authority_id, base::to_text(*form.due), form.title, form.aim, form.owner_ref,
                       form.owner_name, form.measure_ref, since});
}

std::vector<Action> actions_on_measure(store::Reader& reader, const std::string& authority_id,
                                       const std::string& measure_ref) {
  return read_actions(reader,
                      std::string("select ") + columns +
                          " from actions where authority_id = $1 and measure_ref = $2 "
                          "order by began, ref",
                      {authority_id, measure_ref});
}

std::vector<Action> list_actions(store::Reader& reader, const record::Work& work,
                                 const ActionFilter& filter, int offset, int most) {
  auto where = where_of(work, filter);
  where.values.emplace_back(std::int64_t{most});
  where.values.emplace_back(std::int64_t{offset});
  const auto count = where.values.size();
  return read_actions(
      reader,
      std::string("select ") + columns + where.sql +
          " order by case when status in ('planned', 'under_way') then 0 else 1 end,"
          " case when status in ('planned', 'under_way') then due else '' end, ended desc, ref"
          " limit $" +
          std::to_string(count - 1) + " offset $" + std::to_string(count),
      where.values);
}

std::int64_t count_actions(store::Reader& reader, const record::Work& work,
                           const ActionFilter& filter) {
  const auto where = where_of(work, filter);
  return reader.number("select count(*)" + where.sql, where.values);
}

}  // namespace throughline::act
