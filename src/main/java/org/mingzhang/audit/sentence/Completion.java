package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * A sentence that says how much of a budget was spent.
 *
 * @param passage its paragraph
 * @param from place at which its first number's clause begins
 * @param to place behind the rate
 * @param budgets budgets named before the rate, in 万元-neutral printed form, by name
 * @param result the result, or null where it is not printed
 * @param rate the rate in per cent
 * @param base the budget that the rate names: 年初预算, 全年预算 or 预算
 */
record Completion(
    Passage passage,
    int from,
    int to,
    Map<String, Budget> budgets,
    @Nullable BigDecimal result,
    BigDecimal rate,
    String base) {

  /** An amount of budget with its unit. */
  record Budget(BigDecimal amount, String unit) {}

  private static final Pattern BUDGET =
      Pattern.compile("(年初预算|全年预算|调整后?预算|(?<!基金|经营|公共)预算)(?:数|金额|支出|资金)?(?:分别)?[为是:]?$");

  /** What a budget was changed by is no budget. */
  private static final Pattern ADDED =
      Pattern.compile("(?:追加|调增|调减|核减|新增|增加|减少|结转)[^，,]{0,4}预算(?:数|金额|资金)?(?:为|是)?$");

  private static final Pattern RESULT =
      Pattern.compile("(?:支出决算|决算|执行|实际支出|支出)(?:数|金额)?(?:分别)?[为是:]?$");
  private static final Pattern RATE =
      Pattern.compile(
          "(?:完成|占|执行率|完成率|为|是|达到?)(?:了|到)?(年初预算|全年预算|调整后?预算|预算)?(?:数|金额|总额)?的?(?:比例|比重)?(?:约)?[为是达]?$");
  private static final Pattern BASE =
      Pattern.compile("(?:完成|占|为|达到?)了?(年初预算|全年预算|调整后?预算|预算)(?:数|金额)?(?:的)?[(]?$");

  /** What the rate of the sentence before begins with. */
  private static final Pattern GOES_ON = Pattern.compile("^(?:(?:预算)?完成|预算执行率)");

  /** A share of something else, which stands between an amount and its rate of completion. */
  private static final Pattern SHARE = Pattern.compile("^[(（]?占(?!.*预算)");

  private static final Pattern UNNAMED = Pattern.compile("(?:预算)?(?:完成|执行)率?(?:约)?[为是达]?");

  /** The budget that the rate is against; empty where it is not printed. */
  Optional<Budget> budget() {
    Budget named = budgets.get(base);
    if (named != null) {
      return Optional.of(named);
    }
    Budget plain = budgets.get("预算");
    if (plain != null && budgets.size() == 1) {
      return Optional.of(plain);
    }
    return base.equals("预算") && !budgets.isEmpty()
        ? Optional.of(
            budgets.values().stream()
                .filter(this::fits)
                .findFirst()
                .orElseGet(() -> List.copyOf(budgets.values()).getLast()))
        : Optional.empty();
  }

  /** Whether the rate contradicts the budget and the result that are printed. */
  boolean disagrees() {
    return result != null && budget().filter(b -> b.amount().signum() > 0 && !fits(b)).isPresent();
  }

  private boolean fits(Budget budget) {
    BigDecimal spent = result;
    return spent != null
        && budget.amount().signum() > 0
        && Tolerance.rateAgrees(rate, spent, budget.amount(), passage.cents());
  }

  /** The completions of a document. */
  record All(List<Completion> completions) {
    static All of(Reading reading) {
      return new All(reading.passages().stream().flatMap(p -> find(p).stream()).toList());
    }
  }

  /** The completions of a document, in reading order. */
  static List<Completion> all(Reading reading) {
    return reading.derived(All.class, All::of).completions();
  }

  private static List<Completion> find(Passage passage) {
    Walk walk = new Walk(passage);
    passage.mentions().forEach(walk::step);
    return walk.found;
  }

  /** Where the walk through a paragraph's numbers stands. */
  private static final class Walk {
    private final Passage passage;
    private final List<Completion> found = new ArrayList<>();
    private final Map<String, Budget> budgets = new LinkedHashMap<>();
    private @Nullable Amount result;
    private @Nullable String after;
    private int from = -1;
    private int sentence = -1;

    private Walk(Passage passage) {
      this.passage = passage;
    }

    private void step(Mention mention) {
      boolean goesOn = !mention.isAmount() && GOES_ON.matcher(mention.label()).find();
      if (mention.sentence() != sentence && !goesOn) {
        clear();
      }
      sentence = mention.sentence();
      if (mention.quantity() instanceof Amount amount) {
        amount(mention, amount);
        return;
      }
      String base = base(mention.label());
      if (base == null && SHARE.matcher(mention.label()).find()) {
        return;
      }
      BigDecimal value = mention.quantity().value();
      if (base != null && value != null) {
        found.add(
            new Completion(
                passage,
                from < 0 ? mention.clause() : from,
                mention.quantity().end(),
                sameUnit(),
                result == null ? null : result.value(),
                value,
                base));
      }
      clear();
    }

    /** The budget that a rate is said to be of; null for a rate of something else. */
    private @Nullable String base(String label) {
      if (after != null && label.matches("[)）]?的?(?:比例)?[为是]?")) {
        return after;
      }
      Matcher rate = RATE.matcher(label);
      if (!rate.find() || !(label.contains("预算") || UNNAMED.matcher(label).matches())) {
        return null;
      }
      return rate.group(1) == null ? "预算" : rate.group(1);
    }

    private void amount(Mention mention, Amount amount) {
      Matcher base = BASE.matcher(mention.label());
      Matcher budget = BUDGET.matcher(mention.label());
      after = null;
      if (ADDED.matcher(mention.label()).find()) {
        return;
      }
      if (result != null && base.find() && amount.value() != null) {
        budgets.put(base.group(1), new Budget(amount.value(), amount.unit()));
        after = base.group(1);
      } else if (budget.find() && amount.value() != null) {
        if ((result != null && !budgets.isEmpty()) || budgets.containsKey(budget.group(1))) {
          clear();
        }
        budgets.put(budget.group(1), new Budget(amount.value(), amount.unit()));
      } else if (RESULT.matcher(mention.label()).find()) {
        result = amount;
      } else {
        clear();
        result = amount;
      }
      from = from < 0 ? mention.clause() : from;
    }

    private Map<String, Budget> sameUnit() {
      Map<String, Budget> same = new LinkedHashMap<>();
      Amount spent = result;
      budgets.forEach(
          (name, budget) -> {
            if (spent != null && budget.unit().equals(spent.unit())) {
              same.put(name, budget);
            }
          });
      return same;
    }

    private void clear() {
      budgets.clear();
      result = null;
      after = null;
      from = -1;
    }
  }
}
