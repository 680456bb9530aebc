package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Rate;

/** Growth from nothing has no rate: an amount that grew by itself was zero before. */
public final class ZeroBase implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "zero-base",
          Kind.ZERO_DENOMINATOR,
          "增加额等于本年数（上年为0）而仍写出的增长率",
          "A rate of growth printed although the increase is the whole amount",
          "无",
          "none",
          "上年为零时没有增长率。",
          "There is no rate of growth from nothing.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    return ChangeStatement.all(reading).stream()
        .filter(ZeroBase::fromZero)
        .map(ZeroBase::finding)
        .toList();
  }

  private static boolean fromZero(ChangeStatement statement) {
    BigDecimal base = statement.base();
    BigDecimal change = statement.change().value();
    Rate rate = statement.rate();
    return base != null
        && base.signum() == 0
        && change != null
        && change.signum() > 0
        && rate != null
        && rate.value().signum() > 0
        && !statement.rateAgrees();
  }

  private static Check finding(ChangeStatement statement) {
    Passage passage = statement.passage();
    Rate rate = statement.rate();
    String stated = rate == null ? "" : rate.value().toPlainString() + "%";
    int end = passage.sentenceEnd(statement.to());
    boolean reason = passage.compact().startsWith("主要原因", end);
    return Draft.at(
            ABOUT,
            Severity.PROOF,
            passage,
            statement.from(),
            reason ? passage.sentenceEnd(end) : end)
        .numbers(stated, "—")
        .formula(statement.change().printed() + " ÷ 0 无法计算，文中写 " + stated)
        .says(
            "增加额等于本年数，上年数为0，增长率无法计算，文中写" + stated + "。",
            "The increase equals the amount, so there was nothing before and no rate of growth; the"
                + " document says "
                + stated
                + ".");
  }
}
