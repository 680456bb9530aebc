package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * What all amounts of a performance form have in common, from which its facts are made: the form
 * states body, project and unit once, above its budget line.
 *
 * @param defaults dimensions of the document
 * @param entity body that the form is about
 * @param project project that the form is about; null for the whole department
 * @param unit unit of the amounts, 万元 or 元
 */
record PerformanceFormContext(
    DimensionDefaults defaults, TableEntity entity, @Nullable String project, String unit) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PerformanceFormContext.class);
  private static final Pattern PROJECT_IN_WORDS = PATTERNS.get("project-in-words");
  private static final Pattern UNIT = PATTERNS.get("unit-of-form");
  private static final Pattern MONTHS = PATTERNS.get("months");
  private static final Pattern LABEL_SUFFIX = PATTERNS.get("form-label-suffix");

  /** The last project named by a label in words without cells; empty if there is none. */
  static Optional<String> findProject(String compactText) {
    return findLast(PROJECT_IN_WORDS, compactText);
  }

  /** The last unit of money with a label or in brackets in a text; empty if there is none. */
  static Optional<String> findUnit(String compactText) {
    return findLast(UNIT, compactText);
  }

  private static Optional<String> findLast(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group("value")).reduce((one, next) -> next);
  }

  /** A label without its unit, formula, points and colon: 执行数(B): is 执行数. */
  static String stripSuffix(String label) {
    return LABEL_SUFFIX.matcher(label).replaceFirst("");
  }

  /**
   * The time of the amounts that a label heads.
   *
   * @param stage stage of the budget
   * @param period months of the year as printed; null for the whole year
   */
  record AmountTime(Stage stage, @Nullable String period) {}

  /**
   * Reads the time that a label of an amount states; empty if it is no such label. What a form
   * calls 实际支出数 was spent by the end of the year; it has the stage execution and not the stage of
   * final accounts.
   */
  static Optional<AmountTime> readTime(String label) {
    String bare = stripSuffix(label);
    Matcher months = MONTHS.matcher(bare);
    String period = months.lookingAt() ? months.group() : null;
    return bare.endsWith("数") || bare.endsWith("金额") || bare.endsWith("预算")
        ? ChartOfAccounts.findStage(period == null ? bare : bare.substring(period.length()))
            .map(s -> s == Stage.RESULT && !bare.contains("决算") ? Stage.EXECUTION : s)
            .map(stage -> new AmountTime(stage, period))
        : Optional.empty();
  }

  /**
   * Reads an amount of the form; empty if its cell has no number or the chart no account for it.
   *
   * @param kind kind of expenditure of a part; null for the budget or the result
   */
  Optional<Fact> readAmount(
      AmountTime time,
      Fund fund,
      @Nullable Account kind,
      PerformanceFormGrid grid,
      PerformanceFormGrid.Cell cell) {
    Account account =
        kind == null ? defaults.roles().findBudgetLineAccount(time.stage()).orElse(null) : kind;
    BigDecimal value = cell.parseNumber().orElse(null);
    return account == null || value == null
        ? Optional.empty()
        : Optional.of(
            Fact.amount(
                account.name(),
                FactContext.wholeYear(
                        project,
                        null,
                        time.stage(),
                        fund,
                        entity.perimeter(),
                        entity.entity(),
                        defaults.year())
                    .withTime(time.period(), null, null),
                value.scaleByPowerOfTen(AmountParser.powerOfTen(unit)),
                cell.text(),
                unit,
                grid.location(cell)));
  }
}
