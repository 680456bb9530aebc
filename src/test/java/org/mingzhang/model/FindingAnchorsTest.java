package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests anchors of findings. */
class FindingAnchorsTest {
  @Test
  void a_finding_keeps_its_name_when_others_come_or_go() {
    List<String> before =
        FindingAnchors.ofDocument(List.of(finding("占71%"), finding("占20%"))).names();
    List<String> after =
        FindingAnchors.ofDocument(List.of(finding("增加5%"), finding("占20%"))).names();
    assertThat(after.get(1)).isEqualTo(before.get(1)).matches("c-[0-9a-f]{8}");
    assertThat(after.get(0)).isNotEqualTo(before.get(0));
  }

  @Test
  void two_that_say_the_same_have_two_names() {
    assertThat(FindingAnchors.ofRelatedDocuments(List.of(finding("占71%"), finding("占71%"))).names())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("x-"));
  }

  @Test
  void the_name_that_another_rule_gave_it_is_known() {
    String given =
        FindingAnchors.ofDocument(List.of(finding("占71%", "old-share"))).names().getFirst();
    assertThat(FindingAnchors.formerAnchor("c-", finding("占71%"), "old-share")).isEqualTo(given);
  }

  private static Finding finding(String quote) {
    return finding(quote, "share");
  }

  private static Finding finding(String quote, String rule) {
    return new Finding(
        rule,
        Finding.Kind.SHARE,
        Finding.Severity.PROOF,
        "1",
        1,
        quote,
        null,
        null,
        null,
        null,
        "占比不符",
        "The share differs",
        null,
        null);
  }
}
