package org.mingzhang.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.text.TsvResource;

class MessagesTest {
  private static final Path CODE = Path.of("src/main/java/org/mingzhang/audit");
  private static final Path DATA = Path.of("src/main/resources/org/mingzhang/audit");
  private static final Pattern DRAFTED =
      Pattern.compile("\\bFindingDraft\\.create\\(\\s*\"(?<key>[^\"]+)\"");

  private static Set<String> keys() {
    return TsvResource.readRows(RuleTexts.class, "messages.tsv", 4).stream()
        .map(List::getFirst)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith("messages.tsv")) {
          all.append(Files.readString(file));
        }
      }
      return all.toString();
    }
  }

  @Test
  void every_message_that_a_rule_asks_for_is_there() throws IOException {
    Set<String> asked = new TreeSet<>();
    Matcher drafted = DRAFTED.matcher(all(CODE));
    while (drafted.find()) {
      asked.add(drafted.group("key"));
    }
    assertThat(asked).hasSizeGreaterThan(40).isSubsetOf(keys());
  }

  @Test
  void every_rule_has_a_message_and_none_is_left_over() throws IOException {
    assertThat(keys())
        .extracting(key -> key.replaceFirst("/.*", ""))
        .containsAll(RuleTexts.all().stream().map(RuleDescription::id).toList());
    String used = all(CODE) + all(DATA);
    for (String key : keys()) {
      boolean composed = key.endsWith("/slip");
      assertThat(composed || used.contains(key)).as(key).isTrue();
    }
  }

  @Test
  void messages_are_sentences_in_both_languages_that_fill_in_the_same_places() {
    for (String key : keys()) {
      RuleTexts.Message message = RuleTexts.message(key);
      Object[] values = {"1", "2", "3", "4", "5"};
      assertThat(message.chinese().formatted(values)).as(key).matches("(?s).*\\p{IsHan}.*。");
      assertThat(message.english().formatted(values)).as(key).matches("[A-Z%0-9].*[.!]");
    }
  }

  @Test
  void rules_keep_the_order_in_which_they_speak() {
    assertThat(RuleTexts.all())
        .extracting(RuleDescription::order)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(RuleTexts.findRequired("unit-price").order())
        .isLessThan(RuleTexts.findRequired("figure-sums").order());
  }
}
