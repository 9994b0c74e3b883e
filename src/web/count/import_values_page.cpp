#include "web/count/import_values_page.hpp"

#include "count/count.hpp"
#include "formats/encoding.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <fstream>
#include <sstream>

namespace throughline::web {

namespace {

// What travels through the check page and back must fit in the fields of a form.
constexpr std::uint64_t longest_text = 500'000;
constexpr std::size_t most_rows_shown = 1000;
constexpr std::size_t longest_line_shown = 120;

struct RowView {
  int row = 0;
  std::string date;
  std::string value;
  std::string outcome;
  std::string outcome_class;
  std::string detail;
  std::string typed;  // of a row that cannot be kept
};
BOOST_DESCRIBE_STRUCT(RowView, (), (row, date, value, outcome, outcome_class, detail, typed))

struct ImportView {
  std::string ref;
  std::string measure;
  std::string unit;
  std::string text;
  bool checked = false;
  std::string button;  // empty: nothing to keep
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t bad = 0;
  std::vector<RowView> rows;
  std::size_t not_shown = 0;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (ref, measure, unit, text, checked, button, added, changed, unchanged, bad,
                       rows, not_shown, errors))

std::optional<count::Measure> measure_of(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return count::find_measure(reader, call.authority.id, call.parameter("ref"));
  });
}

http::Response no_such_measure(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "No such measure", {}});
}

ImportView view_of(const count::Measure& measure, std::string text) {
  ImportView view;
  view.ref = measure.ref;
  view.measure = measure.name;
  view.unit = count::unit_label(measure.unit);
  view.text = std::move(text);
  return view;
}

// An uploaded file goes before pasted text: someone chose it.
base::Result<std::string> given_text(const http::Request& request) {
  for (const auto& upload : request.uploads) {
    if (upload.size == 0) continue;
    if (upload.size > longest_text) {
      return base::refuse(
          {{"file", "The file is bigger than 500 KB. Save the columns date and value alone"}});
    }
    std::ifstream stream(upload.path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    auto text = bytes.str();
    if (text.find('\0') != text.npos) {
      return base::refuse({{"file", "The file must be CSV: text with a value on each line"}});
    }
    return formats::is_utf8(text) ? text : formats::utf8_from_windows_1252(text);
  }
  auto text = request.form.get("text");
  if (text.size() > longest_text) {
    return base::refuse({{"text", "This is more than 500 KB. Paste it in parts"}});
  }
  if (text.find_first_not_of(" \t\r\n") == text.npos) {
    return base::refuse({{"text", "Paste the values, or choose a file"}});
  }
  return text;
}

RowView row_of(const count::Measure& measure, const count::CheckedValue& each, std::string outcome,
               std::string outcome_class) {
  RowView row{each.value.row,
              base::to_long_text(each.value.date),
              count::with_unit(each.value.value, measure.unit),
              std::move(outcome),
              std::move(outcome_class),
              {},
              {}};
  if (each.stored && *each.stored != each.value.value) {
    row.detail = "It is " + count::with_unit(*each.stored, measure.unit) + " now";
  } else if (each.stored && row.outcome == "Changed") {
    row.detail = "The value is the same; its note or parts change";
  }
  return row;
}

std::string button_for(const ImportView& view) {
  const auto kept = view.added + view.changed;
  if (kept == 0) return {};
  if (view.bad > 0) return "Keep the good rows";
  return kept == 1 ? "Keep this value" : "Keep these " + std::to_string(kept) + " values";
}

// The line of the text that a row stands on, for whoever has to mend it.
std::string line_of(const std::string& text, int row) {
  std::istringstream lines(text);
  std::string line;
  for (int at = 0; at < row && std::getline(lines, line); ++at) continue;
  return line.size() > longest_line_shown ? line.substr(0, line.find(',')) + " ..." : line;
}

// A row is bad once, whatever number of things is wrong with it.
void add_bad_rows(ImportView& view, const std::vector<base::Problem>& problems) {
  for (const auto& problem : problems) {
    if (!view.rows.empty() && view.rows.back().row == problem.row) {
      view.rows.back().detail += ". " + problem.message;
      continue;
    }
    view.rows.push_back({problem.row, "", "", "Cannot be kept", "govuk-tag--red", problem.message,
                         line_of(view.text, problem.row)});
  }
  view.bad = view.rows.size();
}

// Rows that want a person's eye come first: those that cannot be kept, then those that change.
void fill_check(ImportView& view, const count::Measure& measure, const count::ValuesCheck& check) {
  view.checked = true;
  view.added = check.added.size();
  view.changed = check.changed.size();
  view.unchanged = check.unchanged.size();
  add_bad_rows(view, check.bad);
  view.button = button_for(view);
  for (const auto& each : check.changed) {
    view.rows.push_back(row_of(measure, each, "Changed", "govuk-tag--yellow"));
  }
  for (const auto& each : check.added) {
    view.rows.push_back(row_of(measure, each, "Added", "govuk-tag--green"));
  }
  for (const auto& each : check.unchanged) {
    view.rows.push_back(row_of(measure, each, "Unchanged", "govuk-tag--grey"));
  }
  if (view.rows.size() > most_rows_shown) {
    view.not_shown = view.rows.size() - most_rows_shown;
    view.rows.resize(most_rows_shown);
  }
}

http::Response refuse(Call& call, ImportView view, base::Error error) {
  if (error.problems.empty()) error.problems.push_back({"text", error.message});
  for (auto& problem : error.problems) {
    if (problem.field != "file") problem.field = "text";
  }
  view.errors = form_errors(error);
  return page(call, "count/import_values.html", templates::to_value(view), 400);
}

http::Response keep(Call& call, const count::Measure& measure, const std::string& text) {
  const auto kept = call.database.write([&](store::Writer& writer) {
    return count::keep_values(writer, call.work, measure.ref, text);
  });
  if (!kept) return refuse(call, view_of(measure, text), kept.error());
  return redirect_with_message(call, "/measures/" + measure.ref,
                               std::to_string(kept->added) + " added, " +
                                   std::to_string(kept->changed) + " changed, " +
                                   std::to_string(kept->unchanged) + " as they were");
}

}  // namespace

http::Response import_values_page(Call& call) {
  const auto measure = measure_of(call);
  if (!measure) return no_such_measure(call);
  return page(call, "count/import_values.html", templates::to_value(view_of(*measure, {})));
}

http::Response receive_values_import(Call& call) {
  const auto measure = measure_of(call);
  if (!measure) return no_such_measure(call);
  const auto text = given_text(call.request);
  if (!text) return refuse(call, view_of(*measure, call.request.form.get("text")), text.error());
  if (call.request.form.get("step") == "keep") return keep(call, *measure, *text);
  auto view = view_of(*measure, *text);
  const auto check = call.database.read([&](store::Reader& reader) {
    return count::check_values(reader, call.work, measure->ref, *text);
  });
  if (!check) return refuse(call, std::move(view), check.error());
  fill_check(view, *measure, *check);
  return page(call, "count/import_values.html", templates::to_value(view));
}

}  // namespace throughline::web
