package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DigitComparison;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.TsvResource;

/**
 * {@code 培训1860人次，完成年度目标1800人次的103.33%}, {@code 发放问卷400份，收回380份，回收率95%}: what was counted by what
 * it is held against; {@code 36.2万吨，比上年增加0.7万吨，增长1.97%}: the growth of what is counted or weighed.
 * Which wordings there are is data, see {@code rates.tsv}.
 *
 * <p>A class, since what is counted has no account: which rate is of which numbers is told by their
 * units and verbs alone.
 */
public final class CountedRate implements PassageRule {
  private static final int COLUMNS = 5;

  private final String rule;
  private final List<Wording> wordings;

  /** The wordings of a rule. */
  public CountedRate(String rule) {
    this.rule = rule;
    wordings =
        TsvResource.rows(CountedRate.class, "rates.tsv", COLUMNS).stream()
            .filter(cells -> cells.getFirst().equals(rule))
            .map(c -> new Wording(c.get(1), Pattern.compile(c.get(2)), Pattern.compile(c.get(3))))
            .toList();
  }

  private record Wording(String word, Pattern except, Pattern pattern) {
    boolean isPossible(String text) {
      return text.contains("%")
          && text.contains(word)
          && (except.pattern().isEmpty() || !except.matcher(text).find());
    }
  }

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    for (Wording wording : wordings) {
      if (wording.isPossible(passage.compact())) {
        for (MatchResult stated : passage.matches(wording.pattern())) {
          boolean growth = stated.namedGroups().containsKey("way");
          checks.add(growth ? growth(passage, stated) : rate(passage, stated));
        }
      }
    }
  }

  private CheckResult rate(Passage passage, MatchResult stated) {
    BigDecimal part = DigitComparison.number(stated.group("part"));
    BigDecimal whole = DigitComparison.number(stated.group("whole"));
    BigDecimal rate = DigitComparison.number(stated.group("rate"));
    if (whole.signum() == 0 || Tolerance.rateAgrees(rate, part, whole, true)) {
      return CheckResult.AGREES;
    }
    String right = Tolerance.fullRate(Tolerance.percent(part, whole));
    String printed = rate.toPlainString() + "%";
    return FindingDraft.at(rule, passage, stated)
        .numbers(printed, right)
        .formula(Formula.quotient(part, whole), right, printed)
        .says(right, printed);
  }

  /** The rate of a change, of which the groups {@code way} and {@code rated} are words. */
  private CheckResult growth(Passage passage, MatchResult stated) {
    boolean up = stated.group("way").startsWith("增");
    boolean rateUp = stated.group("rated").matches("增.*|上升");
    BigDecimal now = DigitComparison.number(stated.group("whole"));
    BigDecimal by = DigitComparison.number(stated.group("part"));
    BigDecimal rate = DigitComparison.number(stated.group("rate"));
    BigDecimal base = up ? now.subtract(by) : now.add(by);
    if (base.signum() <= 0) {
      return CheckResult.undecided("上年数为0", "there was nothing the year before");
    }
    if (up == rateUp && Tolerance.rateAgrees(rate, by, base)) {
      return CheckResult.AGREES;
    }
    String right = (up ? "增长" : "下降") + Tolerance.fullRate(Tolerance.percent(by, base));
    String printed = stated.group("rated") + rate.toPlainString() + "%";
    return FindingDraft.at(rule, passage, stated)
        .numbers(printed, right)
        .formulaOf("%s ÷ %s → %s，文中写 %s", by, base, right, printed)
        .says(right, printed);
  }
}
