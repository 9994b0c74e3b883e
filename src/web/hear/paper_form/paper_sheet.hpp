#pragma once

// A paper form as a page of its own, to be made into a PDF: the questions of "Tell us" or of easy
// read, with boxes to tick and lines to write on. In the language spoken.

#include "hear/paper_form/paper_form.hpp"
#include "hear/point/point.hpp"
#include "record/council_details.hpp"
#include "record/service.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

struct PaperOrder {
  std::string council;
  hear::PaperForm form = hear::PaperForm::standard;
  std::optional<hear::Kind> kind;    // one of paper_kinds; ticked already
  std::string service_ref;           // ticked already; empty: none
  std::optional<hear::Point> point;  // printed at the top
  std::vector<record::Service> services;
  record::CouncilDetails details;
};

[[nodiscard]] std::string paper_sheet(const PaperOrder& order);

}  // namespace throughline::web
