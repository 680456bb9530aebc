package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.shard.SearchIndex;

class JudgedSetTest {
  @Test
  void every_query_has_an_answer_and_distractors() {
    try (SearchIndex index = new SearchIndex()) {
      Collection<JudgedSection> sections = new JudgedCorpus(index).sections().values();
      assertThat(JudgedQuery.all()).hasSizeGreaterThanOrEqualTo(60);
      assertThat(withoutGrade(sections, JudgedQuery.BEST)).isEmpty();
      assertThat(withoutGrade(sections, 0)).isEmpty();
    }
  }

  private static List<String> withoutGrade(Collection<JudgedSection> sections, int grade) {
    return JudgedQuery.all().stream()
        .filter(query -> sections.stream().noneMatch(s -> query.grade(s) == grade))
        .map(JudgedQuery::text)
        .toList();
  }
}
