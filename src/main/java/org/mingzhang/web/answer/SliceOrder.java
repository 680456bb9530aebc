package org.mingzhang.web.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.web.compare.Slice;

/**
 * Which of several slices a reader means: that of the stage and fund asked for; where none is asked
 * for final accounts before budgets, departments before single units, and the account's own fund
 * before others. What is not stated comes last.
 *
 * @param account what is asked for
 */
record SliceOrder(AccountName account) {
  private static final List<String> STAGES =
      List.of(
          Stage.RESULT.label(),
          Stage.EXECUTION.label(),
          Stage.ADJUSTED_BUDGET.label(),
          Stage.BUDGET.label(),
          Stage.INITIAL_BUDGET.label());
  private static final List<String> PERIMETERS =
      Arrays.stream(Perimeter.values()).map(Perimeter::label).toList();
  private static final List<String> FUNDS = Arrays.stream(Fund.values()).map(Fund::label).toList();

  /** A slice that fewer than one in so many have is not preferred to the one most have. */
  private static final int TIMES = 5;

  /** Whether a slice is of the stage and fund asked for; 预算 may be the budget at any step. */
  boolean asked(Slice slice) {
    Stage stage = account.stage();
    Fund fund = account.fund();
    boolean right =
        stage == null
            || slice.stage().equals(stage.label())
            || (stage == Stage.BUDGET && slice.stage().endsWith(Stage.BUDGET.label()));
    return right && (fund == null || slice.fund().equals(fund.label()));
  }

  /** The first is what is meant. */
  Comparator<Slice> comparator() {
    return Comparator.comparing((Slice s) -> !asked(s))
        .thenComparingInt(s -> place(STAGES, s.stage()))
        .thenComparingInt(s -> place(PERIMETERS, s.perimeter()))
        .thenComparing(s -> !s.fund().equals(ownFund()))
        .thenComparingInt(s -> place(FUNDS, s.fund()));
  }

  private @Nullable String ownFund() {
    Fund own = account.effectiveFund();
    return own == null ? Fund.ALL.label() : own.label();
  }

  private static int place(List<String> order, String label) {
    int place = order.indexOf(label);
    return place < 0 ? order.size() : place;
  }

  /**
   * The slice in which a list is made: of those that enough have, the one that is meant.
   *
   * @param counts how many agencies have a value in each
   */
  Optional<Slice> common(Map<Slice, Integer> counts) {
    int most =
        counts.entrySet().stream()
            .filter(e -> asked(e.getKey()))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    return counts.entrySet().stream()
        .filter(e -> asked(e.getKey()) && e.getValue() * TIMES >= most)
        .min(
            Comparator.comparingInt(
                    (Map.Entry<Slice, Integer> e) -> place(STAGES, e.getKey().stage()))
                .thenComparingInt(e -> place(PERIMETERS, e.getKey().perimeter()))
                .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey, comparator()))
        .map(Map.Entry::getKey);
  }
}
