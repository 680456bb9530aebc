package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Mention;

/**
 * A total and what is listed of it in words that no other rule knows. Whether the list is whole
 * cannot be told, so it is told only where one amount with two digits changed round makes the sum
 * exact: what is left out of a list is that by chance in a few of ten thousand.
 */
public final class SwappedPart implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "swapped-part",
          Kind.SUM,
          "同一句中的总额与所列金额：某一金额相邻两位数字对调后恰好相等",
          "A total and the amounts listed of it, equal once two digits of one are changed round",
          "无",
          "none",
          "相邻两位数字对调是抄写中最常见的错误。",
          "Two digits that changed places are the most common slip in copying.");
  private static final Pattern ANNOUNCES = Pattern.compile("其中|包括|分别为|(?<=元)[:：]");
  private static final Pattern OTHER =
      Pattern.compile("增加|减少|增长|下降|上升|降低|增幅|压减|[比较]|上年|去年|同期|20\\d\\d年|单价|人均|标准|不含|含|控制|限额|[增减]$");
  private static final int DIGITS = 3;

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    Matcher words = ANNOUNCES.matcher(passage.compact());
    while (words.find()) {
      int end = passage.sentenceEnd(words.end());
      int from = words.start();
      List<Mention> before =
          passage.mentions().stream()
              .filter(m -> m.quantity().end() <= from && m.isAmount())
              .filter(m -> passage.sentenceEnd(m.quantity().end()) == end)
              .toList();
      List<Mention> listed =
          passage.mentions().stream()
              .filter(m -> m.isAmount() && m.quantity().start() > from && m.clause() < end)
              .toList();
      if (!before.isEmpty()) {
        judge(passage, before.getLast(), listed, checks);
      }
    }
  }

  private static void judge(
      Passage passage, Mention whole, List<Mention> parts, List<Check> checks) {
    List<Mention> all = new ArrayList<>(parts);
    all.addFirst(whole);
    if (parts.size() < 2 || !all.stream().allMatch(m -> isPlain(m, whole))) {
      return;
    }
    BigDecimal stated = value(whole);
    List<BigDecimal> values = parts.stream().map(SwappedPart::value).toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal off = stated.subtract(sum);
    if (Tolerance.sumAgrees(stated, sum, all.size())) {
      checks.add(new Check.Agrees());
      return;
    }
    long swapped =
        values.stream().filter(v -> Digits.areSwapped(v, v.add(off))).count()
            + (Digits.areSwapped(stated, sum) ? 1 : 0);
    if (swapped == 1) {
      checks.add(finding(passage, whole, parts, values, sum));
    }
  }

  private static boolean isPlain(Mention mention, Mention whole) {
    BigDecimal value = mention.quantity().value();
    return value != null
        && value.stripTrailingZeros().precision() >= (mention.equals(whole) ? DIGITS : 1)
        && mention.unit().equals(whole.unit())
        && !OTHER.matcher(mention.label()).find();
  }

  private static BigDecimal value(Mention mention) {
    return Objects.requireNonNull(mention.quantity().value());
  }

  private static Check finding(
      Passage passage,
      Mention whole,
      List<Mention> parts,
      List<BigDecimal> values,
      BigDecimal sum) {
    BigDecimal stated = value(whole);
    int end = parts.getLast().quantity().end();
    return Draft.at(ABOUT, Severity.PROBABLE, passage, whole.clause(), end)
        .numbers(stated.toPlainString() + whole.unit(), sum.toPlainString() + whole.unit())
        .formula(Formula.sum(values), sum, stated)
        .says(
            "所列金额相加为%s%3$s，文中写%2$s%3$s；某一金额相邻两位数字对调后恰好相等。",
            "What is listed adds up to %s; the document says %s. Two digits changed round make them"
                + " equal.",
            sum,
            stated,
            whole.unit());
  }
}
