#include "web/http/multipart.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <rapidcheck.h>
#include <sstream>

namespace throughline::web::http {

using base::ErrorKind;

namespace {

struct Parsed {
  Form form;
  std::vector<Upload> uploads;
};

std::string content_of(const Upload& upload) {
  std::ifstream file(upload.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

base::Result<Parsed> parse(const std::string& text, const std::vector<std::size_t>& cuts = {},
                           MultipartLimits limits = {}) {
  MultipartParser parser("XX", limits, "");
  std::size_t at = 0;
  for (const std::size_t cut : cuts) {
    const std::size_t end = std::min(at + cut, text.size());
    if (const auto taken = parser.take(text.substr(at, end - at)); !taken) {
      return tl::make_unexpected(taken.error());
    }
    at = end;
  }
  if (const auto taken = parser.take(text.substr(at)); !taken) {
    return tl::make_unexpected(taken.error());
  }
  Parsed parsed;
  if (const auto finished = parser.finish(parsed.form, parsed.uploads); !finished) {
    return tl::make_unexpected(finished.error());
  }
  return parsed;
}

std::string field(const std::string& name, const std::string& value) {
  return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file(const std::string& names, const std::string& content) {
  return "--XX\r\nContent-Disposition: form-data; " + names + "\r\nContent-Type: text/csv\r\n\r\n" +
         content + "\r\n";
}

const std::string end = "--XX--\r\n";

std::string file_name_of(const std::string& names) {
  const auto parsed = parse(file("name=\"f\"; " + names, "x") + end);
  return parsed ? parsed->uploads.at(0).file_name : parsed.error().message;
}

std::string everything_of(const base::Result<Parsed>& parsed) {
  std::ostringstream text;
  if (!parsed) return "refused: " + parsed.error().message;
  for (const auto& [name, value] : parsed->form.entries()) text << name << '=' << value << '\n';
  for (const auto& upload : parsed->uploads) {
    text << upload.field << '|' << upload.file_name << '|' << upload.content_type << '|'
         << upload.size << '|' << content_of(upload) << '\n';
  }
  return text.str();
}

}  // namespace

TEST(Multipart, fields_and_files_arrive) {
  const auto parsed = parse("a preamble\r\n" + field("words", "Hello\r\n😀") +
                            file("name=\"f\"; filename=\"a.csv\"", "1,2\r\n--X\r\n") +
                            field("empty", "") + end + "an epilogue");
  EXPECT_EQ(everything_of(parsed), "words=Hello\n😀\nempty=\nf|a.csv|text/csv|10|1,2\r\n--X\r\n\n");
}

TEST(Multipart, a_file_is_gone_with_its_last_keeper) {
  std::filesystem::path path;
  {
    const auto parsed = parse(file("name=\"f\"; filename=\"a.csv\"", "x") + end);
    path = parsed->uploads.at(0).path;
    const Upload copy = parsed->uploads.at(0);
    EXPECT_TRUE(std::filesystem::exists(copy.path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Multipart, an_empty_file_counts_and_a_field_left_empty_does_not) {
  const auto parsed = parse(file("name=\"f\"; filename=\"\"", "") +
                            file("name=\"g\"; filename=\"empty.csv\"", "") + end);
  EXPECT_EQ(everything_of(parsed), "g|empty.csv|text/csv|0|\n");
}

TEST(Multipart, file_names_lose_their_folders) {
  EXPECT_EQ(file_name_of("filename=\"C:\\Users\\me\\plan.csv\""), "plan.csv");
  EXPECT_EQ(file_name_of("filename=\"../../etc/passwd\""), "passwd");
  EXPECT_EQ(file_name_of("filename=\"..\""), "file");
  EXPECT_EQ(file_name_of("filename=\"say %22yes%22; now.csv\""), "say \"yes\"; now.csv");
  EXPECT_EQ(file_name_of("filename=\"say \\\"yes\\\".csv\""), "say \"yes\".csv");
  EXPECT_EQ(file_name_of("filename=plain.csv"), "plain.csv");
  EXPECT_EQ(file_name_of("filename=\"x.csv\"; filename*=UTF-8''caf%C3%A9.csv"), "café.csv");
  EXPECT_EQ(file_name_of("filename=\"x.csv\"; filename*=UTF-8''..%2Fy.csv"), "y.csv");
  EXPECT_EQ(file_name_of("filename=\"x.csv\"; filename*=latin1''caf%E9"), "x.csv");
  EXPECT_EQ(file_name_of("filename=\"" + std::string(199, 'a') + "é.csv\""), std::string(199, 'a'));
}

TEST(Multipart, what_did_not_arrive_whole_is_refused) {
  const std::string whole = field("a", "1") + file("name=\"f\"; filename=\"a\"", "x") + end;
  for (std::size_t length = 0; length + 3 < whole.size(); ++length) {
    EXPECT_FALSE(parse(whole.substr(0, length))) << length;
  }
  EXPECT_TRUE(parse(whole));
}

TEST(Multipart, what_could_be_read_two_ways_is_refused) {
  EXPECT_FALSE(parse("--XXY\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Type: text/plain\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(parse("--XX\r\nContent-Disposition : form-data; name=a\r\n\r\n1\r\n" + end));
  EXPECT_FALSE(
      parse("--XX\r\nContent-Disposition: form-data; name=a\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n" +
            end));
}

TEST(Multipart, words_that_are_not_utf8_are_refused) {
  EXPECT_FALSE(parse(field("a", "\xff") + end));
  EXPECT_FALSE(parse(field("\xff", "a") + end));
  EXPECT_FALSE(parse(field("a", std::string("x\0y", 3)) + end));
}

TEST(Multipart, is_bounded_in_fields_files_and_bytes) {
  const MultipartLimits limits{10, 2, 1};
  const std::string a_file = file("name=\"f\"; filename=\"a\"", "x");
  const auto kind = [&](const std::string& text) { return parse(text, {}, limits).error().kind; };
  EXPECT_TRUE(parse(field("a", "1") + field("b", "2") + a_file + end, {}, limits));
  EXPECT_EQ(kind(field("a", "12345678901") + end), ErrorKind::too_large);
  EXPECT_EQ(kind(field("a", "1") + field("b", "") + field("c", "") + end), ErrorKind::too_large);
  EXPECT_EQ(kind(a_file + a_file + end), ErrorKind::too_large);
  EXPECT_EQ(kind("--XX\r\nX: " + std::string(10'000, 'x')), ErrorKind::too_large);
}

TEST(Multipart, boundaries_are_read_from_the_content_type) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
  EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\""), "a b;c");
  for (const char* type :
       {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a",
        "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=\"a \"",
        "multipart/form-data; boundary=a; boundary=b"}) {
    EXPECT_FALSE(multipart_boundary(type)) << type;
  }
  EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
}

TEST(Multipart, however_it_is_cut_up_the_answer_is_the_same) {
  EXPECT_TRUE(rc::check("any cuts", [] {
    // Content made of a delimiter's own letters meets every near miss.
    const auto letters =
        rc::gen::container<std::string>(rc::gen::element('\r', '\n', '-', 'X', 'a'));
    const auto contents = *rc::gen::container<std::vector<std::string>>(letters);
    std::string text;
    for (std::size_t i = 0; i < contents.size(); ++i) {
      text +=
          i % 2 == 0 ? field("a", contents[i]) : file("name=\"f\"; filename=\"n\"", contents[i]);
    }
    text += end;
    const auto cuts =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 40));
    RC_ASSERT(everything_of(parse(text, cuts)) == everything_of(parse(text)));
    RC_ASSERT(everything_of(parse(text, std::vector<std::size_t>(text.size(), 1))) ==
              everything_of(parse(text)));
  }));
}

}  // namespace throughline::web::http
