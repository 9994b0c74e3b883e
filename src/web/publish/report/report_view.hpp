#pragma once

// A report of complaints as pages and paper show it.

#include "publish/report/complaints_report.hpp"
#include "publish/report/shown.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct ReportLineView {
  std::string name;
  std::string now;
  std::string before;
  std::string explained;  // what is counted, where that needs saying
};
BOOST_DESCRIBE_STRUCT(ReportLineView, (), (name, now, before, explained))

struct ReportTableView {
  std::string title;
  std::string counted;
  std::string note;
  std::vector<ReportLineView> lines;
};
BOOST_DESCRIBE_STRUCT(ReportTableView, (), (title, counted, note, lines))

struct ReportActionView {
  std::string href;
  std::string title;
  std::string status;
  std::string verdict;
};
BOOST_DESCRIBE_STRUCT(ReportActionView, (), (href, title, status, verdict))

struct ReportWordsView {
  std::string heading;
  std::vector<std::string> paragraphs;
};
BOOST_DESCRIBE_STRUCT(ReportWordsView, (), (heading, paragraphs))

struct ReportView {
  std::string council;
  std::string title;
  std::string period;   // "July to September 2025"
  std::string earlier;  // "July to September 2024"
  std::string as_at;
  bool annual = false;
  bool over = false;  // the period has ended
  bool for_everyone = false;
  std::vector<ReportLineView> totals;
  std::vector<ReportWordsView> words;
  ReportTableView timeliness;
  std::vector<ReportTableView> tables;
  std::vector<ReportActionView> actions;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (council, title, period, earlier, as_at, annual, over, for_everyone, totals,
                       words, timeliness, tables, actions))

[[nodiscard]] ReportView report_view(const publish::report::Report& report,
                                     publish::report::Readers readers);

}  // namespace throughline::web
