package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of what has to be disclosed, and that their scores are those of their files. */
@ExtendWith(SharedPortal.class)
class TransparencyPagesTest {
  private static final String FINAL = "qsqzgh-2024-bmjs";

  private final RunningPortal portal;

  TransparencyPagesTest(RunningPortal portal) {
    this.portal = portal;
  }

  private List<CSVRecord> rows(String path) throws IOException {
    HttpResponse<String> answer = portal.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    String text = answer.body().replace("\uFEFF", "");
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(text),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  @Test
  void the_score_of_a_document_is_that_of_its_file() throws IOException {
    List<CSVRecord> rows = rows("/transparency/" + FINAL + "/items.csv?header=name");
    assertThat(rows).hasSize(24);
    long disclosed =
        rows.stream()
            .filter(r -> Set.of("disclosed", "empty-explained").contains(r.get("state")))
            .count();
    long undecided = rows.stream().filter(r -> r.get("state").equals("undecided")).count();
    String low = hundredth(disclosed, rows.size());
    String high = hundredth(disclosed + undecided, rows.size());
    String page = portal.get("/transparency/" + FINAL).body();
    assertThat(page)
        .contains("得分 " + (low.equals(high) ? low : low + "–" + high), disclosed + " 项")
        .contains("财政预决算领域基层政务公开标准目录");
    for (CSVRecord row : rows) {
      if (row.get("state").equals("disclosed")) {
        assertThat(portal.get(row.get("url").replace(portal.origin, "")).statusCode())
            .as(row.get("url"))
            .isEqualTo(200);
      }
    }
  }

  private static String hundredth(long items, int all) {
    return BigDecimal.valueOf(100 * items)
        .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Test
  void a_region_compares_its_agencies_and_tells_of_which_nothing_is_kept() throws IOException {
    String page = portal.get("/transparency?year=2024&region=%E7%A4%BA%E4%BE%8B%E7%9C%81").body();
    assertThat(page).contains("青石区总工会", "青石区教育局", "白水区总工会", "样本市财政局", "文件未收录");
    Set<String> documents = new TreeSet<>();
    rows("/transparency.csv?year=2024&header=name")
        .forEach(
            r -> {
              documents.add(r.get("document"));
              assertThat(r.get("region")).as("as in other files").matches("示例省/样本市(/[^/ ]+)?");
            });
    Matcher links = Pattern.compile("/transparency/([\\w-]+)\"").matcher(page);
    Set<String> shown = new TreeSet<>();
    while (links.find()) {
      shown.add(links.group(1));
    }
    assertThat(shown).isEqualTo(documents).isNotEmpty();
  }

  @Test
  void timeliness_is_told_where_the_day_of_publication_is_known_and_is_no_item()
      throws IOException {
    String known = portal.get("/transparency/bsqzgh-2023-bmjs").body();
    assertThat(known).contains("及时性", "2024-08-30 公开", "法定最迟 2024-11-09", "无法判定：文件没有写明何时获得批准");
    assertThat(portal.get("/transparency/" + FINAL).body()).contains("公开日期不详");
    List<CSVRecord> rows = rows("/transparency/bsqzgh-2023-bmjs/items.csv?header=name");
    assertThat(rows)
        .hasSize(24)
        .allMatch(r -> r.get("published").equals("2024-08-30"))
        .allMatch(r -> r.get("timeliness").equals("undecided"));
  }

  @Test
  void the_map_and_the_file_of_places_tell_what_is_kept() throws IOException {
    String page = portal.get("/transparency?lang=en").body();
    assertThat(page)
        .contains("province-map", "aria-label=\"湖北省: 0 documents held\"")
        .contains("Documents are held for 1 of 32 places", "31 places without documents");
    String table = page.substring(page.indexOf("Coverage as a table"), page.indexOf("<details"));
    assertThat(table).as("beside the map").contains("示例省").doesNotContain("湖北省");
    List<CSVRecord> places = rows("/transparency/places.csv?header=name");
    assertThat(places).hasSizeGreaterThan(3_000);
    CSVRecord district =
        places.stream().filter(r -> r.get("region").endsWith("样本市/青石区")).findFirst().orElseThrow();
    assertThat(district.get("documents")).isEqualTo("5");
    assertThat(places.stream().filter(r -> r.get("kept").equals("true"))).hasSizeLessThan(10);
    assertThat(rows("/transparency/places.csv?header=name&region=%E6%B9%96%E5%8C%97%E7%9C%81"))
        .hasSizeGreaterThan(100)
        .allMatch(r -> r.get("region").startsWith("湖北省/"));
    String below = portal.get("/transparency?region=%E6%B9%96%E5%8C%97%E7%9C%81").body();
    assertThat(below).contains("武汉市", "湖北省的下级地区").doesNotContain("province-map");
  }

  @Test
  void files_have_heads_and_values_in_words() throws IOException {
    CSVRecord item = rows("/transparency/" + FINAL + "/items.csv").getFirst();
    assertThat(item.getParser().getHeaderNames())
        .containsExactly(
            "文件编号", "文件", "地区", "单位", "年度", "类别", "项目编号", "应公开的项目", "公开情况", "页码", "链接", "依据",
            "发布日期", "法定期限", "及时性");
    assertThat(item.get("公开情况")).isIn("已公开", "空表且有说明", "空表无说明", "未见", "无法判定");
    assertThat(item.get("及时性")).isEqualTo("公开日期不详");
    assertThat(portal.get("/transparency?lang=en").body())
        .contains("\"/transparency.csv?lang=en\"", "\"/transparency/places.csv?lang=en\"");
    assertThat(portal.get("/transparency/" + FINAL + "?lang=en").body())
        .contains("/items.csv?lang=en\"");
    CSVRecord english = rows("/transparency.csv?lang=en").getFirst();
    assertThat(english.get("Item")).matches("[ -~]+");
    assertThat(english.get("Status"))
        .isIn(
            "disclosed",
            "empty form, explained",
            "empty form, not explained",
            "not found",
            "undecided");
    assertThat(rows("/transparency/places.csv"))
        .extracting(r -> r.get("有收录"))
        .containsOnly("是", "否");
  }

  @Test
  void other_kinds_and_other_languages_are_told() {
    assertThat(portal.get("/transparency/ybsczj-2024-bmzp").body()).contains("没有应公开项目的清单");
    assertThat(portal.get("/transparency/" + FINAL + "?lang=en").body())
        .contains("Required items", "Score ");
    assertThat(portal.get("/transparency/none-such").statusCode()).isEqualTo(404);
    assertThat(portal.get("/d/" + FINAL).body()).contains("/transparency/" + FINAL);
  }
}
