package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.text.TsvResource;

class RowLabelDetectorTest {
  @Test
  void every_class_in_the_file_has_a_code_of_three_digits() {
    List<List<String>> rows =
        TsvResource.readRows(RowLabelDetector.class, "functional-classes.tsv", 1);
    assertThat(rows).hasSizeGreaterThan(25);
    for (List<String> row : rows) {
      assertThat(BudgetClassification.functional().findByName(row.getFirst() + "支出"))
          .as(row.getFirst())
          .anyMatch(entry -> entry.code().length() == 3);
    }
  }
}
