package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Line;
import org.mingzhang.fact.cell.TableLines.Role;

/** Reasons why the rows of a sum may not all have been read, so that nothing is concluded. */
final class TableGuards {
  private static final CheckResult.Undecided CUT =
      new CheckResult.Undecided("表在文件末尾，可能没有列完", "the table ends the document and may go on");
  private static final CheckResult.Undecided LOST =
      new CheckResult.Undecided("可能有一行没有读到", "a row may not have been read");

  private static final String PLAIN = "text/plain";

  private final AuditedDocument reading;
  private final MisreadRows misread;

  /** The broken sums of each row and identity. */
  private final Map<Row, List<BoundSum>> broken = new HashMap<>();

  /** The code of the last row of each block that has one. */
  private final Map<Integer, String> lowest = new HashMap<>();

  /** Guards for the broken sums of one table. */
  TableGuards(AuditedDocument reading, List<BoundSum> broken) {
    this.reading = reading;
    this.misread = new MisreadRows(PLAIN.equals(reading.disclosure().source().mediaType()));
    broken.forEach(s -> this.broken.computeIfAbsent(Row.of(s), k -> new ArrayList<>()).add(s));
  }

  /** A row of a table as far as one identity is concerned. */
  private record Row(FormIdentity identity, int block, int row) {
    static Row of(BoundSum sum) {
      return new Row(sum.identity(), sum.whole().block(), sum.whole().row());
    }
  }

  /** The reason for a broken sum; null where there is none. */
  CheckResult.@Nullable Undecided of(BoundSum sum) {
    CheckResult.Undecided columns = misread.of(sum);
    if (columns != null) {
      return columns;
    }
    if (sum.identity().binder() != FormIdentity.Binder.CODES || sum.difference().signum() <= 0) {
      return null;
    }
    if (goesOn(sum)) {
      return CUT;
    }
    return lacksRow(sum) ? LOST : null;
  }

  /** Whether rows of a sum may stand behind the end of the copy; a total at the foot is its end. */
  private boolean goesOn(BoundSum sum) {
    List<Line> rows = block(sum).rows();
    Line foot = rows.getLast();
    if (foot.role() == Role.TOTAL && foot.code().isEmpty()) {
      return false;
    }
    String code = rows.get(sum.whole().row()).code();
    String last = lowest.computeIfAbsent(sum.whole().block(), b -> lowest(rows));
    return !last.isEmpty()
        && last.startsWith(code)
        && reading
            .derived(DocumentEnd.class, DocumentEnd::of)
            .isTable(sum.table().cells(), reading);
  }

  private static String lowest(List<Line> rows) {
    return rows.stream().map(Line::code).filter(c -> !c.isEmpty()).reduce("", (a, b) -> b);
  }

  private static TableLines.Block block(BoundSum sum) {
    return sum.table().blocks().get(sum.whole().block());
  }

  /** Whether what a sum lacks in all of its columns is one row: a total and what it is made of. */
  private boolean lacksRow(BoundSum sum) {
    int first = block(sum).columns().getFirst().at();
    List<BoundSum> row = broken.getOrDefault(Row.of(sum), List.of());
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
