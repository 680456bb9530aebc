package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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

/**
 * A share is the part divided by the whole. Shares adjusted so that a list adds up to 100% are let
 * pass; a share that is off while its list does not add up is not.
 */
public final class Share implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "share",
          Kind.SHARE,
          "分项金额、总额与占比，以及各占比之和",
          "Part, whole and share, and the sum of the shares of a list",
          "末位数字的一半加0.1个百分点；各占比之和不是100%时为末位数字的两个单位",
          "half of the last digit plus 0.1 percentage point; two units of it where the shares do"
              + " not add up to 100%",
          "占比等于分项除以总额，同一总额的各占比合计100%。",
          "A share is the part divided by the whole; the shares of one whole make 100%.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    ShareList list = ShareList.of(passage, reading);
    list.shares().forEach(s -> check(s, list).ifPresent(checks::add));
  }

  private static Optional<Check> check(ShareStatement share, ShareList list) {
    if (share.part().signum() == 0 && share.rate().signum() > 0) {
      return Optional.of(nothing(share));
    }
    @Nullable BigDecimal whole = share.whole();
    if (whole == null) {
      return Optional.of(new Check.Undecided("不能确定占比的分母", "the whole of the share cannot be told"));
    }
    if (share.guessed() && !list.confirms(share)) {
      return Optional.of(new Check.Undecided("不能确定占比的分母", "the whole of the share cannot be told"));
    }
    if (whole.signum() == 0) {
      return Optional.empty();
    }
    if (share.possible()) {
      return Optional.of(
          new Check.Undecided("分母只知道上限", "only an upper limit of the whole is known"));
    }
    BigDecimal computed = Tolerance.percent(share.part(), whole);
    BigDecimal off = computed.subtract(share.rate()).abs();
    // of a small whole the cents that were rounded are more than the digits of the share
    BigDecimal rounding = Tolerance.percent(new BigDecimal("0.005"), whole);
    BigDecimal units = Tolerance.half(share.rate()).multiply(BigDecimal.valueOf(4));
    boolean far = off.compareTo(units.add(rounding)) > 0;
    if (share.agrees() && (list.addsUp() || !far)) {
      return Optional.of(new Check.Agrees());
    }
    if (list.fitsItsOwnSum()) {
      return Optional.of(new Check.Undecided("总额与分项之和不符", "the whole is not the sum of its parts"));
    }
    return Optional.of(finding(share, whole, Tolerance.fullRate(computed)));
  }

  /** Nothing has no share, whatever the whole is. */
  private static Check nothing(ShareStatement share) {
    String stated = share.rate().toPlainString() + "%";
    return Draft.at(ABOUT, Severity.PROOF, share.passage(), share.from(), share.to())
        .numbers(stated, "0%")
        .formula("金额为 0，占比为 0%，文中写 " + stated)
        .says("金额为0，占比写%s。", "The amount is zero; the document gives it a share of %s.", stated);
  }

  private static Check finding(ShareStatement share, BigDecimal whole, String right) {
    String stated = share.rate().toPlainString() + "%";
    return Draft.at(ABOUT, Severity.PROOF, share.passage(), share.from(), share.to())
        .numbers(stated, right)
        .formula(Formula.quotient(share.part(), whole), right, stated)
        .says(
            "按文中的金额计算，占比为%s，文中写%s。",
            "The stated amounts give a share of %s; the document says %s.", right, stated);
  }
}
