package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Figure;

/**
 * An item whose name is in none of the tables, while exactly one row of the tables has its amount
 * and is itself not named in any sentence. Told once a name.
 *
 * <p>A class, since it looks for a name by its amount, the other way round than identities are
 * bound.
 */
public final class ItemName implements Rule {

  /** Half a unit of the last digit of a sentence in 万元, in 元. */
  private static final BigDecimal SLACK = BigDecimal.valueOf(50);

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<Figure> figures = reading.figures();
    NavigableMap<BigDecimal, List<Figure>> rows = rows(figures);
    ItemClasses classes = reading.derived(ItemClasses.class, ItemClasses::of);
    List<CheckResult> checks = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Figure figure : figures) {
      if (!figure.fromTable()
          && figure.code() == null
          && isUnknown(String.valueOf(figure.item()).split("/", -1), classes)
          && figure.name().matches("支出决算|财政拨款支出")) {
        row(rows, figure)
            .filter(row -> !isBroken(figure, row) && told.add(String.valueOf(figure.item())))
            .map(
                row ->
                    FindingDraft.at("item-name", FindingDraft.place(figure))
                        .numbers(String.valueOf(figure.item()), String.valueOf(row.item()))
                        .other(FindingDraft.place(row))
                        .says(String.valueOf(figure.item()), String.valueOf(row.item())))
            .ifPresent(checks::add);
      }
    }
    return checks;
  }

  /** Where only the class has another name, that is told by {@link ItemPath}. */
  private static boolean isUnknown(String[] path, ItemClasses classes) {
    return path.length == 3 && classes.above(path[1], path[2]).isEmpty();
  }

  /** The rows of items that no sentence names, by their amounts in 元. */
  private static NavigableMap<BigDecimal, List<Figure>> rows(List<Figure> figures) {
    Set<String> named =
        figures.stream()
            .filter(f -> !f.fromTable() && f.code() != null)
            .map(f -> String.valueOf(f.code()))
            .collect(Collectors.toSet());
    NavigableMap<BigDecimal, List<Figure>> rows = new TreeMap<>();
    for (Figure figure : figures) {
      String code = String.valueOf(figure.code());
      if (figure.fromTable()
          && code.matches("\\d{7}")
          && !named.contains(code)
          && figure.name().matches("(?:本年支出|支出)?合计")) {
        figure
            .yuan()
            .filter(y -> y.signum() > 0)
            .ifPresent(y -> rows.computeIfAbsent(y, k -> new ArrayList<>()).add(figure));
      }
    }
    return rows;
  }

  private static Optional<Figure> row(NavigableMap<BigDecimal, List<Figure>> rows, Figure stated) {
    BigDecimal yuan = stated.yuan().orElse(BigDecimal.ONE.negate());
    List<Figure> same =
        rows.subMap(yuan.subtract(SLACK), true, yuan.add(SLACK), true).values().stream()
            .flatMap(List::stream)
            .toList();
    boolean one = same.stream().map(Figure::code).distinct().count() == 1;
    return one ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /** A name of a table that lost a part of the item's name, or runs on into those beside it. */
  private static boolean isBroken(Figure stated, Figure row) {
    String item = last(stated).replaceFirst("支出$", "");
    String name = last(row);
    return name.contains(item)
        || (name.length() > 3 && item.contains(name.replaceFirst("支出$", "")));
  }

  private static String last(Figure figure) {
    String item = String.valueOf(figure.item()).replaceFirst("[(（]项[)）]$", "");
    return item.substring(Math.max(item.lastIndexOf('/'), item.lastIndexOf('）')) + 1);
  }
}
