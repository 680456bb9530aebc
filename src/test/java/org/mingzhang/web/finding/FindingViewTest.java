package org.mingzhang.web.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.model.FindingGap;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

/** Findings on English pages. */
class FindingViewTest {
  private static final Labels CHINESE = new Labels(new Messages(), Language.CHINESE);

  @Test
  void the_tolerance_of_every_rule_is_told_in_english() {
    Stream.concat(RuleTexts.rulesOfOneDocument().stream(), RuleTexts.rulesOfTwoDocuments().stream())
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

  @Test
  void links_given_out_under_the_id_of_a_rule_that_was_replaced_lead_to_what_replaced_it() {
    RuleTexts.formerIds()
        .forEach(
            (former, now) -> {
              String given =
                  FindingAnchors.ofDocument(List.of(view(former).finding())).names().getFirst();
              assertThat(view(now).formerAnchors()).as(former).contains(given);
              assertThat(RuleTexts.find(former).map(RuleDescription::id)).hasValue(now);
            });
  }

  @Test
  void a_finding_says_how_far_its_numbers_are_apart() {
    assertThat(gap("34300", "18.7739", "22.00")).isEqualTo("相差 3.43 万元（18.77%）");
    assertThat(gap("400", null, "22.00")).isEqualTo("相差 0.04 万元");
    assertThat(gap(null, "10", null)).isEqualTo("相差 10%");
    assertThat(view("share").gap(CHINESE)).isEmpty();
  }

  @Test
  void rates_are_apart_in_percentage_points() {
    assertThat(gap("20000", "10", "90%")).isEqualTo("相差 2.00 万元（10 个百分点）");
    assertThat(gap(null, "1.89", "增长2.1%")).isEqualTo("相差 1.89 个百分点");
  }

  private static String gap(
      @Nullable String yuan, @Nullable String percent, @Nullable String stated) {
    FindingGap gap =
        new FindingGap(
            yuan == null ? null : new BigDecimal(yuan),
            percent == null ? null : new BigDecimal(percent));
    return GapFormatter.format(finding("share", stated, gap), CHINESE);
  }

  private static FindingView view(String rule) {
    return new FindingView("c-0", finding(rule, null, null), "", null, "", null, null, "");
  }

  private static Finding finding(String rule, @Nullable String stated, @Nullable FindingGap gap) {
    return new Finding(
        rule,
        Finding.Kind.SHARE,
        Finding.Severity.PROOF,
        "1",
        1,
        "占10%",
        stated,
        null,
        null,
        "0.1个百分点",
        "文中写 10%",
        "10 % is stated",
        null,
        gap);
  }
}
