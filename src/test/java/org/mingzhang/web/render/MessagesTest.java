package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.Language;

class MessagesTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\d}");
  private static final Pattern USED = Pattern.compile("#\\{([a-z0-9.-]+)");
  private final Messages messages = new Messages();

  @Test
  void placeholders_within_values_are_kept() {
    assertThat(messages.get(Language.ENGLISH, "indexing", "{1}", "{0}"))
        .isEqualTo("Indexing {1} of {0}; more results will follow");
  }

  @Test
  void a_placeholder_without_a_value_is_kept() {
    assertThat(messages.get(Language.ENGLISH, "indexing", 3))
        .isEqualTo("Indexing 3 of {1}; more results will follow");
  }

  @Test
  void both_languages_have_the_same_texts() {
    assertThat(messages.keys(Language.ENGLISH)).isEqualTo(messages.keys(Language.CHINESE));
  }

  @Test
  void both_languages_take_the_same_values() {
    for (String key : messages.keys(Language.CHINESE)) {
      assertThat(values(messages.get(Language.ENGLISH, key)))
          .as(key)
          .isEqualTo(values(messages.get(Language.CHINESE, key)));
    }
  }

  private static Set<String> values(String text) {
    Set<String> values = new TreeSet<>();
    VALUE.matcher(text).results().forEach(m -> values.add(m.group()));
    return values;
  }

  @Test
  void english_has_no_chinese_left_in_it() {
    for (String key : messages.keys(Language.ENGLISH)) {
      if (!key.endsWith(".zh")) {
        assertThat(messages.get(Language.ENGLISH, key)).as(key).doesNotContainPattern("\\p{IsHan}");
      }
    }
  }

  /** Fonts made for Chinese draw them as wide as a character, which tears English words apart. */
  @Test
  void english_has_the_quotation_marks_of_the_keyboard() {
    for (String key : messages.keys(Language.ENGLISH)) {
      assertThat(messages.get(Language.ENGLISH, key)).as(key).doesNotContainPattern("[‘’“”]");
    }
  }

  @Test
  void every_text_that_a_template_names_is_there() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        Matcher used = USED.matcher(Files.readString(template));
        while (used.find()) {
          assertThat(messages.keys(Language.CHINESE))
              .as(template.toString())
              .contains(used.group(1));
        }
      }
    }
  }

  @Test
  void every_facet_scope_order_and_grouping_has_a_name() {
    Set<String> keys = messages.keys(Language.CHINESE);
    for (FacetDimension d : FacetDimension.values()) {
      assertThat(keys).contains("facet." + d.id());
    }
    for (SearchScope s : SearchScope.values()) {
      assertThat(keys).contains("scope." + s.id());
    }
    for (Sort s : Sort.values()) {
      assertThat(keys).contains("sort." + s.id());
    }
    for (Grouping g : Grouping.values()) {
      assertThat(keys).contains("group." + g.id());
    }
  }
}
