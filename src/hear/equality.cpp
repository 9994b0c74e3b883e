#include "hear/equality.hpp"

namespace throughline::hear {
namespace {

constexpr EqualityOption unsaid{prefer_not_to_say, "Prefer not to say", ""};

constexpr std::array age_bands = {
    EqualityOption{"under_18", "Under 18", ""},       EqualityOption{"18_to_24", "18 to 24", ""},
    EqualityOption{"25_to_34", "25 to 34", ""},       EqualityOption{"35_to_44", "35 to 44", ""},
    EqualityOption{"45_to_54", "45 to 54", ""},       EqualityOption{"55_to_64", "55 to 64", ""},
    EqualityOption{"65_to_74", "65 to 74", ""},       EqualityOption{"75_to_84", "75 to 84", ""},
    EqualityOption{"85_and_over", "85 and over", ""}, unsaid,
};

constexpr std::array sexes = {EqualityOption{"female", "Female", ""},
                              EqualityOption{"male", "Male", ""}, unsaid};

constexpr std::string_view asian = "Asian or Asian British";
constexpr std::string_view black = "Black, Black British, Caribbean or African";
constexpr std::string_view mixed = "Mixed or multiple ethnic groups";
constexpr std::string_view white = "White";
constexpr std::string_view another = "Other ethnic group";

constexpr std::array ethnic_groups = {
    EqualityOption{"indian", "Indian", asian},
    EqualityOption{"pakistani", "Pakistani", asian},
    EqualityOption{"bangladeshi", "Bangladeshi", asian},
    EqualityOption{"chinese", "Chinese", asian},
    EqualityOption{"any_other_asian", "Any other Asian background", asian},
    EqualityOption{"caribbean", "Caribbean", black},
    EqualityOption{"african", "African", black},
    EqualityOption{"any_other_black", "Any other Black, Black British or Caribbean background",
                   black},
    EqualityOption{"white_and_black_caribbean", "White and Black Caribbean", mixed},
    EqualityOption{"white_and_black_african", "White and Black African", mixed},
    EqualityOption{"white_and_asian", "White and Asian", mixed},
    EqualityOption{"any_other_mixed", "Any other mixed or multiple ethnic background", mixed},
    EqualityOption{"white_british", "English, Welsh, Scottish, Northern Irish or British", white},
    EqualityOption{"irish", "Irish", white},
    EqualityOption{"gypsy_or_irish_traveller", "Gypsy or Irish Traveller", white},
    EqualityOption{"roma", "Roma", white},
    EqualityOption{"any_other_white", "Any other White background", white},
    EqualityOption{"arab", "Arab", another},
    EqualityOption{"any_other", "Any other ethnic group", another},
    unsaid,
};

constexpr std::array disabilities = {
    EqualityOption{"limited_a_lot", "Yes, and it limits my daily life a lot", ""},
    EqualityOption{"limited_a_little", "Yes, and it limits my daily life a little", ""},
    EqualityOption{"not_limited", "Yes, but it does not limit my daily life", ""},
    EqualityOption{"no", "No", ""},
    unsaid,
};

constexpr std::array religions = {
    EqualityOption{"no_religion", "No religion", ""},
    EqualityOption{"christian", "Christian (all denominations)", ""},
    EqualityOption{"buddhist", "Buddhist", ""},
    EqualityOption{"hindu", "Hindu", ""},
    EqualityOption{"jewish", "Jewish", ""},
    EqualityOption{"muslim", "Muslim", ""},
    EqualityOption{"sikh", "Sikh", ""},
    EqualityOption{"other", "Any other religion", ""},
    unsaid,
};

constexpr std::array orientations = {
    EqualityOption{"heterosexual", "Straight or heterosexual", ""},
    EqualityOption{"gay_or_lesbian", "Gay or lesbian", ""},
    EqualityOption{"bisexual", "Bisexual", ""},
    EqualityOption{"other", "Other sexual orientation", ""},
    unsaid,
};

constexpr std::array caring = {EqualityOption{"yes", "Yes", ""}, EqualityOption{"no", "No", ""},
                               unsaid};

const std::array questions = {
    EqualityQuestion{"age_band", "How old are you?", "", age_bands},
    EqualityQuestion{"sex", "What is your sex?", "", sexes},
    EqualityQuestion{"ethnic_group", "What is your ethnic group?",
                     "The list is the one that the census uses.", ethnic_groups},
    EqualityQuestion{"disability",
                     "Do you have a physical or mental health condition or illness that is "
                     "expected to last 12 months or more?",
                     "", disabilities},
    EqualityQuestion{"religion", "What is your religion?", "", religions},
    EqualityQuestion{"sexual_orientation", "Which of these best describes your sexual orientation?",
                     "", orientations},
    EqualityQuestion{
        "carer", "Do you look after someone, unpaid, who could not manage without you?",
        "A family member or friend who is ill, disabled or older, for example.", caring},
};

const EqualityQuestion* question(std::string_view field) {
  for (const auto& each : questions) {
    if (each.field == field) return &each;
  }
  return nullptr;
}

}  // namespace

std::span<const EqualityQuestion> equality_questions() {
  return questions;
}

std::string_view equality_label(std::string_view field, std::string_view answer) {
  if (const auto* asked = question(field)) {
    for (const auto& option : asked->options) {
      if (option.text == answer) return option.label;
    }
  }
  return "";
}

base::Result<EqualityAnswers> equality_answers(const EqualityAnswers& given) {
  EqualityAnswers kept;
  std::vector<base::Problem> problems;
  for (const auto& asked : questions) {
    for (const auto& [field, answer] : given) {
      if (field != asked.field || answer.empty()) continue;
      if (equality_label(field, answer).empty()) {
        problems.push_back({field, "Choose one of the answers, or leave the question out"});
      } else {
        kept.emplace_back(field, answer);
      }
      break;
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return kept;
}

}  // namespace throughline::hear
