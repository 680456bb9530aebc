package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.audit.check.CountingDocument;
import org.mingzhang.audit.invented.Genre;
import org.mingzhang.model.Disclosure;

/**
 * Work of the rules, counted in list elements that they read, so that the machine does not matter:
 * for a document of twice the length it at most slightly more than doubles.
 */
class WorkTest {
  /** The document so many times in one. */
  private static Disclosure repeatedDocument(Genre genre, int times) {
    TestDocument whole = genre.write(new Random(11), Map.of());
    for (int i = 1; i < times; i++) {
      whole.sectionContents().addAll(genre.write(new Random(11), Map.of()).sectionContents());
    }
    return whole.build();
  }

  private static Map<String, Long> countElementsRead(Genre genre, int times) {
    CountingDocument reading = new CountingDocument(repeatedDocument(genre, times));
    Map<String, Long> work = new LinkedHashMap<>();
    for (RuleCatalog.RuleWithDescription rule : RuleCatalog.all()) {
      long before = reading.elementsRead();
      assertThat(rule.rule().check(reading)).isNotNull();
      work.put(rule.description().id(), reading.elementsRead() - before);
    }
    return work;
  }

  @ParameterizedTest
  @EnumSource
  void a_document_of_twice_the_length_is_twice_the_work_for_every_rule(Genre genre) {
    Map<String, Long> once = countElementsRead(genre, 4);
    Map<String, Long> twice = countElementsRead(genre, 8);
    once.forEach(
        (rule, before) ->
            assertThat(twice.get(rule))
                .as(rule + " of " + genre + " took " + before)
                .isLessThanOrEqualTo(before * 11 / 5 + 20));
  }

  @Test
  void all_rules_together_take_milliseconds_of_the_processor() {
    Disclosure document = repeatedDocument(Genre.ACCOUNT, 1);
    Auditor auditor = new Auditor();
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long start = thread.getCurrentThreadCpuTime();
      assertThat(auditor.audit(document)).isEmpty();
      best = Math.min(best, thread.getCurrentThreadCpuTime() - start);
    }
    assertThat(best).isLessThan(50_000_000L);
  }
}
