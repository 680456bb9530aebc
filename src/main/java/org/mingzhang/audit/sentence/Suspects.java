package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;

/**
 * Amounts that a rate of their own sentence contradicts. A total that does not add up because of
 * such an amount is not accused as well.
 *
 * @param amounts the amounts as printed
 */
public record Suspects(List<BigDecimal> amounts) {
  /** The suspects of a document. */
  public static Suspects of(Reading reading) {
    List<BigDecimal> found = new ArrayList<>();
    for (Completion completion : Completion.all(reading)) {
      BigDecimal result = completion.result();
      if (result != null && completion.disagrees()) {
        found.add(result);
        completion.budgets().values().forEach(b -> found.add(b.amount()));
      }
    }
    for (Passage passage : reading.passages()) {
      ShareList.of(passage, reading).shares().stream()
          .filter(s -> s.whole() != null && !s.atMost() && !s.guessed() && !s.agrees())
          .forEach(s -> found.add(s.part()));
    }
    return new Suspects(found);
  }

  /** Whether one of some amounts is suspect. */
  public boolean any(Stream<BigDecimal> parts) {
    return parts.anyMatch(
        p -> p.signum() != 0 && amounts.stream().anyMatch(a -> a.compareTo(p) == 0));
  }
}
