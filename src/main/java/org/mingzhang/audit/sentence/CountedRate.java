package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.text.TsvResource;

/**
 * Checks rates of two counts, {@code 培训1860人次，完成年度目标1800人次的103.33%} or {@code
 * 发放问卷400份，收回380份，回收率95%}, and the growth of counted or weighed things, {@code
 * 36.2万吨，比上年增加0.7万吨，增长1.97%}. The wordings are data, see {@code rates.tsv}.
 */
public final class CountedRate implements PassageRule {
  private static final int COLUMNS = 5;

  private final String rule;
  private final List<Wording> wordings;

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
      if (wording.isPossible(passage.compactText())) {
        for (MatchResult match : passage.matches(wording.pattern())) {
          TextMatch stated = new TextMatch(passage, match);
          boolean growth = match.namedGroups().containsKey("way");
          checks.add(growth ? checkGrowth(stated) : checkRate(stated));
        }
      }
    }
  }

  private CheckResult checkRate(TextMatch stated) {
    StatedRate rate =
        new StatedRate(stated.number("rate"), stated.number("part"), stated.number("whole"));
    return rate.whole().signum() == 0 || rate.agrees(true)
        ? CheckResult.AGREES
        : rate.createFinding(stated.createDraft(rule));
  }

  /** The rate of a change; the groups {@code way} and {@code rated} are words of its direction. */
  private CheckResult checkGrowth(TextMatch stated) {
    boolean up = stated.group("way").startsWith("增");
    boolean rateUp = stated.group("rated").matches("增.*|上升");
    BigDecimal now = stated.number("whole");
    BigDecimal by = stated.number("part");
    BigDecimal base = up ? now.subtract(by) : now.add(by);
    if (base.signum() <= 0) {
      return CheckResult.undecided("nothing-before");
    }
    StatedRate rate = new StatedRate(stated.number("rate"), by, base);
    if (up == rateUp && rate.agrees(false)) {
      return CheckResult.AGREES;
    }
    String right = (up ? "增长" : "下降") + rate.computedText();
    String printed = stated.group("rated") + rate.printedText();
    return stated
        .createDraft(rule)
        .withNumbers(printed, right)
        .withFormulaPattern("%s ÷ %s → %s，文中写 %s", by, base, right, printed)
        .report(right, printed);
  }
}
