#include "web/hear/letter/template_pages.hpp"

#include "base/digits.hpp"
#include "hear/letter/fields.hpp"
#include "hear/letter/letter_template.hpp"
#include "templates/described.hpp"
#include "web/hear/letter/letter_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using hear::letter::Template;

struct TemplateLineView {
  std::string kind;
  std::string name;
  std::string purpose;
  std::string state;  // "As the program brings it", or who changed it and when
};
BOOST_DESCRIBE_STRUCT(TemplateLineView, (), (kind, name, purpose, state))

struct TemplateListView {
  std::vector<TemplateLineView> templates;
};
BOOST_DESCRIBE_STRUCT(TemplateListView, (), (templates))

struct FieldView {
  std::string name;
  std::string means;
  std::string example;
};
BOOST_DESCRIBE_STRUCT(FieldView, (), (name, means, example))

struct VersionView {
  std::string version;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (version, what))

struct TemplateView {
  TemplateLineView line;
  std::string version;
  std::string text;
  bool is_default = false;
  std::vector<FieldView> fields;
  std::vector<VersionView> versions;
  std::vector<LetterBlockView> preview;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(TemplateView, (),
                      (line, version, text, is_default, fields, versions, preview, errors))

struct TemplateVersionView {
  TemplateLineView line;
  std::string version;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TemplateVersionView, (), (line, version, text))

std::string changed(const Template& one) {
  const auto at = base::instant_from_text(one.changed_at);
  return (one.is_default ? "put back to the default by " : "changed by ") + one.changed_by + ", " +
         (at ? base::to_london_text(*at) : one.changed_at);
}

TemplateLineView line_of(const Template& one) {
  return {std::string(to_text(one.kind)), std::string(label(one.kind)),
          std::string(purpose(one.kind)),
          one.version == 0 ? "As Throughline brings it"
                           : "Version " + std::to_string(one.version) + ", " + changed(one)};
}

// `typed`: what a person wrote, instead of what is kept.
TemplateView view_of(Call& call, hear::letter::Kind kind, const std::string* typed) {
  TemplateView view;
  call.database.read([&](store::Reader& reader) {
    const auto now = hear::letter::current_template(reader, call.authority.id, kind);
    view.line = line_of(now);
    view.version = std::to_string(now.version);
    view.text = typed ? *typed : now.text;
    view.is_default = now.is_default;
    for (const auto& each : hear::letter::template_versions(reader, call.authority.id, kind)) {
      view.versions.push_back({std::to_string(each.version), changed(each)});
    }
  });
  for (const auto& field : hear::letter::fields_for(kind)) {
    view.fields.push_back({"{{ " + std::string(field.name) + " }}", std::string(field.means),
                           std::string(field.example)});
  }
  return view;
}

void fill_preview(TemplateView& view) {
  view.preview = letter_blocks(hear::letter::merge(view.text, hear::letter::example_values()));
}

std::optional<hear::letter::Kind> kind_of(const Call& call) {
  return hear::letter::kind_from_text(call.parameter("kind"));
}

http::Response no_such_template(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such template", {}});
}

http::Response show(Call& call, const TemplateView& view, int status = 200) {
  return page(call, "hear/letter/template.html", templates::to_value(view), status);
}

http::Response show_refused(Call& call, hear::letter::Kind kind, const std::string& typed,
                            const base::Error& error) {
  auto view = view_of(call, kind, &typed);
  view.errors = form_errors(error);
  return show(call, view, error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response template_list_page(Call& call) {
  TemplateListView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto kind : hear::letter::all_kinds) {
      view.templates.push_back(
          line_of(hear::letter::current_template(reader, call.authority.id, kind)));
    }
  });
  return page(call, "hear/letter/templates.html", templates::to_value(view));
}

http::Response template_page(Call& call) {
  const auto kind = kind_of(call);
  if (!kind) return no_such_template(call);
  auto view = view_of(call, *kind, nullptr);
  fill_preview(view);
  return show(call, view);
}

http::Response receive_template(Call& call) {
  const auto kind = kind_of(call);
  if (!kind) return no_such_template(call);
  const auto& form = call.request.form;
  const auto text = form.get("text");
  if (form.get("do") == "preview") {
    if (auto problems = hear::letter::problems_of(*kind, text); !problems.empty()) {
      return show_refused(call, *kind, text,
                          {base::ErrorKind::invalid, "There is a problem", std::move(problems)});
    }
    auto view = view_of(call, *kind, &text);
    view.version = form.get("version");  // nothing is saved: still what the person was looking at
    fill_preview(view);
    return show(call, view);
  }
  const auto saved = call.database.write([&](store::Writer& writer) {
    return hear::letter::change_template(writer, call.work, *kind,
                                         base::digits(form.get("version")).value_or(-1), text);
  });
  if (!saved) return show_refused(call, *kind, text, saved.error());
  return redirect_with_message(call, "/letter-templates/" + call.parameter("kind"),
                               "Template saved. New letters begin from it");
}

http::Response receive_template_reset(Call& call) {
  const auto kind = kind_of(call);
  if (!kind) return no_such_template(call);
  const auto version = base::digits(call.request.form.get("version")).value_or(-1);
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::letter::reset_template(writer, call.work, *kind, version);
  });
  if (!outcome) return error_page(call, outcome.error());
  return redirect_with_message(call, "/letter-templates/" + call.parameter("kind"),
                               "Back to the default. Your versions are kept");
}

http::Response template_version_page(Call& call) {
  const auto kind = kind_of(call);
  if (!kind) return no_such_template(call);
  const auto asked = base::digits(call.parameter("version"));
  const auto versions = call.database.read([&](store::Reader& reader) {
    return hear::letter::template_versions(reader, call.authority.id, *kind);
  });
  const auto found =
      std::ranges::find_if(versions, [&](const Template& each) { return each.version == asked; });
  if (found == versions.end()) return no_such_template(call);
  const TemplateVersionView view{line_of(*found), std::to_string(found->version), found->text};
  return page(call, "hear/letter/template_version.html", templates::to_value(view));
}

}  // namespace throughline::web
