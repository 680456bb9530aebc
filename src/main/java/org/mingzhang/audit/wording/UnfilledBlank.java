package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.Amount;
import org.mingzhang.text.QuantityMention;

/** Reports blanks of the standard form that were not filled in: an amount or a date. */
public final class UnfilledBlank implements PassageRule {
  private static final Pattern DATE = Pattern.compile("填报日期:?年月日|^编制(?:部门|单位):单位:万?元$");

  /** A blank that is lost in the text, with a verb or a comma right before the unit. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:预算|支出决算|决算|支出|收入|金额|资金|经费|费)数?为(?:万元|%)(?=[，,。；;])|(?<verb>增加|减少|增长|下降|占(?:\\p{IsHan}{2,12}(?=%))?)(?:万元|%)(?=[，,。；;])|(?:团组\\d+个|批次\\d+个)[，,]人次(?=[(，,。；;])");

  private static final int CONTEXT = 30;

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> blank =
        passage.mentions().stream()
            .filter(m -> m.quantity() instanceof Amount amount && amount.isMissing())
            .toList();
    blank.forEach(m -> checks.add(createFinding(passage, m.clause(), m.quantity().end())));
    Matcher bare = BARE.matcher(passage.compactText());
    while (bare.find()) {
      int end = bare.end();
      if (blank.stream().noneMatch(m -> m.quantity().end() == end)) {
        boolean named = bare.group("verb") == null;
        int from = named ? bare.start() : findClauseStart(passage.compactText(), bare.start());
        checks.add(createFinding(passage, from, end));
      }
    }
    Matcher date = DATE.matcher(passage.compactText());
    if (date.find()) {
      checks.add(createFinding(passage, date.start(), date.end()));
    }
  }

  /** Start of the clause before a blank, which names the amount. */
  private static int findClauseStart(String text, int blank) {
    int comma = blank > 0 && "，,".indexOf(text.charAt(blank - 1)) >= 0 ? blank - 2 : blank - 1;
    int from = comma;
    while (from >= 0 && blank - from < CONTEXT && "，,。；:".indexOf(text.charAt(from)) < 0) {
      from--;
    }
    return blank - from < CONTEXT ? from + 1 : blank;
  }

  private static CheckResult createFinding(Passage passage, int from, int to) {
    return FindingDraft.at("unfilled-blank", passage, from, to).report();
  }
}
