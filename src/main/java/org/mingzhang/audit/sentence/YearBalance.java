package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Mention;

/**
 * {@code 基金收入完成380亿元，支出完成330亿元，当年结余50亿元}, and totals of which the sentence says 收支平衡. Only
 * sentences with these amounts and no other are judged: what is carried over or moved between funds
 * changes the balance.
 */
public final class YearBalance implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "year-balance",
          Kind.SUM,
          "同一句中的收入、支出与当年结余；写明“收支平衡”的收入总量与支出总量",
          "Income, expenditure and the year's balance of one sentence; totals said to balance",
          "末位数字的一个单位",
          "one unit of the last digit",
          "当年结余＝当年收入－当年支出；收支平衡时两个总量相等。",
          "The year's balance is its income less its expenditure; totals that balance are equal.");
  private static final String TAIL = "(?:预计|预算)?(?:完成|执行|实现)?数?(?:分别)?[为是:]?$";
  private static final Pattern IN = Pattern.compile("收入(?:总[量计额]|合计)?" + TAIL);
  private static final Pattern OUT = Pattern.compile("支出(?:总[量计额]|合计)?" + TAIL);
  private static final Pattern TOTAL = Pattern.compile("总[量计]" + TAIL);
  private static final Pattern LEFT =
      Pattern.compile("(?:当年|本年度?|当期|年度|收支相抵后?)(?:预计)?(?:收支)?(?:净)?结余(?:额|资金)?(?:约)?[为是:]?$");
  private static final Pattern OPENED = Pattern.compile("上年|年初|上级|结转|调入|调出|上解|动用");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    List<Mention> amounts = passage.mentions().stream().filter(Mention::isAmount).toList();
    for (int i = 0; i + 1 < amounts.size(); i++) {
      Mention in = amounts.get(i);
      Mention out = amounts.get(i + 1);
      boolean first = i == 0 || amounts.get(i - 1).sentence() != in.sentence();
      if (first && isPair(in, out)) {
        Mention next = i + 2 < amounts.size() ? amounts.get(i + 2) : null;
        Check check = judge(passage, in, out, next);
        if (check != null) {
          checks.add(check);
        }
      }
    }
  }

  private static boolean isPair(Mention in, Mention out) {
    return in.sentence() == out.sentence()
        && IN.matcher(in.label()).find()
        && OUT.matcher(out.label()).find()
        && !OPENED.matcher(in.label()).find()
        && !OPENED.matcher(out.label()).find();
  }

  private static @Nullable Check judge(
      Passage passage, Mention in, Mention out, @Nullable Mention next) {
    boolean more = next != null && next.sentence() == in.sentence();
    if (next != null && more && LEFT.matcher(next.label()).find()) {
      return judge(passage, in, out, next, true);
    }
    boolean totals = TOTAL.matcher(in.label()).find() && TOTAL.matcher(out.label()).find();
    if (more || !totals) {
      return null;
    }
    int end = passage.sentenceEnd(out.quantity().end());
    String rest = passage.compact().substring(out.quantity().end(), end);
    return rest.contains("收支平衡") && !OPENED.matcher(rest).find()
        ? judge(passage, in, out, out, false)
        : null;
  }

  private static @Nullable Check judge(
      Passage passage, Mention in, Mention out, Mention last, boolean left) {
    BigDecimal income = value(in);
    BigDecimal spent = value(out);
    BigDecimal stated = left ? value(last) : BigDecimal.ZERO;
    if (income == null || spent == null || stated == null || !oneUnit(in, out, last)) {
      return null;
    }
    BigDecimal right = income.subtract(spent);
    int scale = Math.min(income.scale(), left ? Math.min(spent.scale(), stated.scale()) : 99);
    scale = Math.max(0, Math.min(scale, spent.scale()));
    if (right.subtract(stated).abs().compareTo(BigDecimal.ONE.movePointLeft(scale)) <= 0) {
      return new Check.Agrees();
    }
    int to = left ? last.quantity().end() : passage.sentenceEnd(out.quantity().end());
    String printed = left ? stated.toPlainString() : "收支平衡";
    return Draft.at(ABOUT, Severity.PROOF, passage, in.clause(), to)
        .numbers(printed, right)
        .formula(income.toPlainString() + " − " + spent.toPlainString(), right, printed)
        .says(
            "收入减支出为%s，文中写%s。",
            "Income less expenditure is %s; the document says %s.", right, printed);
  }

  private static @Nullable BigDecimal value(Mention mention) {
    return mention.quantity().value();
  }

  private static boolean oneUnit(Mention in, Mention out, Mention last) {
    return in.unit().equals(out.unit()) && in.unit().equals(last.unit());
  }
}
