package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.MatchRule;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Tolerance;

/**
 * 货物（工程、服务）采购授予中小企业合同金额占该类支出的比重: where small businesses won all procurement, each kind's share is
 * 100%. Shares that together make 100% are shares of something else.
 *
 * <p>A class, since what is right follows from two amounts of other sentences being equal.
 */
public final class AwardShares extends MatchRule {
  private static final Pattern TOTAL = Pattern.compile("政府采购支出总额(?:为|共)?([\\d.]+)万元");
  private static final Pattern WON = Pattern.compile("授予中小企业合同金额(?:为|共)?([\\d.]+)万元");
  private static final Pattern SHARE =
      Pattern.compile(
          "(?:货物|工程|服务)采购授予中小企业合同金额占(?:货物|工程|服务)(?:采购)?支出(?:总额|金额)?的?(?<rate>[\\d.]+)%");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SLACK = new BigDecimal("0.1");

  /** The rule. */
  public AwardShares() {
    super(SHARE, "授予中小企业");
  }

  @Override
  protected @Nullable CheckResult judge(
      AuditedDocument reading, Passage passage, MatchResult share) {
    String section =
        reading.passages(passage.section().path()).stream()
            .map(Passage::compact)
            .collect(Collectors.joining());
    Matcher total = TOTAL.matcher(section);
    Matcher won = WON.matcher(passage.compact());
    if (!total.find() || !won.find()) {
      return null;
    }
    BigDecimal all = new BigDecimal(total.group(1));
    if (all.signum() <= 0 || all.compareTo(new BigDecimal(won.group(1))) != 0) {
      return null;
    }
    BigDecimal rate = new BigDecimal(share.group("rate"));
    if (rate.signum() == 0 || HUNDRED.subtract(rate).abs().compareTo(SLACK) <= 0) {
      return CheckResult.AGREES;
    }
    String stated = rate.toPlainString() + "%";
    return FindingDraft.at("award-shares", passage, share)
        .numbers(stated, Tolerance.fullRate(HUNDRED))
        .formulaOf("%s ÷ %s = 100%%，文中写 %s", all, all, stated)
        .says(stated);
  }
}
