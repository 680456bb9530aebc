package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;

/**
 * Amounts that a rate of their own sentence contradicts. A total that does not add up because of
 * such an amount is not accused as well. The sets compare by value, whatever zeros are printed.
 *
 * @param amounts the amounts as printed
 * @param wholes wholes whose shares make 100% while their parts make another amount
 */
public record Suspects(SortedSet<BigDecimal> amounts, SortedSet<BigDecimal> wholes) {
  /** The suspects of a document. */
  public static Suspects of(Reading reading) {
    SortedSet<BigDecimal> found = new TreeSet<>();
    for (Completion completion : Completion.all(reading)) {
      BigDecimal result = completion.result();
      if (result != null && completion.disagrees()) {
        found.add(result);
        completion.budgets().values().forEach(b -> found.add(b.amount()));
      }
    }
    SortedSet<BigDecimal> wholes = new TreeSet<>();
    for (Passage passage : reading.passages()) {
      ShareList list = ShareList.of(passage, reading);
      BigDecimal whole = list.whole();
      if (whole != null
          && list.isComplete()
          && !Tolerance.sumAgrees(whole, list.sum(), list.shares().size())) {
        wholes.add(whole);
      }
      list.shares().stream()
          .filter(s -> s.whole() != null && !s.atMost() && !s.agrees())
          .filter(s -> !s.guessed() || list.confirms(s))
          .filter(s -> !list.fitsItsOwnSum())
          .forEach(s -> found.add(s.part()));
    }
    return new Suspects(found, wholes);
  }

  /** Whether the parts of an amount, by its own sentence all of it, make another amount. */
  public boolean whole(BigDecimal amount) {
    return wholes.contains(amount);
  }

  /** Whether one of some amounts is suspect. */
  public boolean any(Stream<BigDecimal> parts) {
    return parts.anyMatch(p -> p.signum() != 0 && amounts.contains(p));
  }
}
