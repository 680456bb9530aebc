package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
 * it is held against. Which wordings there are is data, see {@code rates.tsv}.
 *
 * <p>It is a class since what is counted has no account: which rate is of which numbers is told by
 * their units and verbs alone.
 */
public final class CountedRate implements PassageRule {
  private static final int COLUMNS = 5;

  private final List<Stated> wordings;

  /** The wordings of a rule. */
  public CountedRate(String rule) {
    wordings =
        TsvResource.rows(CountedRate.class, "rates.tsv", COLUMNS).stream()
            .filter(cells -> cells.getFirst().equals(rule))
            .map(Stated::of)
            .toList();
  }

  private record Stated(String rule, String word, Optional<Pattern> except, Pattern pattern) {
    private static Stated of(List<String> cells) {
      Optional<String> except = Optional.of(cells.get(2)).filter(c -> !c.isEmpty());
      return new Stated(
          cells.get(0), cells.get(1), except.map(Pattern::compile), Pattern.compile(cells.get(3)));
    }

    private boolean isPossible(String text) {
      return text.contains("%")
          && text.contains(word)
          && except.filter(e -> e.matcher(text).find()).isEmpty();
    }
  }

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    for (Stated wording : wordings) {
      if (wording.isPossible(passage.compact())) {
        Matcher stated = wording.pattern().matcher(passage.compact());
        while (stated.find()) {
          checks.add(judge(wording.rule(), passage, stated));
        }
      }
    }
  }

  private static CheckResult judge(String rule, Passage passage, Matcher stated) {
    BigDecimal part = DigitComparison.number(stated.group("part"));
    BigDecimal whole = DigitComparison.number(stated.group("whole"));
    BigDecimal rate = DigitComparison.number(stated.group("rate"));
    if (whole.signum() == 0 || Tolerance.rateAgrees(rate, part, whole, true)) {
      return new CheckResult.Agrees();
    }
    String right = Tolerance.fullRate(Tolerance.percent(part, whole));
    String printed = rate.toPlainString() + "%";
    return FindingDraft.at(rule, passage, stated.start(), stated.end())
        .numbers(printed, right)
        .formula(Formula.quotient(part, whole), right, printed)
        .says(right, printed);
  }
}
