package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * In short budgets the total of expenditure, basic and project expenditure stand in paragraphs of
 * their own. Where the section names no other kind of expenditure and prints no other amount that
 * the two make, they make the total. (Within one paragraph {@code parts} reads them.)
 */
public final class ExpenditureKinds implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "expenditure-kinds",
          Kind.SUM,
          "预算说明中分段写出的支出总额与基本支出、项目支出之和",
          "Total expenditure against basic and project expenditure, in paragraphs of their own of a"
              + " budget",
          "每两项0.01",
          "0.01 for each two parts",
          "没有其他种类的支出时，支出由基本支出和项目支出组成。",
          "Where there is no other kind, expenditure is basic and project expenditure.");

  private static final Pattern TOTAL = Pattern.compile("(?:支出总[计数额]|支出总预算|总支出)(?:数)?[为是]?$");
  private static final Pattern BASIC = Pattern.compile("基本支出(?:预算)?[数额]?[为是]?$");
  private static final Pattern PROJECT = Pattern.compile("项目(?:支出|(?:支出)?预算)[数额]?[为是]?$");
  private static final Pattern OTHER_KIND =
      Pattern.compile("上缴|经营支出|附属单位|结转|结余|事业支出|其他支出|预备费|还本|自筹");
  private static final Pattern OTHER_MONEY =
      Pattern.compile("上年|去年|[比较与]|拨款|公共预算|基金|资本经营|完成|增加|减少|其中");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  /** An amount with the paragraph it stands in. */
  private record Stated(Passage passage, Mention mention, Amount amount, BigDecimal value) {}

  @Override
  public List<Check> check(Reading reading) {
    if (!reading.isBudget()) {
      return List.of();
    }
    Map<String, List<Passage>> sections = new LinkedHashMap<>();
    for (Passage passage : reading.passages()) {
      sections.computeIfAbsent(passage.section().path(), p -> new ArrayList<>()).add(passage);
    }
    return sections.values().stream().flatMap(s -> judge(s, reading).stream()).toList();
  }

  private static Optional<Check> judge(List<Passage> section, Reading reading) {
    Stated total = one(TOTAL, section, reading);
    Stated basic = one(BASIC, section, reading);
    Stated project = one(PROJECT, section, reading);
    if (total == null
        || basic == null
        || project == null
        || basic.passage().equals(total.passage())
        || !basic.amount().unit().equals(total.amount().unit())
        || !project.amount().unit().equals(total.amount().unit())) {
      return Optional.empty();
    }
    BigDecimal sum = basic.value().add(project.value());
    if (Tolerance.sumAgrees(total.value(), sum, 3)) {
      return Optional.of(new Check.Agrees());
    }
    return Optional.of(
        section.stream().anyMatch(p -> names(p, sum))
            ? new Check.Undecided("还有其他种类的支出或资金", "there are other kinds of expenditure or money")
            : finding(total, basic, project, sum));
  }

  /** Whether a paragraph names another kind of expenditure, or an amount that the two make. */
  private static boolean names(Passage passage, BigDecimal sum) {
    return passage.mentions().stream()
        .anyMatch(
            m ->
                OTHER_KIND.matcher(m.label()).find()
                    || (m.quantity() instanceof Amount a
                        && a.value() != null
                        && Tolerance.sumAgrees(a.value(), sum, 3)));
  }

  /** The one amount of the year with such a label; null where there is none or several. */
  private static @Nullable Stated one(Pattern label, List<Passage> section, Reading reading) {
    Stated found = null;
    String before = reading.year() == null ? "上年" : (reading.year() - 1) + "年";
    for (Passage passage : section) {
      for (Mention mention : passage.mentions()) {
        BigDecimal value = mention.quantity().value();
        if (value == null
            || !(mention.quantity() instanceof Amount amount)
            || !label.matcher(mention.label()).find()
            || OTHER_MONEY.matcher(mention.label()).find()
            || mention.label().contains(before)) {
          continue;
        }
        if (found != null && found.value().compareTo(value) != 0) {
          return null;
        }
        found = found == null ? new Stated(passage, mention, amount, value) : found;
      }
    }
    return found;
  }

  private static Check finding(Stated total, Stated basic, Stated project, BigDecimal sum) {
    String unit = total.amount().unit();
    String stated = total.value().toPlainString();
    String computed = sum.toPlainString();
    return Draft.at(
            ABOUT,
            Severity.PROOF,
            project.passage(),
            project.mention().clause(),
            project.amount().end())
        .numbers(stated + unit, computed + unit)
        .formula(
            basic.value().toPlainString()
                + " + "
                + project.value().toPlainString()
                + " = "
                + computed
                + "，总额写 "
                + stated)
        .other(Draft.place(total.passage(), total.mention().clause(), total.amount().end()))
        .says(
            "基本支出与项目支出相加为%1$s%2$s，支出总额写%3$s%2$s。",
            "Basic and project expenditure add up to %1$s; the total is stated as %3$s.",
            computed,
            unit,
            stated);
  }
}
