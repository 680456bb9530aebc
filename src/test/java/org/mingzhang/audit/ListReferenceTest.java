package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

/**
 * To what a change, a rate, a target or a sum behind a list refers: to the whole of the list, its
 * parts or their sum. True sentences have no finding, false ones have one.
 */
class ListReferenceTest {
  private static final String MARK_OF_TRUE = "+ ";
  private static final String MARK_OF_FALSE = "- ";

  static Stream<String> true_sentences() throws IOException {
    return sentences(MARK_OF_TRUE);
  }

  static Stream<String> false_sentences() throws IOException {
    return sentences(MARK_OF_FALSE);
  }

  @ParameterizedTest
  @MethodSource("true_sentences")
  void a_true_sentence_is_not_reported(String headed) {
    assertThat(document(headed).findFindings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("false_sentences")
  void a_false_sentence_is_reported(String headed) {
    assertThat(document(headed).findFindings()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "履职情况|走访企业630户，其中工业企业400户、商贸企业230户，较上年增加30户，增长8.00%。|走访企业630户",
        "绩效情况|改造危房330户（其中低保户130户、其他200户），完成目标300户的120.00%。|改造危房330户",
        "支出情况|本年支出2,100.00万元，其中基本支出1,300.00万元、项目支出800.00万元，比上年增加100.00万元，增长7.00%。|本年支出2,100.00万元"
      })
  void a_finding_on_a_list_quotes_its_whole(String heading, String sentence, String beginning) {
    assertThat(document(heading + "|" + sentence).findFindings())
        .extracting(Finding::quote)
        .singleElement()
        .asString()
        .startsWith(beginning);
  }

  @Test
  void a_list_whose_parts_do_not_make_up_the_whole_leaves_open_what_a_rate_refers_to() {
    assertThat(document("履职情况|门诊量12.60万人次，其中急诊1.60万人次，同比增加0.60万人次，增长9.00%。").findFindings())
        .isEmpty();
  }

  private static Stream<String> sentences(String mark) throws IOException {
    try (InputStream file = ListReferenceTest.class.getResourceAsStream("list-references.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()));
    }
  }

  private static TestDocument document(String headed) {
    int end = headed.indexOf('|');
    return new TestDocument()
        .section(Topic.OTHER, headed.substring(0, end), headed.substring(end + 1));
  }
}
