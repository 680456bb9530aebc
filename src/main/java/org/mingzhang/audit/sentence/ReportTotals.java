package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.model.Section;
import org.mingzhang.text.QuantityMention;

/** Checks totals of government reports over several sentences and paragraphs. */
public final class ReportTotals {
  private static final Pattern TOTAL =
      Pattern.compile("(?:(?:预算|基金|经营|财政)总(?:收入|支出)|(?:^|预算|基金|经营)(?:收入|支出)(?:总[量计额]|合计))[为是达]?$");
  private static final Pattern OWN =
      Pattern.compile("(?:预算|(?<!调节)基金|资本经营)(?:收入|支出)(?:累计)?(?:完成|决算数?|执行数?)?[为是]?$");
  private static final Pattern CHANGE =
      Pattern.compile("(?:增加|减少|增长|下降|上升|降低|增[收支]|减[收支]|超收|短收)(?:额|了)?[为约]?$");
  private static final Pattern UNSURE = Pattern.compile("其中|包括|减去|扣除|[（(][^）)]*\\d[^）)]*元");
  private static final Pattern TAXES =
      Pattern.compile("(?<!非)税收收入(?:预计)?(?:完成|实现|执行|决算)?(?:数)?(?:为)?$");
  private static final Pattern TAX =
      Pattern.compile(
          "^(?:[(（]?\\d{1,2}[)）.、]?)?(?!税收|非税)\\p{IsHan}{1,12}?税(?:收入)?(?:预计)?(?:完成|实现)?(?:为|:)?$");
  private static final Pattern OTHER_TAXES =
      Pattern.compile("^(?:[(（]?\\d{1,2}[)）.、]?)?其[他它](?:各项|各类)?税收?(?:收入)?(?:完成|实现)?(?:为|:)?$");
  private static final int FEWEST_TAXES = 3;

  private ReportTotals() {}

  /**
   * The total revenue of a report, {@code 一般公共预算收入A万元。加上上级补助收入B万元、上年结转C万元，收入总量为D万元} (also called
   * 一般公共预算总收入), against all amounts between; total expenditure likewise.
   */
  public static void checkTotals(
      AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> amounts = new ArrayList<>();
    boolean possible = passage.compactText().contains("加上");
    for (QuantityMention mention : possible ? passage.mentions() : List.<QuantityMention>of()) {
      if (!mention.isAmount() || mention.quantity().value() == null) {
        continue;
      }
      if (TOTAL.matcher(mention.label()).find()) {
        if (amounts.size() >= 2 && OWN.matcher(amounts.getFirst().label()).find()) {
          checkTotal(passage, new MentionSum(amounts, mention)).ifPresent(checks::add);
        }
        amounts.clear();
      } else if (OWN.matcher(mention.label()).find()) {
        amounts.clear();
        amounts.add(mention);
      } else if (!CHANGE.matcher(mention.label()).find()) {
        amounts.add(mention);
      }
    }
  }

  private static Optional<CheckResult> checkTotal(Passage passage, MentionSum sum) {
    QuantityMention own = sum.parts().getFirst();
    int from = own.quantity().end();
    String side = own.label().replaceAll("^.*(收入|支出)[^收支]*$", "$1");
    String between = passage.compactText().substring(from, sum.parts().get(1).quantity().start());
    String all = passage.compactText().substring(from, sum.total().quantity().start());
    if (!between.contains("加上") || !sum.total().label().contains(side)) {
      return Optional.empty();
    }
    int end = sum.total().quantity().end();
    return sum.toStatedSum()
        .map(
            numbers -> {
              int scale = Math.max(numbers.stated().scale(), numbers.sum().scale());
              BigDecimal allowed =
                  BigDecimal.valueOf(sum.parts().size())
                      .movePointLeft(scale)
                      .divide(BigDecimal.TWO);
              return numbers.difference().abs().compareTo(allowed) <= 0
                  ? CheckResult.AGREES
                  : UNSURE.matcher(all).find()
                      ? CheckResult.undecided("has-own-parts")
                      : sum.createFinding(
                          numbers, FindingDraft.at("report-totals", passage, own.clause(), end));
            });
  }

  /**
   * Tax revenue against the taxes in the paragraphs after it. The list is complete if its last line
   * is of all other taxes.
   */
  public static List<CheckResult> checkTaxes(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      checkTaxes(reading.passages(section.path()), checks);
    }
    return checks;
  }

  private static void checkTaxes(List<Passage> passages, List<CheckResult> checks) {
    @Nullable Passage lead = null;
    @Nullable QuantityMention whole = null;
    List<QuantityMention> lines = new ArrayList<>();
    for (Passage passage : passages) {
      QuantityMention first = passage.mentions().isEmpty() ? null : passage.mentions().getFirst();
      boolean rest = first != null && OTHER_TAXES.matcher(first.label()).find();
      if (first != null && first.isAmount() && (rest || TAX.matcher(first.label()).find())) {
        lines.add(first);
        if (rest && lead != null && whole != null && lines.size() >= FEWEST_TAXES) {
          checkTaxIncome(lead, new MentionSum(lines, whole)).ifPresent(checks::add);
          lines.clear();
        }
      } else {
        lines.clear();
      }
      for (QuantityMention mention : passage.mentions()) {
        if (mention.isAmount() && TAXES.matcher(mention.label()).find()) {
          lead = passage;
          whole = mention;
          break;
        }
      }
    }
  }

  private static Optional<CheckResult> checkTaxIncome(Passage lead, MentionSum sum) {
    QuantityMention whole = sum.total();
    return sum.toStatedSum()
        .map(
            numbers -> {
              BigDecimal allowed =
                  BigDecimal.valueOf((sum.parts().size() + 2) / 2)
                      .movePointLeft(Math.max(0, numbers.sum().scale()));
              return numbers.difference().abs().compareTo(allowed) <= 0 || numbers.agrees()
                  ? CheckResult.AGREES
                  : sum.createFinding(
                      numbers,
                      FindingDraft.at("tax-lines", lead, whole.clause(), whole.quantity().end()));
            });
  }
}
