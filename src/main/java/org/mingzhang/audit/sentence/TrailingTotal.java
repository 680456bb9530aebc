package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.QuantityMention;

/**
 * {@code 中央资金820万元，省级资金110万元，县级资金96万元，合计1026万元}: a sentence that is a list and ends with its total.
 *
 * <p>A class, since its parts are all that the sentence lists, whatever they are called.
 */
public final class TrailingTotal implements PassageRule {
  private static final Pattern TOTAL =
      Pattern.compile("^[，,、]?(?:以上)?(?:共计|合计|总计)(?:资金|金额)?(?:为)?$");

  /** What the sentence began with, and says again at its end. */
  private static final Pattern WHOLE = Pattern.compile("(?:项目)?(?:总预算|总投资|资金总额|总金额|总资金)(?:为)?$");

  private static final Pattern PART =
      Pattern.compile("^[^比较增减占上去年结余]{2,16}?(?:资金|收入|支出|拨款|经费|补助|费用?|投入|配套|自筹)(?:为)?$");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("计")) {
      return;
    }
    List<QuantityMention> parts = new ArrayList<>();
    boolean plain = true;
    int sentence = -1;
    for (QuantityMention mention : passage.mentions()) {
      if (mention.sentence() != sentence) {
        parts.clear();
        plain = true;
        sentence = mention.sentence();
      }
      boolean total = parts.size() > 1 && TOTAL.matcher(mention.label()).matches();
      if (total && WHOLE.matcher(parts.getFirst().label()).find()) {
        again(passage, parts.getFirst(), mention).ifPresent(checks::add);
        plain = false;
      } else if (plain && total) {
        judge(passage, parts, mention, checks);
        plain = false;
      } else {
        plain &= mention.quantity().value() != null && PART.matcher(mention.label()).matches();
        parts.add(mention);
      }
    }
  }

  /** The total at the beginning of the sentence and the same at its end. */
  private static Optional<CheckResult> again(
      Passage passage, QuantityMention whole, QuantityMention total) {
    BigDecimal first = whole.quantity().value();
    BigDecimal last = total.quantity().value();
    String unit = total.unit();
    if (first == null || last == null || !whole.unit().equals(unit)) {
      return Optional.empty();
    }
    if (first.compareTo(last) == 0) {
      return Optional.of(new CheckResult.Agrees());
    }
    String stated = last.toPlainString() + unit;
    String said = first.toPlainString() + unit;
    return Optional.of(
        FindingDraft.at("trailing-total/repeated", passage, whole.clause(), total.quantity().end())
            .numbers(stated, said)
            .formula(said + " ≠ " + stated)
            .says(said, stated));
  }

  private static void judge(
      Passage passage,
      List<QuantityMention> parts,
      QuantityMention total,
      List<CheckResult> checks) {
    MentionSum sum = new MentionSum(parts, total);
    if (sum.isPlain()) {
      int from = parts.getFirst().clause();
      checks.add(
          sum.agrees()
              ? new CheckResult.Agrees()
              : sum.finding(
                  FindingDraft.at("trailing-total", passage, from, total.quantity().end())));
    }
  }
}
