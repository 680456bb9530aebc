package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.Amount;
import org.mingzhang.text.QuantityMention;

/**
 * Checks words that compare result and budget, 决算数大于（小于、等于）预算数, against the amounts before them. If
 * several budgets are printed, the words must hold for one of them.
 */
public final class ComparisonWords implements PassageRule {
  private static final Pattern WORDS =
      Pattern.compile(
          "决算数?(?:与)?(?:年初|全年|调整)?略?(?<a>大于|小于|高于|低于|等于|持平)(?:年初|全年|调整)?预算数?|决算数?与(?:年初|全年|调整)?预算数?(?<about>基本)?(?<b>持平|一致)");
  private static final String TAIL = "(?:数|金额)?(?:分别)?[为是:]*$";
  private static final Pattern BUDGET = Pattern.compile("预算" + TAIL);
  private static final Pattern RESULT = Pattern.compile("(?:决算|执行)" + TAIL);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Largest relative difference of 基本持平. */
  private static final BigDecimal ABOUT = new BigDecimal("0.05");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern COMPLETED = Pattern.compile("^完成(?:了)?(?:年初|全年|调整)?预算");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    Matcher words = WORDS.matcher(passage.compactText());
    int from = 0;
    while (passage.compactText().contains("决算") && words.find()) {
      Pair pair = findPair(passage, from, words.start());
      if (pair != null) {
        checks.add(check(passage, words, pair));
      } else {
        QuantityMention rate = findRate(passage, words.start());
        if (rate != null) {
          checks.add(check(passage, words, rate));
        }
      }
      from = words.end();
    }
  }

  static boolean isBudget(QuantityMention mention) {
    return BUDGET.matcher(mention.label()).find();
  }

  static boolean isResult(QuantityMention mention) {
    return RESULT.matcher(mention.label()).find();
  }

  /** The last budgets and result between the previous and these words. */
  private record Pair(List<BigDecimal> budgets, BigDecimal result, int from) {}

  private static @Nullable Pair findPair(Passage passage, int after, int before) {
    List<BigDecimal> budgets = new ArrayList<>();
    Pair pair = null;
    int from = -1;
    boolean closed = false;
    for (QuantityMention mention : passage.mentions()) {
      if (mention.quantity().start() < after
          || mention.quantity().start() >= before
          || !(mention.quantity() instanceof Amount amount)) {
        continue;
      }
      BigDecimal value = amount.value();
      boolean budget = isBudget(mention);
      if (value == null) {
        return null;
      }
      if (budget) {
        budgets = closed ? new ArrayList<>() : budgets;
        from = budgets.isEmpty() ? mention.clause() : from;
        budgets.add(value);
        closed = false;
      } else if (isResult(mention) && !closed && !budgets.isEmpty()) {
        pair = new Pair(List.copyOf(budgets), value, from);
        closed = true;
      }
    }
    return pair;
  }

  private static CheckResult check(Passage passage, Matcher words, Pair pair) {
    String relation = words.group("a") == null ? words.group("b") : words.group("a");
    boolean about = words.group("about") != null;
    if (pair.budgets().stream().anyMatch(b -> holds(relation, about, b, pair.result()))) {
      return CheckResult.AGREES;
    }
    BigDecimal budget = pair.budgets().getFirst();
    boolean nothing = budget.signum() == 0 && pair.result().signum() == 0;
    String message = nothing ? "comparison-words/nothing" : "comparison-words";
    return FindingDraft.at(message, passage, pair.from(), passage.sentenceEnd(words.end()))
        .withNumbers(relation, pair.result().toPlainString() + " / " + budget.toPlainString())
        .withFormulaPattern("决算 %s，预算 %s，文中写“%s”", pair.result(), budget, relation)
        .report(relation);
  }

  /** The completion rate right before the words, if no budget is printed. */
  private static @Nullable QuantityMention findRate(Passage passage, int before) {
    QuantityMention last = null;
    for (QuantityMention mention : passage.mentions()) {
      last = mention.quantity().end() <= before ? mention : last;
    }
    return last != null
            && !last.isAmount()
            && last.quantity().value() != null
            && before - last.quantity().end() <= 2
            && COMPLETED.matcher(last.label()).find()
        ? last
        : null;
  }

  private static CheckResult check(Passage passage, Matcher words, QuantityMention rate) {
    String relation = words.group("a") == null ? words.group("b") : words.group("a");
    BigDecimal value = rate.quantity().value() == null ? HUNDRED : rate.quantity().value();
    if (holds(relation, words.group("about") != null, HUNDRED, value)) {
      return CheckResult.AGREES;
    }
    String stated = value.toPlainString() + "%";
    return FindingDraft.at(
            "comparison-words/rate", passage, rate.clause(), passage.sentenceEnd(words.end()))
        .withNumbers(relation, stated)
        .withFormulaPattern("完成 %s，文中写“%s”", stated, relation)
        .report(stated, relation);
  }

  private static boolean holds(
      String relation, boolean about, BigDecimal budget, BigDecimal result) {
    int order = result.compareTo(budget);
    return switch (relation) {
      case "大于", "高于" -> order > 0;
      case "小于", "低于" -> order < 0;
      default ->
          result.subtract(budget).abs().compareTo(about ? budget.multiply(ABOUT) : CENT) <= 0;
    };
  }
}
