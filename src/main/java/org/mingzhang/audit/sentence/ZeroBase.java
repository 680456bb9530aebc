package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Facts;
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

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final Map<Pattern, String> PARTS =
      Map.of(
          Pattern.compile("公务接待费(?:支出)?(?:决算)?(?:数)?增[加长]$"), "公务接待费",
          Pattern.compile("因公出国[^，。；]{0,6}费用?(?:支出)?(?:决算)?(?:数)?增[加长]$"), "因公出国(境)费",
          Pattern.compile("公务用车购置[及和]运行(?:维护)?费(?:支出)?(?:决算)?(?:数)?增[加长]$"), "公务用车购置及运行费",
          Pattern.compile("公务用车购置费(?:支出)?(?:决算)?(?:数)?增[加长]$"), "公务用车购置费");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    Facts facts = reading.derived(Facts.class, Facts::of);
    return ChangeStatement.all(reading).stream()
        .filter(s -> fromZero(s) || grewAlone(s, facts))
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

  /** {@code 公务接待费支出决算增加0.40万元，增长100%}, and elsewhere the whole of it is 0.40. */
  private static boolean grewAlone(ChangeStatement statement, Facts facts) {
    BigDecimal change = statement.change().value();
    Rate rate = statement.rate();
    String clause =
        statement.passage().compact().substring(statement.from(), statement.change().start());
    return statement.base() == null
        && change != null
        && change.signum() > 0
        && statement.up()
        && rate != null
        && rate.value().compareTo(WHOLE) == 0
        && statement.change().unit().equals("万元")
        && PARTS.entrySet().stream()
            .filter(p -> p.getKey().matcher(clause).find())
            .map(p -> facts.amounts(p.getValue()))
            .anyMatch(a -> a.size() == 1 && a.getFirst().compareTo(change) == 0);
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
            "增加额等于本年数，上年数为0，增长率无法计算，文中写%s。",
            "The increase equals the amount, so there was nothing before and no rate of growth; the"
                + " document says %s.",
            stated);
  }
}
