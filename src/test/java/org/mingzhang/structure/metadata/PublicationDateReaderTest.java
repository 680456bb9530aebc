package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Evidence;

/** Tests printed days of publication. */
class PublicationDateReaderTest {
  /** Lines with the day read from each; an empty text if none is read. */
  private static final Map<String, String> LINES =
      Map.of(
          "发布时间：2023-09-18点击数：216", "发布时间：2023-09-18",
          "来源：本网发布日期：2022年9月6日", "发布日期：2022年9月6日",
          "公开日期：2021/02/26", "公开日期：2021/02/26",
          "发布时间：2016-04-2800:00累计次数：", "发布时间：2016-04-28",
          "成文日期：2021年2月26日", "",
          "2021年2月26日", "");

  @Test
  void a_day_after_a_label_in_the_first_or_last_lines_is_the_day_of_publication() {
    LINES.forEach(
        (line, expected) -> {
          assertThat(read(line, 0)).as(line).isEqualTo(expected);
          assertThat(read(line, 60)).as("last line: " + line).isEqualTo(expected);
          assertThat(read(line, 30)).as("amid the text: " + line).isEmpty();
        });
  }

  private static String read(String line, int position) {
    List<String> texts = new ArrayList<>(Collections.nCopies(61, "样本县文化局负责文化工作。"));
    texts.set(position, line);
    MetadataClaim<String> found =
        PublicationDateReader.find(
            texts.stream().map(text -> new DocumentLine(text, 1, "")).toList(), null);
    return found == null ? "" : found.quote();
  }

  @Test
  void a_day_below_the_title_of_an_agency_is_the_day_of_publication() {
    assertThat(published("样岭县法院2024年度部门决算", "2025年9月15日", "目录")).isEqualTo("2025年9月15日");
    assertThat(published("样岭县教育局2025年", "部门预算公开", "2025年2月8日", "目录")).isEqualTo("2025年2月8日");
    assertThat(published("样岭县法院2024年度部门决算", "目录", "2025年9月15日")).isNull();
    assertThat(published("样岭县法院2024年度部门决算", "2025年9月15日印发", "目录")).isNull();
    assertThat(published("样岭县2024年财政决算（草案）", "2025年7月15日", "目录")).isNull();
  }

  private static @Nullable String published(String... lines) {
    return Documents.read("a.txt", lines).evidence().stream()
        .filter(evidence -> evidence.field().equals(Evidence.PUBLISHED))
        .map(Evidence::quote)
        .findFirst()
        .orElse(null);
  }
}
