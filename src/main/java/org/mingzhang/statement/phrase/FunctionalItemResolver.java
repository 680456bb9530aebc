package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.ProseToken;

/**
 * Resolves names of the functional classification to items of expenditure: those printed with a
 * code or the mark of their level, and those that their place in the text shows to be items.
 */
public final class FunctionalItemResolver {
  /** Account to which items belong if the chart has no account for them. */
  public static final String EXPENDITURE = "支出";

  private static final BudgetClassification CLASSIFICATION = BudgetClassification.functional();

  private final ChartOfAccounts chart;

  FunctionalItemResolver(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /** The account to which items belong. */
  String accountOfItems() {
    String divided = chart.functionallyClassifiedAccount();
    return divided.isEmpty() ? EXPENDITURE : divided;
  }

  /**
   * The subject of an item with codes or marks.
   *
   * @param itemAbove path of the preceding item, whose upper levels precede those of {@code item}
   *     if its first level is not 1; null if there is none
   */
  Subject resolve(
      ProseToken.Item item, @Nullable String itemAbove, String printedName, @Nullable Span span) {
    List<String> above = itemAbove == null ? List.of() : List.of(itemAbove.split("/"));
    int kept = above.isEmpty() ? 0 : item.firstDepth() - highestDepthOf(above.getFirst());
    List<String> path = new ArrayList<>(above.stream().limit(Math.max(0, kept)).toList());
    path.addAll(item.levels());
    String code = item.code().isEmpty() ? null : item.code();
    if (code == null && path.size() == 1) {
      code = findOnlyCode(path.getFirst(), item.firstDepth());
    }
    return Subject.ofChart(accountOfItems(), String.join("/", path), code, null, printedName, span);
  }

  /** The depth of the highest level that has a name: 1 for 类, also if none has it, 2 for 款. */
  private static int highestDepthOf(String level) {
    return CLASSIFICATION.findByPrintedName(level).stream()
        .mapToInt(BudgetClassification.Entry::level)
        .min()
        .orElse(1);
  }

  /** The only code of a name at a depth; null if there is none or several. */
  private static @Nullable String findOnlyCode(String name, int depth) {
    List<String> codes =
        CLASSIFICATION.findByPrintedName(name).stream()
            .filter(entry -> entry.level() == depth)
            .map(BudgetClassification.Entry::code)
            .distinct()
            .toList();
    return codes.size() == 1 ? codes.getFirst() : null;
  }

  /**
   * The item of the functional classification that a subject is: the item of its account, if
   * classified items belong to this account, or the name of an unlisted account that the
   * classification has. Null for other subjects.
   */
  public @Nullable String findItem(Subject subject) {
    String item = subject.item();
    if (item != null || subject.isInChart()) {
      return subject.account().equals(accountOfItems()) ? item : null;
    }
    return CLASSIFICATION.findByPrintedName(subject.account()).isEmpty() ? null : subject.account();
  }

  /**
   * The item that a name without code or mark denotes because the amount before it belongs to
   * another item, or to all expenditure that is divided into items: 住房保障支出80万元，其中住房公积金60万元. Of
   * several items with the name, it is the one that shares the most levels with the item before it;
   * if several do, it has no code, and of the levels above it only a class that they share. Empty
   * for other names; a name of the economic classification counts only if an item of the same class
   * has it.
   *
   * @param before the subject of the amount before the name
   */
  public Optional<Subject> findItemAfter(Subject before, Subject named) {
    boolean economic = named.isInChart();
    List<BudgetClassification.Entry> entries =
        CLASSIFICATION.findByPrintedName(economic ? named.printedName() : named.account());
    if (chart == ChartOfAccounts.governments()
        || !(isDivided(before) || isItem(before))
        || (economic && !named.isEconomicItem())) {
      return Optional.empty();
    }
    String above = before.code() == null ? "" : before.code();
    for (int length : economic ? List.of(7, 5, 3) : List.of(7, 5, 3, 0)) {
      List<BudgetClassification.Entry> nearest =
          entries.stream()
              .filter(e -> e.level() > 1 && length <= above.length())
              .filter(e -> e.code().startsWith(above.substring(0, length)))
              .toList();
      if (!nearest.isEmpty()) {
        BudgetClassification.Entry entry = nearest.getFirst();
        boolean only = nearest.stream().allMatch(e -> e.code().equals(entry.code()));
        List<String> path = CLASSIFICATION.findAncestorNames(entry.code());
        path.subList(only ? path.size() : length == 0 ? 0 : 1, path.size()).clear();
        path.add(entry.name());
        return Optional.of(
            named
                .toItemOf(accountOfItems(), String.join("/", path), only ? entry.code() : null)
                .withFund(named.fund() == null ? before.fund() : named.fund()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a subject is total expenditure, of all funds or of one, which is divided into items.
   */
  private boolean isDivided(Subject subject) {
    Account all = chart.findAccount(accountOfItems()).orElse(null);
    return all != null
        && subject.item() == null
        && chart
            .findAccount(subject.account())
            .filter(own -> chart.narrowToFund(all, own.ownFund()).equals(own))
            .isPresent();
  }

  private boolean isItem(Subject subject) {
    return subject.item() != null
        && subject.account().equals(accountOfItems())
        && !subject.isEconomicItem();
  }
}
