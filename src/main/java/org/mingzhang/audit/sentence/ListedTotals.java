package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.text.QuantityMention;

/** Checks the totals of amounts that one sentence lists. */
public final class ListedTotals {
  private static final Pattern INITIAL =
      Pattern.compile("年初(?:批复|安排|下达|核定|部门|财政)*预算(?:批复|安排|下达)?(?:数|资金|金额|总额)?(?:共|为|是)*$");
  private static final Pattern ADDED =
      Pattern.compile("^(?!.*(?:[比较]|上年)).*(?:追加|调增|增加|新增)(?:预算|指标|安排)?(?:数|资金|金额|经费)?(?:共|了|为)*$");
  private static final Pattern CUT =
      Pattern.compile("^(?!.*(?:[比较]|上年)).*(?:调减|核减|压减|减少|收回)(?:预算|指标)?(?:数|资金|金额|经费)?(?:共|了|为)*$");
  private static final Pattern ADJUSTED =
      Pattern.compile("(?:(?:调整|追加|变更)后|全年|最终|年末)[^，。；]{0,6}(?:预算|指标)(?:数|资金|金额|总额)?(?:共|为|是|达)*$");
  private static final Pattern TOTAL =
      Pattern.compile("^[，,、]?(?:以上)?(?:共计|合计|总计)(?:资金|金额)?(?:为)?$");

  /** The total at the beginning of a sentence, which its end repeats. */
  private static final Pattern WHOLE = Pattern.compile("(?:项目)?(?:总预算|总投资|资金总额|总金额|总资金)(?:为)?$");

  private static final Pattern PART =
      Pattern.compile("^[^比较增减占上去年结余]{2,16}?(?:资金|收入|支出|拨款|经费|补助|费用?|投入|配套|自筹)(?:为)?$");
  private static final String NUMBER = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:(?:项目|资金|经费)(?:共|有|为)*(?<after>"
              + NUMBER
              + ")[个项]|(?<before>"
              + NUMBER
              + ")个[^，。；\\d]{0,8}项目)");
  private static final Pattern ANNOUNCES = Pattern.compile("其中|(?<=元)[:：]|包括|分别");
  private static final Pattern CHANGE = Pattern.compile("增加|减少|增长|下降|上升|上年|去年|预算|[比较]|结转|其中|剩余|支出");

  private ListedTotals() {}

  /** {@code 年初预算A万元，年中追加B万元，调整后预算C万元}: the adjusted budget is the initial one plus its changes. */
  public static void checkAdjustedBudget(
      AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> sum = new ArrayList<>();
    boolean possible = passage.compactText().contains("年初");
    for (QuantityMention mention : possible ? passage.mentions() : List.<QuantityMention>of()) {
      if (!mention.isAmount() || mention.quantity().value() == null) {
        continue;
      }
      String label = mention.label();
      boolean goesOn = !sum.isEmpty() && sum.getFirst().sentence() == mention.sentence();
      if (INITIAL.matcher(label).find()) {
        sum.clear();
        sum.add(mention);
      } else if (goesOn && (ADDED.matcher(label).find() || CUT.matcher(label).find())) {
        sum.add(mention);
      } else {
        if (goesOn && sum.size() > 1 && ADJUSTED.matcher(label).find()) {
          new MentionSum(sum, mention, m -> CUT.matcher(m.label()).find())
              .check("adjusted-budget", passage)
              .ifPresent(checks::add);
        }
        sum.clear();
      }
    }
  }

  /**
   * {@code 中央资金820万元，省级资金110万元，县级资金96万元，合计1026万元}: a sentence that is a list and ends with its
   * total.
   */
  public static void checkTrailingTotal(
      AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> parts = new ArrayList<>();
    boolean plain = true;
    int sentence = -1;
    boolean possible = passage.compactText().contains("计");
    for (QuantityMention mention : possible ? passage.mentions() : List.<QuantityMention>of()) {
      if (mention.sentence() != sentence) {
        parts.clear();
        plain = true;
        sentence = mention.sentence();
      }
      boolean total = parts.size() > 1 && TOTAL.matcher(mention.label()).matches();
      if (total && WHOLE.matcher(parts.getFirst().label()).find()) {
        checkRepeatedTotal(passage, parts.getFirst(), mention).ifPresent(checks::add);
        plain = false;
      } else if (plain && total) {
        new MentionSum(parts, mention).check("trailing-total", passage).ifPresent(checks::add);
        plain = false;
      } else {
        plain &= mention.quantity().value() != null && PART.matcher(mention.label()).matches();
        parts.add(mention);
      }
    }
  }

  /** The total at the beginning of a sentence against that at its end. */
  private static Optional<CheckResult> checkRepeatedTotal(
      Passage passage, QuantityMention whole, QuantityMention total) {
    BigDecimal first = whole.quantity().value();
    BigDecimal last = total.quantity().value();
    String unit = total.unit();
    if (first == null || last == null || !whole.unit().equals(unit)) {
      return Optional.empty();
    }
    if (first.compareTo(last) == 0) {
      return Optional.of(CheckResult.AGREES);
    }
    String stated = last.toPlainString() + unit;
    String initial = first.toPlainString() + unit;
    return Optional.of(
        FindingDraft.at("trailing-total/repeated", passage, whole.clause(), total.quantity().end())
            .withNumbers(stated, initial)
            .withFormula(initial + " ≠ " + stated)
            .report(initial, stated));
  }

  /**
   * {@code 共安排4个项目，资金872万元，其中：甲项目320万元，乙项目…}: as many amounts as projects are the whole list and
   * add up to the money.
   */
  public static void checkCountedList(
      AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    Matcher counted = COUNTED.matcher(passage.compactText());
    while (passage.compactText().contains("元") && counted.find()) {
      int end = passage.sentenceEnd(counted.end());
      Matcher announced = ANNOUNCES.matcher(passage.compactText()).region(counted.end(), end);
      if (announced.find()) {
        int from = counted.start();
        List<QuantityMention> amounts =
            passage.mentions().stream()
                .filter(m -> m.isAmount() && m.clause() >= from && m.clause() < end)
                .toList();
        int parts = announced.start();
        List<QuantityMention> wholes =
            amounts.stream().filter(m -> m.quantity().end() <= parts).toList();
        List<QuantityMention> listed =
            amounts.stream().filter(m -> m.quantity().start() > parts).toList();
        String after = counted.group("after");
        if (wholes.size() == 1
            && listed.size() == ListedBodies.number(after == null ? counted.group("before") : after)
            && listed.size() >= 2
            && listed.stream().noneMatch(m -> CHANGE.matcher(m.label()).find())) {
          new MentionSum(listed, wholes.getFirst())
              .check("counted-list", passage)
              .ifPresent(checks::add);
        }
      }
    }
  }
}
