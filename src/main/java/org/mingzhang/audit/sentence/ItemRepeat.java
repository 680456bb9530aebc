package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * The amount that heads an item and the same amount said again in its paragraph: {@code
 * …职业年金缴费支出（项）269.85万元。…支出决算为269.86万元}. Where the amount at the head is the item's budget, it is
 * not the result that is said again.
 */
public final class ItemRepeat implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "item-repeat",
          Kind.CROSS_SECTION_MISMATCH,
          "科目名称后的金额与同一段重复写出的支出决算（预算安排）",
          "The amount at the head of an item and the same said again in its paragraph",
          "无",
          "none",
          "同一段中同一科目的同一个数只有一个。",
          "One item has one amount in its paragraph.");
  private static final Pattern RESULT =
      Pattern.compile(
          "^[^。]*?[(（]项[)）][”\"]?(?<head>[\\d,]+(?:\\.\\d+)?)万元(?<between>.*?)(?:支出)?决算数?为?(?<again>[\\d,]+(?:\\.\\d+)?)万元");
  private static final Pattern PLAN =
      Pattern.compile(
          "^[^。]*?[(（]项[)）][”\"]?(?<year>20\\d\\d)年度?预算(?<head>[\\d,]+(?:\\.\\d+)?)万元(?<between>.*?)\\k<year>年?预算安排(?<again>[\\d,]+(?:\\.\\d+)?)万元");
  private static final Pattern BUDGET = Pattern.compile("预算数?为?([\\d,]+(?:\\.\\d+)?)万元");
  private static final Pattern OTHER = Pattern.compile("[(（]项[)）]");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.mentions().size() > 1) {
      judge(passage, RESULT.matcher(passage.compact()), true, checks);
      judge(passage, PLAN.matcher(passage.compact()), false, checks);
    }
  }

  private static void judge(Passage passage, Matcher said, boolean result, List<Check> checks) {
    if (!said.find() || OTHER.matcher(said.group("between")).find()) {
      return;
    }
    BigDecimal head = Digits.number(said.group("head"));
    BigDecimal again = Digits.number(said.group("again"));
    Matcher budget = BUDGET.matcher(said.group("between"));
    boolean planned =
        result && budget.find() && Digits.number(budget.group(1)).compareTo(head) == 0;
    boolean rounded = Math.min(head.scale(), again.scale()) < 2;
    if (head.compareTo(again) == 0 || planned || rounded) {
      checks.add(new Check.Agrees());
      return;
    }
    String first = said.group("head") + "万元";
    String second = said.group("again") + "万元";
    checks.add(
        Draft.at(ABOUT, Severity.PROOF, passage, said.start(), said.end("head") + 2)
            .numbers(first, second)
            .formula(first + " ≠ " + second)
            .other(Draft.place(passage, said.end("between"), said.end()))
            .says(
                "该科目先写%s，同一段又写%s。",
                "The item is %s at its head and %s in the same paragraph.", first, second));
  }
}
