package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.FunctionalClasses;
import org.mingzhang.text.Mention;

/**
 * Expenditure listed class by class in one sentence: {@code 收支总预算120万元，支出包括：教育支出100万元、住房保障支出20万元}.
 * The sum is right if it is one of the totals that stand before it; a list that says that it names
 * only the main ones, or that has no total before it, is left alone.
 */
public final class ClassList implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "class-list",
          Kind.SUM,
          "总预算（支出总额）与其后按功能分类逐类列出的支出",
          "A total and the expenditure listed after it class by class",
          "每两类0.01",
          "0.01 for each two classes",
          "支出由各功能分类组成。",
          "Expenditure is made up of its functional classes.");
  private static final int FEWEST = 3;
  private static final Pattern CLASS =
      Pattern.compile(
          "(?:^|[^\\p{IsHan}]|[一二三四五六七八九十][)）、.．]|情况|用于|包括|其中|分为)(?<name>(?:"
              + FunctionalClasses.PATTERN
              + "|其他)支出)(?:\\(类\\))?(?:预算)?[为是:]?$");
  private static final Pattern TOTAL =
      Pattern.compile("(?:总预算|总计|总数|预算数?|支出|合计|拨款)(?:数|总额)?[为是:]?$");
  private static final Pattern SOME = Pattern.compile("主要(?:包括|用于|是|为|有)");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (!passage.compact().contains("支出")) {
      return;
    }
    List<Mention> amounts = passage.mentions().stream().filter(Mention::isAmount).toList();
    int at = 0;
    while (at < amounts.size()) {
      List<Mention> list = list(amounts, at);
      if (list.size() >= FEWEST && at > 0) {
        boolean cut = at + list.size() == amounts.size() && DocumentEnd.cuts(passage, reading);
        judge(passage, amounts.subList(0, at), list, cut, checks);
      }
      at += Math.max(1, list.size());
    }
  }

  /** The classes from here on, each once, in one sentence. */
  private static List<Mention> list(List<Mention> amounts, int from) {
    List<Mention> list = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Mention mention : amounts.subList(from, amounts.size())) {
      var name = CLASS.matcher(mention.label());
      boolean goesOn = list.isEmpty() || mention.sentence() == list.getFirst().sentence();
      if (!goesOn || !name.find() || !names.add(name.group("name"))) {
        break;
      }
      list.add(mention);
    }
    return list;
  }

  private static void judge(
      Passage passage, List<Mention> before, List<Mention> list, boolean cut, List<Check> checks) {
    List<BigDecimal> values = list.stream().map(m -> value(m)).toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int from = before.getLast().quantity().end();
    int to = list.getFirst().quantity().start();
    List<Mention> totals =
        before.stream()
            .filter(m -> TOTAL.matcher(m.label()).find() && isWan(m) && value(m).signum() > 0)
            .toList();
    boolean some =
        cut
            || SOME.matcher(passage.compact().substring(from, to)).find()
            || passage.compact().startsWith("等", list.getLast().quantity().end())
            || before.getLast().label().contains("(类)")
            || !list.stream().allMatch(ClassList::isWan);
    if (totals.isEmpty() || some) {
      checks.add(new Check.Undecided("不能确定各类是否已全部列出", "the classes may not all be listed"));
      return;
    }
    boolean right =
        before.stream()
            .filter(ClassList::isWan)
            .anyMatch(m -> Tolerance.sumAgrees(value(m), sum, values.size() + 1));
    BigDecimal total = value(totals.getLast());
    boolean one = totals.stream().allMatch(m -> value(m).compareTo(total) == 0);
    checks.add(
        right
            ? new Check.Agrees()
            : one
                ? finding(passage, totals.getFirst(), list, values, sum)
                : new Check.Undecided("不能确定各类属于哪一个总额", "which total the classes are of"));
  }

  private static boolean isWan(Mention mention) {
    return mention.quantity() instanceof Amount a && a.unit().equals("万元") && a.value() != null;
  }

  private static BigDecimal value(Mention mention) {
    BigDecimal value = mention.quantity().value();
    return value == null ? BigDecimal.ZERO : value;
  }

  private static Check finding(
      Passage passage, Mention whole, List<Mention> list, List<BigDecimal> values, BigDecimal sum) {
    String stated = value(whole).toPlainString();
    String computed = sum.toPlainString();
    return Draft.at(
            ABOUT,
            Severity.PROOF,
            passage,
            list.getFirst().clause(),
            list.getLast().quantity().end())
        .numbers(stated + "万元", computed + "万元")
        .formula(Formula.sum(values), computed, stated)
        .other(Draft.place(passage, whole.clause(), whole.quantity().end()))
        .says(
            "所列各类支出相加为%s万元，文中的总额为%s万元。",
            "The classes add up to %s 万元; the total says %s.", computed, stated);
  }
}
