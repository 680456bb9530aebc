package org.mingzhang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.audit.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding;

/** What a reader of English is told of a finding. */
class FindingViewTest {
  @Test
  void the_tolerance_of_every_rule_is_told_in_english() {
    Stream.concat(RuleBook.ofOneDocument().stream(), RuleBook.ofTwoDocuments().stream())
        .map(RuleDescription::id)
        .forEach(
            id ->
                assertThat(view(id).toleranceEnglish())
                    .as(id)
                    .isNotBlank()
                    .doesNotContainPattern("\\p{IsHan}{5}"));
  }

  @Test
  void a_finding_of_a_rule_that_is_gone_keeps_its_own_words() {
    assertThat(view("no-such-rule").toleranceEnglish()).isEqualTo("0.1个百分点");
  }

  private static FindingView view(String rule) {
    Finding finding =
        new Finding(
            rule,
            Finding.Kind.SHARE,
            Finding.Severity.PROOF,
            "1",
            1,
            "占10%",
            null,
            null,
            null,
            "0.1个百分点",
            "文中写 10%",
            "10 % is stated",
            null);
    return new FindingView("c-0", finding, "", null, "", null, null, "");
  }
}
