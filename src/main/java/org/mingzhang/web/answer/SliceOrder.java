package org.mingzhang.web.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.compare.AccountSlice;

/**
 * Orders slices by the likelihood that a question means them: the stage and fund asked for first,
 * then final accounts before budgets, departments before single units, and the account's usual fund
 * before others. Unstated dimensions come last.
 *
 * @param account the account asked for, with stage and fund if given
 */
record SliceOrder(AccountName account) {
  private static final List<String> STAGE_ORDER =
      List.of(
          Stage.RESULT.label(),
          Stage.EXECUTION.label(),
          Stage.ADJUSTED_BUDGET.label(),
          Stage.BUDGET.label(),
          Stage.INITIAL_BUDGET.label());
  private static final List<String> PERIMETER_ORDER =
      Arrays.stream(Perimeter.values()).map(Perimeter::label).toList();
  private static final List<String> FUND_ORDER =
      Arrays.stream(Fund.values()).map(Fund::label).toList();

  /**
   * A slice is used for a list only if the number of agencies that have it, multiplied by this
   * factor, is at least the number of agencies that have the most frequent slice.
   */
  private static final int COVERAGE_FACTOR = 5;

  /**
   * Minimum number of agencies that have the slice of a list; fewer only if no slice has as many.
   * So the final accounts of one agency are not preferred to the budgets of several.
   */
  private static final int MIN_AGENCIES = 2;

  /** Whether a slice has the stage and fund asked for; 预算 matches initial and adjusted budgets. */
  boolean matches(AccountSlice slice) {
    Stage stage = account.stage();
    Fund fund = account.fund();
    boolean stageMatches =
        stage == null
            || slice.stage().equals(stage.label())
            || (stage == Stage.BUDGET && slice.stage().endsWith(Stage.BUDGET.label()));
    return stageMatches && (fund == null || slice.fund().equals(fund.label()));
  }

  /** Label of the stage asked for; {@link SearchRequest#NOT_STATED} if none is asked for. */
  String stageLabel() {
    Stage stage = account.stage();
    return stage == null ? SearchRequest.NOT_STATED : stage.label();
  }

  /** A comparator that sorts the most likely slice first. */
  Comparator<AccountSlice> createComparator() {
    return Comparator.comparing((AccountSlice s) -> !matches(s))
        .thenComparing(s -> !s.item().isEmpty())
        .thenComparingInt(s -> rank(STAGE_ORDER, s.stage()))
        .thenComparingInt(s -> rank(PERIMETER_ORDER, s.perimeter()))
        .thenComparing(s -> !s.fund().equals(usualFund()))
        .thenComparingInt(s -> rank(FUND_ORDER, s.fund()));
  }

  /** A comparator of the labels of stages that sorts the most likely one first. */
  static Comparator<String> byStage() {
    return Comparator.comparingInt((String label) -> rank(STAGE_ORDER, label))
        .thenComparing(Comparator.naturalOrder());
  }

  private @Nullable String usualFund() {
    Fund own = account.fundOrAccountFund();
    return own == null ? Fund.ALL.label() : own.label();
  }

  private static int rank(List<String> order, String label) {
    int rank = order.indexOf(label);
    return rank < 0 ? order.size() : rank;
  }

  /**
   * Chooses the slice of a list: the most likely one among the slices that enough agencies have;
   * empty if none has the stage and fund asked for. A slice in which the account is an item of
   * another account is chosen only if no agency states it as an account of its own.
   *
   * @param counts number of agencies with a value, by slice
   */
  Optional<AccountSlice> chooseSlice(Map<AccountSlice, Integer> counts) {
    Map<AccountSlice, Integer> whole = new HashMap<>(counts);
    whole.keySet().removeIf(slice -> !slice.item().isEmpty());
    return whole.isEmpty() ? chooseFrequentSlice(counts) : chooseFrequentSlice(whole);
  }

  private Optional<AccountSlice> chooseFrequentSlice(Map<AccountSlice, Integer> counts) {
    int limit =
        counts.entrySet().stream()
            .filter(e -> matches(e.getKey()))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    int least = Math.min(MIN_AGENCIES, limit);
    return counts.entrySet().stream()
        .filter(e -> matches(e.getKey()))
        .filter(e -> e.getValue() >= least && e.getValue() * COVERAGE_FACTOR >= limit)
        .min(
            Comparator.comparingInt(
                    (Map.Entry<AccountSlice, Integer> e) -> rank(STAGE_ORDER, e.getKey().stage()))
                .thenComparingInt(e -> rank(PERIMETER_ORDER, e.getKey().perimeter()))
                .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey, createComparator()))
        .map(Map.Entry::getKey);
  }
}
