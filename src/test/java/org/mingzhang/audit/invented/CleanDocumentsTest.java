package org.mingzhang.audit.invented;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.audit.Auditor;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Finding;

/** Documents of every genre whose numbers agree but for rounding: nothing is said of them. */
class CleanDocumentsTest {
  private static final int ROUNDS = Integer.getInteger("mingzhang.clean.rounds", 15);
  private static final long SEED = Long.getLong("mingzhang.clean.seed", 20250101L);

  private final Auditor auditor = new Auditor();

  @ParameterizedTest
  @EnumSource
  void clean_documents_have_no_finding(Genre genre) {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      List<Finding> found = auditor.audit(genre.write(random, Map.of()).build());
      List<String> told =
          found.stream().map(f -> f.rule() + ": " + f.quote() + " :: " + f.formula()).toList();
      assertEquals(List.of(), told, genre + ", seed " + seed);
    }
  }

  /** The last digit of a rate is off by one, as it is where it was cut off or made to fit 100%. */
  @ParameterizedTest
  @EnumSource
  void a_last_digit_that_is_off_by_one_is_left_alone(Genre genre) {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      TestDocument document = genre.write(random, Map.of());
      DocumentEditor editor = new DocumentEditor(document, random);
      BigDecimal off = new BigDecimal(random.nextBoolean() ? "0.01" : "-0.01");
      if (editor.contains(".*", "\\d\\.\\d\\d ?%")) {
        editor.changeRandomMatch(
            ".*",
            "(?<![\\d.])(\\d+\\.\\d\\d) ?%",
            (right, all) -> new BigDecimal(right).add(off).abs().toPlainString());
      }
      List<String> told =
          auditor.audit(document.build()).stream().map(f -> f.rule() + ": " + f.quote()).toList();
      assertEquals(List.of(), told, genre + ", seed " + seed);
    }
  }
}
