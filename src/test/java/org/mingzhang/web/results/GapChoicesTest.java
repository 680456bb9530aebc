package org.mingzhang.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.query.QueryField;

/** The least gap as a clause of the query. */
class GapChoicesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "all",
      textBlock =
          """
          ''                          | 100万 | gap:>=100万
          三公                        | 10万  | 三公 gap:>=10万
          三公 gap:>=10万             | 1万   | 三公 gap:>=1万
          gap:>=10万 三公             | all   | 三公
          gap_percent:>=1% 三公       | 1万   | gap_percent:>=1% 三公 gap:>=1万
          gap:>=1万 gap_percent:>=5%  | all   | gap_percent:>=5%
          """)
  void a_query_has_at_most_one(String query, @Nullable String limit, String changed) {
    assertThat(GapChoices.withLimit(query, QueryField.GAP, limit)).isEqualTo(changed);
  }
}
