#include "cli/rebuild.hpp"

#include "act/act.hpp"
#include "count/count.hpp"
#include "hear/answer/follow_up.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/hear.hpp"
#include "hear/joint_review/review.hpp"
#include "hear/letter/letter.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "hear/survey/wave.hpp"
#include "judge/elsewhere/library.hpp"
#include "judge/judge.hpp"
#include "prove/prove.hpp"
#include "publish/hub/page.hpp"
#include "publish/local_account/local_account.hpp"
#include "publish/publish.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/document.hpp"
#include "record/verify.hpp"
#include "store/search_index.hpp"
#include "understand/understand.hpp"

#include <algorithm>
#include <set>

namespace throughline::cli {
namespace {

using record::NodeKind;

bool is_covered(const std::vector<Rebuilder>& all, const std::string& ref) {
  const auto kind = record::kind_of(ref);
  return kind && std::ranges::any_of(all, [&](const Rebuilder& each) {
           return std::ranges::find(each.kinds, *kind) != each.kinds.end();
         });
}

// One record of each kind that no stage would put back.
std::vector<base::Problem> not_covered(store::Reader& reader, const std::string& authority_id) {
  const auto all = rebuilders();
  std::set<std::string> prefixes;
  std::vector<base::Problem> problems;
  reader.for_each("select ref from nodes where authority_id = $1 order by ref", {authority_id},
                  [&](const store::Row& row) {
                    const std::string ref = row.text(0);
                    if (is_covered(all, ref)) return;
                    if (!prefixes.insert(ref.substr(0, ref.find('-'))).second) return;
                    problems.push_back({"", ref + " is of a kind that no stage rebuilds"});
                  });
  return problems;
}

std::int64_t count(store::Reader& reader, const std::string& table,
                   const std::string& authority_id) {
  return reader.number("select count(*) from " + table + " where authority_id = $1",
                       {authority_id});
}

}  // namespace

std::vector<Rebuilder> rebuilders() {
  const auto rules = [] { return judge::built_in_rules(); };
  return {
      {{NodeKind::document}, record::rebuild_document_nodes},
      {{NodeKind::case_}, hear::rebuild_cases},
      {{NodeKind::letter}, hear::letter::rebuild_letters},
      {{NodeKind::follow_up}, hear::rebuild_follow_ups},
      {{NodeKind::wave}, hear::survey::rebuild_waves},
      {{NodeKind::ombudsman}, hear::rebuild_ombudsman},
      {{NodeKind::project}, hear::coproduction::rebuild_projects},
      {{NodeKind::joint_review}, hear::joint_review::rebuild_joint_reviews},
      {{NodeKind::measure}, count::rebuild_measures},
      {{NodeKind::theme},
       [](store::Writer& writer, const std::string& authority_id) {
         understand::rebuild_themes(writer, authority_id);
         understand::rebuild_case_themes(writer, authority_id);
       }},
      {{NodeKind::action}, act::rebuild_actions},
      {{NodeKind::proof}, prove::rebuild_proofs},
      {{NodeKind::elsewhere}, judge::elsewhere::rebuild_library},
      {{NodeKind::evidence, NodeKind::score},
       [rules](store::Writer& writer, const std::string& authority_id) {
         judge::rebuild_evidence(writer, authority_id, rules());
         judge::rebuild_scores(writer, authority_id, rules());
       }},
      {{NodeKind::report}, publish::report::rebuild_reports},
      {{NodeKind::publication},
       [](store::Writer& writer, const std::string& authority_id) {
         publish::rebuild_publications(writer, authority_id);
         publish::rebuild_public_wordings(writer, authority_id);
         publish::hub::rebuild_pages(writer, authority_id);
       }},
      {{NodeKind::local_account}, publish::local_account::rebuild_local_accounts},
  };
}

base::Result<Rebuilt> rebuild(store::Writer& writer, const std::string& authority_id) {
  if (auto problems = not_covered(writer, authority_id); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  Rebuilt done;
  done.nodes_before = count(writer, "nodes", authority_id);
  writer.execute("delete from nodes where authority_id = $1", {authority_id});
  store::remove_texts(writer, authority_id);
  for (const Rebuilder& each : rebuilders()) each.rebuild(writer, authority_id);
  if (const auto loose = record::loose_link(writer, authority_id)) {
    return base::refuse(base::ErrorKind::conflict, *loose);
  }
  done.nodes = count(writer, "nodes", authority_id);
  done.texts = count(writer, "search_documents", authority_id);
  return done;
}

}  // namespace throughline::cli
