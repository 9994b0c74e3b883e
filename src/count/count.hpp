#pragma once

// COUNT: the figures that a council follows. Front door: these headers, and their verbs.
//
//   measure.hpp        create_measure, change_measure, find_measure, measures
//   values.hpp         record_value, change_value, remove_value, check_values, keep_values,
//                      values, series, values_csv
//   measure_chart.hpp  chart_of, drawing_of, in_words
//
// It refuses to judge: whether an action moved a measure is for `prove`.

#include "count/measure.hpp"
#include "count/measure_chart.hpp"
#include "count/values.hpp"
