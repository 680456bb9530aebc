package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Binds number and price of each row of a list to its amount, in 元 or 万元. A row is told only where
 * at least two others, and twice as many as do not fit, show that the table means just this.
 */
final class ProductBinder extends TableBinder {
  private static final List<BigDecimal> SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("0.0001"));
  private static final int LEAST = 2;
  private static final Pattern UNIT = Pattern.compile("[(（].*[)）]$");

  ProductBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
  }

  @Override
  void bind() {
    int amount = column(identity.wholes());
    List<Integer> factors =
        identity.parts().stream().map(p -> column(List.of(p.name().split("\\|")))).toList();
    for (BigDecimal scale : SCALES) {
      boolean printed = amount >= 0 && !factors.contains(-1);
      List<BoundSum> rows = printed ? rows(amount, factors, scale) : List.of();
      long fit = rows.stream().filter(r -> r.holds(BoundSum.Shortened.ROUNDED)).count();
      if (fit >= LEAST && fit >= 2 * (rows.size() - fit)) {
        rows.forEach(this::add);
        return;
      }
    }
  }

  private int column(List<String> heads) {
    return IntStream.range(0, table.cells().data().header().size())
        .filter(c -> heads.contains(UNIT.matcher(table.cells().head(c)).replaceFirst("")))
        .findFirst()
        .orElse(-1);
  }

  private List<BoundSum> rows(int amount, List<Integer> factors, BigDecimal scale) {
    List<BoundSum> rows = new ArrayList<>();
    for (int r = 0; r < table.cells().rows(); r++) {
      Cell whole = cell(0, r, amount);
      List<Cell> parts = factors.stream().map(whole::in).toList();
      if (table.amount(whole).isPresent()
          && parts.stream().allMatch(p -> table.value(p).signum() > 0)) {
        rows.add(new BoundSum(identity, table, whole, parts, scale));
      }
    }
    return rows;
  }
}
