package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/** Reasons why the rows of a sum may not all have been read, so that nothing is concluded. */
final class TableGuards {
  private static final Check.Undecided CUT =
      new Check.Undecided("表在文件末尾，可能没有列完", "the table ends the document and may go on");
  private static final Check.Undecided LOST =
      new Check.Undecided("可能有一行没有读到", "a row may not have been read");

  private final Reading reading;

  TableGuards(Reading reading) {
    this.reading = reading;
  }

  /** The reason for a broken sum; null where there is none. */
  Check.@Nullable Undecided of(BoundSum sum, List<BoundSum> broken) {
    if (sum.identity().binder() != FormIdentity.Binder.CODES || sum.difference().signum() <= 0) {
      return null;
    }
    if (goesOn(sum)) {
      return CUT;
    }
    return lacksRow(sum, broken) ? LOST : null;
  }

  /** Whether rows of a sum may stand behind the end of the copy; a total at the foot is its end. */
  private boolean goesOn(BoundSum sum) {
    List<Line> rows = block(sum).rows();
    Line last = rows.getLast();
    if (last.role() == Role.TOTAL && last.code().isEmpty()) {
      return false;
    }
    String lowest = rows.stream().map(Line::code).filter(c -> !c.isEmpty()).reduce("", (a, b) -> b);
    String code = rows.get(sum.whole().row()).code();
    return !lowest.isEmpty()
        && lowest.startsWith(code)
        && reading
            .derived(DocumentEnd.class, DocumentEnd::of)
            .isTable(sum.table().cells(), reading);
  }

  private static TableLines.Block block(BoundSum sum) {
    return sum.table().blocks().get(sum.whole().block());
  }

  /** Whether what a sum lacks in all of its columns is one row: a total and what it is made of. */
  private static boolean lacksRow(BoundSum sum, List<BoundSum> broken) {
    int first = block(sum).columns().getFirst().at();
    List<BoundSum> row =
        broken.stream()
            .filter(
                s ->
                    s.identity().equals(sum.identity())
                        && s.whole().in(first).equals(sum.whole().in(first)))
            .toList();
    List<BigDecimal> others =
        row.stream().filter(s -> s.whole().column() != first).map(BoundSum::difference).toList();
    BigDecimal total =
        row.stream()
            .filter(s -> s.whole().column() == first)
            .map(BoundSum::difference)
            .findFirst()
            .orElse(BigDecimal.ZERO);
    BigDecimal sumOfOthers = others.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal slack = sum.table().step().multiply(BigDecimal.valueOf(others.size() + 1L));
    return !others.isEmpty()
        && others.stream().allMatch(d -> d.signum() > 0)
        && (total.subtract(sumOfOthers).abs().compareTo(slack) <= 0
            || others.stream().allMatch(d -> d.compareTo(total) == 0));
  }
}
