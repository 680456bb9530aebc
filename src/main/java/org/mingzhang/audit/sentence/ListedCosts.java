package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * An amount and what it was spent on, item by item: {@code 人员经费460.03万元，主要包括：基本工资90.66万元、…}. What
 * is listed is never more than the whole; a long list without 等, or one of all contents, is not
 * less either.
 */
public final class ListedCosts implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "listed-costs",
          Kind.SUM,
          "总额与其后“主要包括”“具体内容包括”所列的各项金额",
          "An amount against what it is said to have been spent on, item by item",
          "每两项0.01",
          "0.01 for each two items",
          "所列各项之和不大于总额；全部列出时等于总额。",
          "What is listed is no more than the whole, and is the whole where all is listed.");
  private static final Pattern LIST =
      Pattern.compile("(?<word>主要包括|具体(?:内容)?包括|主要用于)(?:以下方面)?:?(?<items>[^。；]*)");

  /** So many items with amounts are the whole form, not examples. */
  private static final int ALL = 8;

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.mentions().size() >= 3 && passage.compact().contains("包括")) {
      Matcher list = LIST.matcher(passage.compact());
      while (list.find()) {
        check(passage, list, checks);
      }
    }
  }

  private static void check(Passage passage, Matcher list, List<Check> checks) {
    Mention whole = null;
    List<Mention> items = new ArrayList<>();
    for (Mention mention : passage.mentions()) {
      if (mention.quantity().end() <= list.start()) {
        whole = mention;
      } else if (mention.quantity().end() <= list.end()) {
        items.add(mention);
      }
    }
    if (whole == null || items.size() < 2 || !direct(passage, whole, list) || !plain(items)) {
      return;
    }
    BigDecimal stated = whole.quantity().value();
    BigDecimal sum = BigDecimal.ZERO;
    for (Mention item : items) {
      BigDecimal value = item.quantity().value();
      boolean same =
          item.quantity() instanceof Amount a
              && whole.quantity() instanceof Amount b
              && a.unit().equals(b.unit());
      if (value == null || !same) {
        return;
      }
      sum = sum.add(value);
    }
    if (stated != null) {
      checks.add(judge(passage, whole, items, stated, sum, complete(list, items)));
    }
  }

  /**
   * Nothing but a comma, a share or a remark on comparison stands between the whole and its list.
   */
  private static boolean direct(Passage passage, Mention whole, Matcher list) {
    String between = passage.compact().substring(whole.quantity().end(), list.start());
    return whole.isAmount()
        && between.matches("[，,。;；]?")
        && !whole.label().matches(".*(?:增加|减少|增长|下降|压减|预算)[了为]?$");
  }

  private static boolean plain(List<Mention> items) {
    return items.stream().noneMatch(m -> m.label().matches(".*(?:占|比|较|增加|减少|其中|合计|共计|含).*"));
  }

  private static boolean complete(Matcher list, List<Mention> items) {
    String text = list.group("items");
    int named = text.replaceAll("[(（][^)）]*[)）]", "").split("[、，,]", -1).length;
    boolean open = text.matches(".*等[^、，]{0,8}$") || named > items.size();
    return !open && (list.group("word").startsWith("具体") || items.size() >= ALL);
  }

  private static Check judge(
      Passage passage,
      Mention whole,
      List<Mention> items,
      BigDecimal stated,
      BigDecimal sum,
      boolean complete) {
    if (Tolerance.sumAgrees(stated, sum, items.size() + 1)) {
      return new Check.Agrees();
    }
    if (sum.compareTo(stated) < 0 && !complete) {
      return new Check.Undecided("所列不一定是全部", "the list need not be complete");
    }
    String shown = sum.toPlainString();
    List<String> values = new ArrayList<>();
    items.forEach(i -> values.add(String.valueOf(i.quantity().value())));
    Severity severity = sum.compareTo(stated) > 0 ? Severity.PROOF : Severity.PROBABLE;
    return Draft.at(ABOUT, severity, passage, whole.clause(), items.getLast().quantity().end())
        .numbers(stated, shown)
        .formula(String.join(" + ", values), shown, stated)
        .says(
            "所列各项相加为%s，总额写%s。",
            "What is listed adds up to %s; the whole is stated as %s.", shown, stated);
  }
}
