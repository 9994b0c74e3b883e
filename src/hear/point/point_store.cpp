#include "hear/point/point.hpp"

namespace throughline::hear {
namespace {

constexpr std::string_view columns =
    "select p.ref, p.code, p.name, p.service_ref, coalesce(s.name, ''), p.asks from points p left "
    "join services s on s.authority_id = p.authority_id and s.ref = p.service_ref "
    "where p.authority_id = $1";

Point read_point(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.yes(5)};
}

std::optional<Point> one_point(store::Reader& reader, const std::string& authority_id,
                               const std::string& where, const std::string& value) {
  const auto row = reader.row(std::string(columns) + where, {authority_id, value});
  if (!row) return std::nullopt;
  return read_point(*row);
}

}  // namespace

std::vector<Point> points(store::Reader& reader, const std::string& authority_id) {
  std::vector<Point> all;
  reader.for_each(std::string(columns) + " order by p.asks desc, p.name, p.number", {authority_id},
                  [&](const store::Row& row) { all.push_back(read_point(row)); });
  return all;
}

std::optional<Point> find_point(store::Reader& reader, const std::string& authority_id,
                                const std::string& ref) {
  return one_point(reader, authority_id, " and p.ref = $2", ref);
}

std::optional<Point> point_by_code(store::Reader& reader, const std::string& authority_id,
                                   const std::string& code) {
  return one_point(reader, authority_id, " and p.code = $2", code);
}

std::array<std::int64_t, faces> faces_pressed(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& point_ref, base::Date from) {
  std::array<std::int64_t, faces> pressed{};
  reader.for_each(
      "select face, count(*) from faces where authority_id = $1 and point_ref = $2 and said_on >= "
      "$3 group by face",
      {authority_id, point_ref, base::to_text(from)}, [&](const store::Row& row) {
        pressed.at(static_cast<std::size_t>(row.integer(0) - 1)) = row.integer(1);
      });
  return pressed;
}

std::vector<GoodFaces> good_faces_by_month(store::Reader& reader, const std::string& authority_id,
                                           const std::string& point_ref, base::Date from,
                                           base::Date to) {
  std::vector<GoodFaces> months;
  for (base::Date month{from.year(), from.month(), std::chrono::day{1}}; month <= to;
       month = base::add_months(month, 1)) {
    months.push_back({month});
  }
  reader.for_each(
      "select substr(said_on, 1, 7), sum(case when face >= 4 then 1 else 0 end), count(*) from "
      "faces where authority_id = $1 and point_ref = $2 and said_on >= $3 and said_on <= $4 group "
      "by substr(said_on, 1, 7)",
      {authority_id, point_ref, base::to_text(months.empty() ? from : months.front().month),
       base::to_text(to)},
      [&](const store::Row& row) {
        for (auto& each : months) {
          if (base::to_text(each.month).substr(0, 7) != row.text(0)) continue;
          each.good = row.integer(1);
          each.all = row.integer(2);
        }
      });
  return months;
}

std::vector<WallLine> wall(store::Reader& reader, const std::string& authority_id, int most) {
  std::vector<WallLine> lines;
  // A face with words is shown once, as its case. Each half is cut before the two are put together,
  // so that a council of a million cases costs what a small one does.
  reader.for_each(
      "select at, what, service, face from (select c.received_at as at, c.kind as what, "
      "coalesce(s.name, '') as service, "
      "0 as face from (select authority_id, kind, service_ref, received_at from cases where "
      "authority_id = $1 order by received desc, number "
      "desc limit $2) c left join services s on s.authority_id = c.authority_id and s.ref = "
      "c.service_ref union all select f.at, '', coalesce(s.name, p.name), f.face from (select "
      "authority_id, at, point_ref, face from faces where authority_id = $1 and case_ref = '' "
      "order by said_on desc, number desc "
      "limit $2) f join points p on p.authority_id = f.authority_id and p.ref = f.point_ref left "
      "join services s on s.authority_id = p.authority_id and s.ref = p.service_ref) both_halves "
      "order by at desc limit $2",
      {authority_id, std::int64_t{most}}, [&](const store::Row& row) {
        const auto kind = kind_from_text(row.text(1));
        lines.push_back({row.text(0),
                         kind ? std::string(label(*kind))
                              : std::string(face_label(static_cast<int>(row.integer(3)))),
                         row.text(2)});
      });
  return lines;
}

}  // namespace throughline::hear
