package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;

/**
 * Creates a row line for each row label and column header of one block of a table, with its role
 * (total, year, part).
 */
final class LineReader {
  private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十]{1,3}[、.．].*");
  private static final Pattern SECTION = Pattern.compile("^\\([一二三四五六七八九十]{1,3}\\).*");

  private final DocumentFrame frame;
  private final TableSubject subject;
  private final @Nullable FlowDirection direction;

  LineReader(DocumentFrame frame, TableSubject subject, @Nullable FlowDirection direction) {
    this.frame = frame;
    this.subject = subject;
    this.direction = direction;
  }

  /** A row with its label and code. */
  TableLines.Line row(int at, Meaning meaning, String label, @Nullable String code) {
    return line(at, role(meaning), meaning, label, code == null ? meaning.code() : code);
  }

  /** A column with its head. */
  TableLines.Line column(int at, Meaning meaning, String head) {
    return line(at, plainRole(meaning), meaning, head, null);
  }

  private static TableLines.Line line(
      int at, TableLines.Role role, Meaning meaning, String label, @Nullable String code) {
    return new TableLines.Line(
        at,
        role,
        TableLines.name(meaning.account()),
        meaning.fund(),
        meaning.stage(),
        meaning.year(),
        code == null ? "" : code,
        level(Chart.normalize(label)),
        label);
  }

  private static int level(String normalized) {
    if (CHAPTER.matcher(normalized).matches()) {
      return 1;
    }
    return SECTION.matcher(normalized).matches() ? 2 : 0;
  }

  /** On a side, the chart tells totals, what is of the year and what comes besides. */
  private TableLines.Role role(Meaning meaning) {
    Account account = meaning.account();
    if (direction == null || account == null || meaning.item() != null) {
      return plainRole(meaning);
    }
    Optional<Account> total = frame.roles().total(direction);
    Account year = frame.roles().year(direction, subject.fund()).orElse(null);
    if (total.filter(account::equals).isPresent()) {
      return TableLines.Role.TOTAL;
    }
    if (account.equals(year)) {
      return meaning.fund() == null ? TableLines.Role.YEAR : TableLines.Role.PART;
    }
    boolean within = total.filter(t -> frame.chart().isWithin(account, t)).isPresent();
    boolean ofYear = year != null && frame.chart().isWithin(account, year);
    return within && !ofYear ? TableLines.Role.CARRIED : TableLines.Role.PART;
  }

  private static TableLines.Role plainRole(Meaning meaning) {
    return switch (meaning.kind()) {
      case TOTAL -> meaning.fund() == null ? TableLines.Role.TOTAL : TableLines.Role.PART;
      case ACCOUNT, ITEM, OPEN -> TableLines.Role.PART;
      case SKIPPED -> TableLines.Role.NONE;
    };
  }
}
