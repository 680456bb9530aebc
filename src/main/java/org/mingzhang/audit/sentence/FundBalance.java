package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
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
import org.mingzhang.text.Mention;

/**
 * The sentence on a fund names what it began with, took in, spent and is left with: {@code
 * 年初结转和结余A，本年收入B，本年支出C，年末结转和结余D}, where D = A + B − C.
 */
public final class FundBalance implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "fund-balance",
          Kind.SUM,
          "同一句中的年初结转结余、本年收入、本年支出与年末结转结余",
          "Carried over, income, expenditure and balance of one sentence",
          "0.02",
          "0.02",
          "年末结转结余＝年初结转结余＋本年收入－本年支出。",
          "What is left is what there was and came in, less what was spent.");
  private static final String TAIL = "(?:合计)?(?:共计|分别)?[为是:]?$";
  private static final List<Pattern> LABELS =
      List.of(
          Pattern.compile("年初(?:财政拨款)?结转(?:[和及、]?结余)?" + TAIL),
          Pattern.compile("本年(?:财政拨款)?收入" + TAIL),
          Pattern.compile("本年(?:财政拨款)?支出" + TAIL),
          Pattern.compile("年末(?:财政拨款)?结转(?:[和及、]?结余)?" + TAIL));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.compact().contains("年末") && passage.compact().contains("年初")) {
      check(passage, checks);
    }
  }

  private static void check(Passage passage, List<Check> checks) {
    List<Mention> mentions = passage.mentions();
    for (int i = 0; i + LABELS.size() <= mentions.size(); i++) {
      List<Mention> four = mentions.subList(i, i + LABELS.size());
      List<Amount> amounts = amounts(four);
      if (amounts != null) {
        checks.add(judge(passage, four, amounts));
      }
    }
  }

  /** The four amounts in the order of the labels, all of one unit; null for other numbers. */
  private static @Nullable List<Amount> amounts(List<Mention> four) {
    List<Amount> amounts = new ArrayList<>();
    for (int i = 0; i < four.size(); i++) {
      Mention mention = four.get(i);
      if (mention.quantity() instanceof Amount amount
          && amount.value() != null
          && LABELS.get(i).matcher(mention.label()).find()
          && (amounts.isEmpty() || amounts.getFirst().unit().equals(amount.unit()))) {
        amounts.add(amount);
      } else {
        return null;
      }
    }
    return amounts;
  }

  private static Check judge(Passage passage, List<Mention> four, List<Amount> amounts) {
    List<BigDecimal> values = new ArrayList<>();
    for (Amount amount : amounts) {
      BigDecimal value = amount.value();
      values.add(value == null ? BigDecimal.ZERO : value);
    }
    BigDecimal left = values.get(0).add(values.get(1)).subtract(values.get(2));
    BigDecimal stated = values.get(3);
    if (Tolerance.sumAgrees(stated, left, LABELS.size())) {
      return new Check.Agrees();
    }
    String unit = amounts.getFirst().unit();
    int from = four.getFirst().clause();
    int to = four.getLast().quantity().end();
    return Draft.at(ABOUT, Severity.PROOF, passage, from, to)
        .numbers(stated.toPlainString() + unit, left.toPlainString() + unit)
        .formula(
            Formula.sum(values.subList(0, 2)) + " − " + values.get(2).toPlainString(), left, stated)
        .says(
            "年初结转结余加本年收入减本年支出为%s，年末结转结余写%s。",
            "What was carried over and came in less what was spent leaves %s; the document says"
                + " %s.",
            left,
            stated);
  }
}
