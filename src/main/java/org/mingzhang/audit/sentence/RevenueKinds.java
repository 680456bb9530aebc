package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.Mention;

/**
 * {@code 一般公共预算收入完成86400万元……其中：税收收入56160万元，非税收入30240万元}: a government's own income is of taxes and
 * other income. A paragraph that names one of the three twice is not judged.
 */
public final class RevenueKinds implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "revenue-kinds",
          Kind.SUM,
          "同一段中的一般公共预算收入与税收收入、非税收入之和",
          "General public income against tax and other income in one paragraph",
          "末位数字的一个单位",
          "one unit of the last digit",
          "一般公共预算收入由税收收入和非税收入组成。",
          "General public income is made of tax income and other income.");
  private static final String TAIL = "(?:预计|累计)?(?:完成|实现|执行|安排)?(?:数|总额)?[为是:]?$";
  private static final Pattern WHOLE = Pattern.compile("一般公共预算(?:总)?收入(?:预算|决算|合计)?" + TAIL);
  private static final Pattern TAX = Pattern.compile("^(?:其中:?)?(?:地方)?税收(?:性)?收入" + TAIL);
  private static final Pattern OTHER = Pattern.compile("^(?:其中:?)?非税收入" + TAIL);

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    List<Mention> amounts = passage.mentions().stream().filter(Mention::isAmount).toList();
    Optional<Mention> other = one(amounts, OTHER);
    Optional<Mention> tax = other.isEmpty() ? other : one(amounts, TAX);
    Optional<Mention> whole = tax.isEmpty() ? tax : one(amounts, WHOLE);
    if (other.isPresent()
        && tax.isPresent()
        && whole.isPresent()
        && whole.get().quantity().end() < tax.get().quantity().start()) {
      judge(passage, whole.get(), tax.get(), other.get()).ifPresent(checks::add);
    }
  }

  private static Optional<Mention> one(List<Mention> amounts, Pattern label) {
    List<Mention> named = amounts.stream().filter(m -> label.matcher(m.label()).find()).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static Optional<Check> judge(Passage passage, Mention whole, Mention tax, Mention other) {
    BigDecimal stated = whole.quantity().value();
    BigDecimal first = tax.quantity().value();
    BigDecimal second = other.quantity().value();
    if (stated == null || first == null || second == null || !oneUnit(whole, tax, other)) {
      return Optional.empty();
    }
    BigDecimal sum = first.add(second);
    int scale = Math.max(0, Math.min(stated.scale(), Math.min(first.scale(), second.scale())));
    if (sum.subtract(stated).abs().compareTo(BigDecimal.ONE.movePointLeft(scale)) <= 0) {
      return Optional.of(new Check.Agrees());
    }
    Mention last = tax.quantity().end() > other.quantity().end() ? tax : other;
    Mention from = last.equals(other) ? tax : other;
    return Optional.of(
        Draft.at(ABOUT, Severity.PROOF, passage, from.clause(), last.quantity().end())
            .numbers(stated, sum)
            .formula(Formula.sum(List.of(first, second)), sum, stated)
            .other(Draft.place(passage, whole.clause(), whole.quantity().end()))
            .says(
                "税收收入加非税收入为%s，一般公共预算收入写%s。",
                "Tax and other income add up to %s; the document says %s.", sum, stated));
  }

  private static boolean oneUnit(Mention whole, Mention tax, Mention other) {
    return whole.unit().equals(tax.unit()) && whole.unit().equals(other.unit());
  }
}
