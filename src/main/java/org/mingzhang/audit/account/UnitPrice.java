package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * Purchases: number times price is the amount, in 元 or 万元. A row is told only where at least two
 * others, and twice as many as do not fit, show that the table means just this.
 */
public final class UnitPrice implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "unit-price",
          Kind.SUM,
          "采购等明细表同一行的数量、单价与金额",
          "Number, price and amount of a row of purchases",
          "0.5%",
          "0.5%",
          "金额等于数量乘以单价。",
          "The amount is the number times the price.");
  private static final BigDecimal SLACK = new BigDecimal("0.005");
  private static final List<BigDecimal> SCALES =
      List.of(BigDecimal.ONE, new BigDecimal("10000"), new BigDecimal("0.0001"));
  private static final int LEAST = 2;
  private static final Pattern NUMBER = Pattern.compile("(?:采购|购置|配置)?数量(?:[(（].*[)）])?");
  private static final Pattern PRICE = Pattern.compile("(?:预算|采购|参考)?单价(?:[(（].*[)）])?");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:采购|预算|购置)?(?:总?金额|预算|总价|合计)(?:金额)?(?:[(（].*[)）])?");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  /** A row with its three numbers. */
  private record Line(int row, BigDecimal number, BigDecimal price, BigDecimal amount) {
    private BigDecimal product() {
      return number.multiply(price);
    }

    private boolean fits(BigDecimal scale) {
      BigDecimal right = product().multiply(scale);
      return right.subtract(amount).abs().divide(right, MathContext.DECIMAL64).compareTo(SLACK)
          <= 0;
    }
  }

  private record Answers(List<Check> checks) {
    private static Answers of(Reading reading) {
      return new Answers(find(reading));
    }
  }

  /** The answers, found once for all rules that ask. */
  static List<Check> answers(Reading reading) {
    return reading.derived(Answers.class, Answers::of).checks();
  }

  @Override
  public List<Check> check(Reading reading) {
    return answers(reading);
  }

  private static List<Check> find(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : reading.tables()) {
      int number = column(table, NUMBER);
      int price = column(table, PRICE);
      int amount = column(table, AMOUNT);
      if (number >= 0 && price >= 0 && amount >= 0) {
        judge(table, lines(table, number, price, amount), checks);
      }
    }
    return checks;
  }

  private static int column(AccountTable table, Pattern head) {
    return IntStream.range(0, table.data().header().size())
        .filter(c -> head.matcher(table.head(c)).matches())
        .findFirst()
        .orElse(-1);
  }

  private static List<Line> lines(AccountTable table, int number, int price, int amount) {
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      BigDecimal count = table.amountOrZero(row, number);
      BigDecimal each = table.amountOrZero(row, price);
      Optional<BigDecimal> all = table.amount(row, amount);
      if (count.signum() > 0 && each.signum() > 0 && all.isPresent()) {
        lines.add(new Line(row, count, each, all.get()));
      }
    }
    return lines;
  }

  private static void judge(AccountTable table, List<Line> lines, List<Check> checks) {
    for (BigDecimal scale : SCALES) {
      List<Line> off = lines.stream().filter(l -> !l.fits(scale)).toList();
      int fit = lines.size() - off.size();
      if (fit >= LEAST && fit >= 2 * off.size()) {
        IntStream.range(0, fit).forEach(i -> checks.add(new Check.Agrees()));
        off.forEach(l -> checks.add(finding(table, l, scale)));
        return;
      }
    }
  }

  private static Check finding(AccountTable table, Line line, BigDecimal scale) {
    String right = line.product().multiply(scale).stripTrailingZeros().toPlainString();
    String stated = line.amount().toPlainString();
    String quote = table.quote(line.row(), 0, table.data().header().size() - 1);
    return Draft.at(ABOUT, Severity.PROOF, Draft.place(table, line.row(), quote))
        .numbers(stated, right)
        .formula(
            line.number().toPlainString()
                + " × "
                + line.price().toPlainString()
                + " = "
                + line.product().stripTrailingZeros().toPlainString()
                + "，表中写 "
                + stated)
        .says("数量乘以单价为%s，表中写%s。", "Number times price is %s; the table says %s.", right, stated);
  }
}
