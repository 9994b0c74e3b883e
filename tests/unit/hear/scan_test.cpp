#include "hear/paper_form/scan.hpp"

#include "hear/hear.hpp"
#include "hear/people/people.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

std::string a_pdf(std::size_t bytes = 100) {
  std::string pdf = "%PDF-1.7\n";
  pdf += std::string(bytes, '\xC3');
  return pdf + "\n%%EOF\n";
}

class ScanStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    NewCase given;
    given.kind = Kind::complaint;
    given.words = "Three bills.";
    given.relationship = Relationship::person;
    given.channel = Channel::letter;
    given.received = work().today();
    ref_ = database()
               .write([&](store::Writer& writer) { return receive(writer, work(), given); })
               .value()
               .ref;
  }
  base::Result<Scan> add(const std::string& bytes, const std::string& name = "form.pdf") {
    return database().write(
        [&](store::Writer& writer) { return add_scan(writer, work(), ref_, bytes, name); });
  }
  std::vector<Scan> held(const std::string& council = "aldermere") {
    return database().read([&](store::Reader& reader) { return scans_of(reader, council, ref_); });
  }
  std::int64_t events(std::string_view verb) {
    const auto all = database().read(
        [&](store::Reader& reader) { return record::history(reader, "aldermere", ref_); });
    return std::ranges::count(all, verb, &record::Event::verb);
  }
  std::string ref_;
};

}  // namespace

ON_BOTH_DATABASES(ScanStore);

TEST_P(ScanStore, gives_back_the_bytes_and_writes_down_who_looked) {
  const auto bytes = a_pdf(900'000);
  ASSERT_TRUE(add(bytes));
  EXPECT_EQ(events("scan of the paper looked at"), 0);
  const auto look = [&](const record::Work& who) {
    return database().write(
        [&](store::Writer& writer) { return look_at_scan(writer, who, ref_, 1); });
  };
  const auto file = look(work());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, bytes);
  EXPECT_EQ(file->name, ref_ + "-scan-1.pdf");
  EXPECT_EQ(events("scan of the paper looked at"), 1);
  const auto seen =
      database().read([&](store::Reader& reader) { return looks(reader, "aldermere", "", 0, 10); });
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].verb, "scan of the paper looked at");
  EXPECT_FALSE(look(other_work())) << "of another council";
  EXPECT_TRUE(held("brackwater").empty());
}

TEST_P(ScanStore, refuses_what_is_no_scan_and_the_same_file_twice) {
  for (const auto& [bytes, name] :
       {std::pair{std::string(), "form.pdf"}, std::pair{std::string("words"), "form.txt"},
        std::pair{std::string("<svg>"), "form.png"}, std::pair{a_pdf(), "form.jpg"},
        std::pair{std::string("%PDF-1.7 cut"), "form.pdf"}}) {
    const auto refused = add(bytes, name);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().problems.front().field, "file");
  }
  EXPECT_FALSE(add(a_pdf(most_scan_bytes)));
  ASSERT_TRUE(add(a_pdf()));
  EXPECT_FALSE(add(a_pdf())) << "it is there already";
  EXPECT_EQ(held().size(), 1U);
}

TEST_P(ScanStore, holds_ten_and_never_gives_a_number_twice) {
  for (std::size_t each = 1; each <= 10; ++each) ASSERT_TRUE(add(a_pdf(each)));
  EXPECT_FALSE(add(a_pdf(11)));
  const auto remove = [&](std::int64_t number) {
    return database().write(
        [&](store::Writer& writer) { return remove_scan(writer, work(), ref_, number); });
  };
  ASSERT_TRUE(remove(10));
  EXPECT_FALSE(remove(10)) << "it is gone";
  EXPECT_EQ(add(a_pdf(11)).value().number, 11);
  EXPECT_EQ(events("scan of the paper taken away"), 1);
}

TEST_P(ScanStore, goes_when_the_persons_data_is_erased) {
  ASSERT_TRUE(add(a_pdf()));
  const auto erased = database().write([&](store::Writer& writer) {
    return erase_person(writer, work(), {ref_}, Way::erase, "They asked us to");
  });
  ASSERT_TRUE(erased) << erased.error().message;
  EXPECT_TRUE(held().empty());
  EXPECT_EQ(database().read([](store::Reader& reader) {
    return reader.number("select count(*) from case_scan_pieces");
  }),
            0);
}

}  // namespace throughline::hear
