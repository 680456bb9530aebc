package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * A total of a paragraph and the parts listed behind it, to be added up.
 *
 * @param about the rule that asks
 * @param passage the paragraph
 * @param whole the total
 * @param parts its parts, at least one
 */
record PartSum(RuleDescription about, Passage passage, Mention whole, List<Mention> parts) {
  private static final Pattern BALANCE = Pattern.compile("^(?:年末结|年终结|结转|结余分配)");

  /** The bare name of a source, as in {@code 使用非财政拨款结余5万元}. */
  private static final Pattern OTHER =
      Pattern.compile("和?(?!.*[比较增减])\\p{IsHan}{2,12}(?:收入|支出|结余|结转|资金|拨款|经费)");

  PartSum {
    parts = List.copyOf(parts);
  }

  /**
   * Compares; what is less than the whole says nothing where the list need not be complete. Empty
   * where amounts are in other units or the total is blank.
   */
  Optional<Check> check(boolean complete) {
    if (!(whole.quantity() instanceof Amount total)
        || !parts.stream().allMatch(p -> p.unit().equals(total.unit()))) {
      return Optional.empty();
    }
    List<BigDecimal> values = new ArrayList<>();
    for (Mention part : parts) {
      BigDecimal value = part.quantity().value();
      if (value == null) {
        return Optional.of(new Check.Undecided("有分项未填写", "a part was left blank"));
      }
      values.add(value);
    }
    BigDecimal stated = total.value();
    if (stated == null) {
      return Optional.empty();
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (Tolerance.sumAgrees(stated, sum, values.size() + 1)
        || nested(stated, sum, values)
        || completeBefore(stated, values)
        || completeBesideBalance(stated, values)
        || goesOn(stated, total.unit())) {
      return Optional.of(new Check.Agrees());
    }
    return Optional.of(
        (complete && !hasOther()) || sum.compareTo(stated) >= 0
            ? finding(stated, sum, total.unit(), values)
            : new Check.Undecided("不能确定分项是否已全部列出", "the parts may not all be listed"));
  }

  /** Whether the sum is right once a part that the next ones make up is not counted twice. */
  private static boolean nested(BigDecimal stated, BigDecimal sum, List<BigDecimal> values) {
    for (int i = 0; i < values.size(); i++) {
      BigDecimal run = BigDecimal.ZERO;
      BigDecimal without = sum.subtract(values.get(i));
      boolean fits = Tolerance.sumAgrees(stated, without, values.size());
      for (int j = i + 1; j < values.size() && fits; j++) {
        run = run.add(values.get(j));
        if (Tolerance.sumAgrees(values.get(i), run, j - i + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the list was complete at the end of a sentence: the next one tells of other things. */
  private boolean completeBefore(BigDecimal stated, List<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i + 1 < parts.size(); i++) {
      sum = sum.add(values.get(i));
      boolean last = parts.get(i).sentence() != parts.get(i + 1).sentence();
      if (last && Tolerance.sumAgrees(stated, sum, i + 2)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the list is that of the year's own amounts, and what is carried over comes besides. */
  private boolean completeBesideBalance(BigDecimal stated, List<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    int own = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (!BALANCE.matcher(Parts.name(parts.get(i))).find()) {
        sum = sum.add(values.get(i));
        own++;
      }
    }
    return own < parts.size() && own > 0 && Tolerance.sumAgrees(stated, sum, own + 1);
  }

  /**
   * Whether the amounts from the first part on make up the whole once those in brackets are left
   * out and those of other names, with which the list goes on, are counted.
   */
  private boolean goesOn(BigDecimal stated, String unit) {
    BigDecimal sum = BigDecimal.ZERO;
    int counted = 0;
    Mention last = parts.getLast();
    for (Mention mention : passage.mentions()) {
      int at = mention.quantity().start();
      BigDecimal value = mention.quantity().value();
      boolean listed =
          at >= parts.getFirst().quantity().start() && mention.sentence() <= last.sentence();
      if (listed && value != null && mention.unit().equals(unit) && !isInBrackets(at)) {
        sum = sum.add(value);
        counted++;
        boolean behind = at >= last.quantity().start();
        if (behind && Tolerance.sumAgrees(stated, sum, counted + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the list goes on with a name that is none of those known. */
  private boolean hasOther() {
    Mention last = parts.getLast();
    return passage.mentions().stream()
        .filter(m -> m.isAmount() && m.quantity().start() > last.quantity().end())
        .findFirst()
        .filter(m -> m.sentence() == last.sentence() && OTHER.matcher(m.label()).matches())
        .isPresent();
  }

  /** Whether a place stands in brackets that the list opened. */
  private boolean isInBrackets(int at) {
    int from = parts.getFirst().quantity().end();
    String before = passage.compact().substring(from, Math.max(at, from));
    return before.lastIndexOf('(') > before.lastIndexOf(')');
  }

  private Check finding(BigDecimal total, BigDecimal parts, String unit, List<BigDecimal> values) {
    String stated = total.toPlainString();
    String sum = parts.toPlainString();
    return Draft.at(about, Severity.PROOF, passage, whole.part(), end())
        .numbers(stated + unit, sum + unit)
        .formula(Formula.sum(values), sum, stated)
        .says(
            "各分项相加为%1$s%2$s，文中写%3$s%2$s。",
            "The parts add up to %1$s; the document says %3$s.", sum, unit, stated);
  }

  /** Behind the last part and the share printed with it. */
  private int end() {
    Mention last = parts.getLast();
    return passage.mentions().stream()
        .filter(m -> !m.isAmount() && m.quantity().start() > last.quantity().end())
        .findFirst()
        .filter(m -> m.label().matches("[(（]?占.*") && m.clause() <= last.quantity().end() + 1)
        .map(m -> m.quantity().end())
        .orElse(last.quantity().end());
  }
}
