package org.mingzhang.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.AuditRuleCounts.RuleCounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class AuditSummaryTest {
  private static final SourceDocument TEXT =
      new SourceDocument("a.txt", "00", "text/plain", 1, 1, null);

  private static Disclosure document(SourceDocument source, @Nullable AuditRuleCounts examination) {
    return new Disclosure(
            source,
            new DocumentMetadata(null, false, null, null, null, null, null, List.of()),
            List.of(section("1"), section("2")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of())
        .withRuleCounts(examination);
  }

  private static Section section(String path) {
    return new Section(path, "", "节", 1, Topic.OTHER, 1, false, false, List.of());
  }

  /** What the page of a document says was checked. */
  private static AuditSummary checked(Disclosure document) {
    return Objects.requireNonNull(AuditSummary.summarize(document, List.of("first", "second")));
  }

  @Test
  void what_is_kept_is_counted_and_the_undecided_come_in_order_of_their_number() {
    AuditSummary checked =
        checked(
            document(
                TEXT,
                new AuditRuleCounts(
                    List.of(
                        new RuleCounts(
                            "share", 5, 1, 1, List.of("无总额"), List.of("no whole"), List.of()),
                        new RuleCounts("change-rate", 4, 0, 0, List.of(), List.of(), List.of()),
                        new RuleCounts(
                            "parts", 0, 0, 3, List.of("甲", "乙"), List.of("a", "b"), List.of())))));
    assertThat(checked.hasCounts()).isTrue();
    assertThat(checked.findingCount()).isZero();
    assertThat(checked.agreeingCount()).isEqualTo(9);
    assertThat(checked.undecidedCount()).isEqualTo(4);
    assertThat(checked.undecidedRules())
        .extracting(AuditSummary.UndecidedRule::id)
        .containsExactly("parts", "share");
    assertThat(checked.undecidedRules().getFirst().reasons()).isEqualTo("甲；乙");
    assertThat(checked.undecidedRules().getFirst().reasonsEnglish()).isEqualTo("a; b");
  }

  @Test
  void a_rule_that_another_replaced_is_told_as_that_and_one_that_is_gone_by_its_id() {
    AuditSummary checked =
        checked(
            document(
                TEXT,
                new AuditRuleCounts(
                    List.of(
                        new RuleCounts(
                            "year-totals", 0, 0, 2, List.of("甲"), List.of("a"), List.of()),
                        new RuleCounts(
                            "no-such-rule", 0, 0, 1, List.of("乙"), List.of("b"), List.of())))));
    assertThat(Objects.requireNonNull(checked.undecidedRules().getFirst().rule()).id())
        .isEqualTo("figure-sums");
    assertThat(checked.undecidedRules().getLast().rule()).isNull();
    assertThat(checked.undecidedRules().getLast().id()).isEqualTo("no-such-rule");
  }

  @Test
  void records_of_earlier_versions_say_that_nothing_was_kept() {
    assertThat(checked(document(TEXT, null)).hasCounts()).isFalse();
    assertThat(checked(document(TEXT, new AuditRuleCounts(List.of()))).hasCounts()).isTrue();
  }

  @Test
  void undecided_words_lead_to_their_section() {
    AuditSummary checked =
        checked(
            document(
                TEXT,
                new AuditRuleCounts(
                    List.of(
                        new RuleCounts(
                            "share",
                            5,
                            0,
                            3,
                            List.of("无总额", "不全"),
                            List.of("no whole", "not all"),
                            List.of(
                                undecided("2", "占全部支出的17%", "无总额"),
                                undecided("9", "占12%", "不全")))))));
    AuditSummary.UndecidedRule line = checked.undecidedRules().getFirst();
    assertThat(line.words())
        .containsExactly(
            new AuditSummary.UndecidedWords("占全部支出的17%", "second", 3, "无总额", "why"),
            new AuditSummary.UndecidedWords("占12%", null, 3, "不全", "why"));
    assertThat(line.hasSeveralReasons()).isTrue();
    assertThat(line.placesWithoutWords()).isOne();
  }

  private static AuditRuleCounts.UndecidedPlace undecided(
      String section, String quote, String reason) {
    return new AuditRuleCounts.UndecidedPlace(
        new Finding.QuoteLocation(section, 3, quote), reason, "why");
  }

  @Test
  void recognized_text_is_not_checked() {
    SourceDocument scan =
        new SourceDocument(
            "a.pdf", "00", "application/pdf", 1, 1, new SourceDocument.Ocr("engine", 90, 1));
    assertThat(AuditSummary.summarize(document(scan, null), List.of())).isNull();
  }
}
