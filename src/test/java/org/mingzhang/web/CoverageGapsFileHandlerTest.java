package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file of missing documents has the same rows as the page. */
@ExtendWith(SharedPortal.class)
class CoverageGapsFileHandlerTest {
  private final RunningPortal portal;

  CoverageGapsFileHandlerTest(RunningPortal portal) {
    this.portal = portal;
  }

  private List<CSVRecord> rows(String path) throws IOException {
    HttpResponse<String> answer = portal.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    String text = answer.body().replace("\uFEFF", "");
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(text),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void it_has_a_row_for_each_gap_of_the_page_with_the_reason() throws IOException {
    List<CSVRecord> rows = rows("/coverage.csv?header=name");
    String page = portal.get("/coverage?view=gaps").body();
    assertThat(rows).isNotEmpty();
    assertThat(page.split("<tr>", -1)).hasSize(rows.size() + 2);
    for (CSVRecord row : rows) {
      assertThat(row.toMap().keySet())
          .containsExactly(
              "agency", "region", "year", "category", "expected", "column", "column_url");
      assertThat(page).contains(row.get("agency"), row.get("year"), row.get("expected"));
    }
    assertThat(page).contains("/coverage.csv");
  }

  @Test
  void it_is_narrowed_as_the_page_is() throws IOException {
    List<CSVRecord> all = rows("/coverage.csv?header=name");
    String category = all.getFirst().get("category");
    assertThat(rows("/coverage.csv?header=name&category=" + encoded(category)))
        .hasSameSizeAs(all.stream().filter(r -> r.get("category").equals(category)).toList())
        .allMatch(r -> r.get("category").equals(category));
    assertThat(rows("/coverage.csv?header=name&region=" + encoded("湖北省"))).isEmpty();
  }
}
