package org.mingzhang.audit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.audit.Auditor;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

class WrongNumberLocatorTest {
  private static List<Finding> findings(String text) {
    return new Auditor()
        .audit(new TestDocument().section(Topic.EXPENDITURE, "支出决算情况说明", text).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one part is wrong: the sum and its own share disagree
        "本年支出合计860.00万元，其中：基本支出612.00万元，占73.26%；项目支出230.00万元，占26.74%。|1|630.00万元",
        "本年支出合计950.00万元，其中：基本支出700.00万元，占73.68%；项目支出205.00万元，占26.32%。|1|250.00万元",
        // the share alone is wrong: nothing else is explained by it
        "本年支出合计860.00万元，其中：基本支出630.00万元，占76.23%；项目支出230.00万元，占26.74%。|1|",
        // nothing is wrong
        "本年支出合计860.00万元，其中：基本支出630.00万元，占73.26%；项目支出230.00万元，占26.74%。|0|",
      })
  void one_wrong_number_is_one_finding_that_says_what_it_should_be(
      String text, int count, String right) {
    List<Finding> found = findings(text);
    assertThat(found).hasSize(count);
    if (right != null) {
      assertThat(found.getFirst().message()).contains("应为" + right);
    }
    assertThat(findings(text)).as("the same again").isEqualTo(found);
  }
}
