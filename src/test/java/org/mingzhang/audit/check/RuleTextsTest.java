package org.mingzhang.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTextsTest {
  private static final Path DOCUMENT = Path.of("docs/FINDINGS.md");

  private static List<RuleDescription> all() {
    return Stream.concat(
            RuleTexts.rulesOfOneDocument().stream(), RuleTexts.rulesOfTwoDocuments().stream())
        .toList();
  }

  private static String line(RuleDescription rule) {
    return String.join(
        " | ",
        "| `" + rule.id() + "`",
        rule.kind().id(),
        rule.comparisonEnglish(),
        rule.toleranceEnglish(),
        rule.reasonEnglish(),
        rule.comparison() + " |");
  }

  @Test
  void every_rule_says_what_it_is_in_both_languages() {
    assertThat(all()).extracting(RuleDescription::id).doesNotHaveDuplicates();
    for (RuleDescription rule : all()) {
      assertThat(rule.id()).matches("[a-z]+(?:-[a-z]+)*");
      assertThat(rule.comparison() + rule.reason()).as(rule.id()).matches("(?s).*\\p{IsHan}.*");
      assertThat(rule.comparisonEnglish()).as(rule.id()).matches("[A-Z].*");
      assertThat(rule.reasonEnglish()).as(rule.id()).matches("[A-Z].*\\.");
    }
  }

  @Test
  void the_document_lists_exactly_the_rules_there_are() throws IOException {
    List<String> listed =
        Files.readAllLines(DOCUMENT).stream().filter(l -> l.startsWith("| `")).toList();
    assertThat(listed).containsExactlyElementsOf(all().stream().map(RuleTextsTest::line).toList());
  }

  @Test
  void links_to_rules_that_went_still_lead_somewhere() {
    for (String former : List.of("year-totals", "expenditure-kinds")) {
      assertThat(RuleTexts.find(former)).map(RuleDescription::id).contains("figure-sums");
    }
  }
}
