package org.mingzhang.audit.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Share;

/**
 * The lists of which the amounts of shares are parts. What follows parts that add up to their whole
 * is none of them: 基本支出60万元，其中人员经费50万元、公用经费10万元；项目支出40万元，占40%. All lists must be added before the
 * first lookup.
 */
final class ListedParts {
  private final PrintedPrecision precision;
  private final Map<Span, Operand> wholeByPart = new HashMap<>();
  private final Map<Span, Span> listWithoutWholeByPart = new HashMap<>();
  private final Set<Span> partsOfExactLists = new HashSet<>();

  ListedParts(PrintedPrecision precision) {
    this.precision = precision;
  }

  void add(ItemList list) {
    Quantity all = list.whole() == null ? null : TermWithSubject.findAmount(list.whole());
    List<Quantity> parts =
        list.parts().stream()
            .flatMap(p -> Stream.ofNullable(TermWithSubject.findAmount(p.statement())))
            .toList();
    if (list.whole() == null) {
      parts.forEach(p -> listWithoutWholeByPart.put(p.span(), list.span()));
    }
    if (!(list.whole() instanceof Amount whole) || all == null) {
      return;
    }
    for (int count = 2; count <= parts.size(); count++) {
      List<Quantity> first = parts.subList(0, count);
      if (addUpTo(all, first)) {
        first.forEach(p -> partsOfExactLists.add(p.span()));
        parts = first;
        break;
      }
    }
    parts.forEach(p -> wholeByPart.put(p.span(), whole.operand()));
  }

  private boolean addUpTo(Quantity whole, List<Quantity> parts) {
    ComputedInterval sum = ComputedInterval.sumOf(parts.stream().map(precision::toInterval));
    return precision.toInterval(whole).intersects(sum);
  }

  /** The whole of the list whose part has this share; null if there is none or it has no amount. */
  @Nullable Operand findWhole(Share share) {
    Quantity part = share.part().quantity();
    return part == null ? null : wholeByPart.get(part.span());
  }

  /** The list without a stated whole whose part has this share, or null. */
  @Nullable Span findListWithoutWhole(Share share) {
    Quantity part = share.part().quantity();
    return part == null ? null : listWithoutWholeByPart.get(part.span());
  }

  /** Whether a share belongs to a part of a list whose parts add up to its whole. */
  boolean isPartOfExactList(Share share) {
    Quantity part = share.part().quantity();
    return part != null && partsOfExactLists.contains(part.span());
  }
}
