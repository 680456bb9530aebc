package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * An item whose name is in none of the tables, while exactly one row of the tables has its amount
 * and is itself not named in any sentence.
 */
public final class ItemName implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "item-name",
          Kind.TEXT_TABLE_MISMATCH,
          "正文的科目名称与表中金额相同的科目名称",
          "The name of an item in a sentence and of the row with its amount",
          "无",
          "none",
          "金额相同而名称不同，多为科目名称写错。",
          "The same amount under another name is mostly a wrong name.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Figure> figures = reading.disclosure().figures();
    List<String> named =
        figures.stream()
            .filter(f -> !f.fromTable() && f.code() != null)
            .map(f -> String.valueOf(f.code()))
            .toList();
    List<Check> checks = new ArrayList<>();
    for (Figure figure : figures) {
      if (!figure.fromTable()
          && figure.code() == null
          && String.valueOf(figure.item()).split("/", -1).length == 3
          && figure.name().matches("支出决算|财政拨款支出")) {
        row(figures, figure, named).ifPresent(row -> checks.add(finding(figure, row)));
      }
    }
    return checks;
  }

  private static Optional<Figure> row(List<Figure> figures, Figure stated, List<String> named) {
    List<Figure> rows =
        figures.stream()
            .filter(
                f -> f.fromTable() && f.code() != null && String.valueOf(f.code()).length() == 7)
            .filter(f -> f.name().matches("(?:本年支出|支出)?合计"))
            .filter(f -> !named.contains(String.valueOf(f.code())) && same(f, stated))
            .toList();
    boolean one = rows.stream().map(Figure::code).distinct().count() == 1;
    return one ? Optional.of(rows.getFirst()) : Optional.empty();
  }

  private static boolean same(Figure row, Figure stated) {
    BigDecimal left = row.yuan().orElse(BigDecimal.ZERO);
    BigDecimal right = stated.yuan().orElse(BigDecimal.ONE);
    return left.signum() > 0 && left.subtract(right).abs().compareTo(BigDecimal.valueOf(50)) <= 0;
  }

  private static Check finding(Figure stated, Figure row) {
    String said = String.valueOf(stated.item());
    String table = String.valueOf(row.item());
    return Draft.at(
            ABOUT, Severity.PROBABLE, new Place(stated.section(), stated.page(), stated.quote()))
        .numbers(said, table)
        .other(new Place(row.section(), row.page(), row.quote()))
        .says(
            "正文的科目“" + said + "”在表中没有，表中同一金额的科目是“" + table + "”。",
            "The tables have no item of this name; the row with its amount has another.");
  }
}
