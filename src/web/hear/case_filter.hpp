#pragma once

// The filter of the case list as it stands in an address: "?kind=complaint&status=received". An
// address holds what an officer looks for, and nothing about a person but words typed into search.

#include "hear/case_list.hpp"
#include "web/http/message.hpp"

#include <string>
#include <utility>
#include <vector>

namespace throughline::web {

struct AskedFor {
  hear::CaseFilter filter;
  hear::CaseOrder order = hear::CaseOrder::newest;
  std::string from_text;  // dates as typed, also when they cannot be read
  std::string to_text;
  std::vector<base::Problem> problems;
};

[[nodiscard]] AskedFor asked_for(const http::Form& query);

using QueryFields = std::vector<std::pair<std::string, std::string>>;

// The fields of the filter and order, without empty ones: what links and hidden fields carry on.
[[nodiscard]] QueryFields fields_of(const AskedFor& asked);
// "/cases?kind=complaint&after=CASE-7"; "/cases" when there are no fields.
[[nodiscard]] std::string address_with(std::string path, const QueryFields& fields);

}  // namespace throughline::web
