package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;

/**
 * A number of people, bodies, vehicles, projects or points against those of its kinds, where these
 * shut each other out: {@code 实有人数62人，其中：在职人员40人，离休人员1人，退休人员19人}. Which kinds there are is data,
 * see {@code counts.tsv}.
 *
 * <p>It is a class since most of these counts have no account in the chart, so that they are no
 * statements that an identity could take up.
 */
public final class CountParts implements PassageRule {
  private final List<CountFamily> families;

  /** The families of a rule. */
  public CountParts(String rule) {
    families = CountFamily.of(rule);
  }

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    for (CountFamily family : families) {
      if (family.isPossible(passage.compact())) {
        Matcher whole = family.whole().matcher(passage.compact());
        while (whole.find()) {
          judge(family, passage, whole).ifPresent(checks::add);
        }
      }
    }
  }

  private static Optional<CheckResult> judge(CountFamily family, Passage passage, Matcher whole) {
    String text = passage.compact();
    Matcher part = family.part().matcher(text).region(whole.end(), text.length());
    List<BigDecimal> counts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int end = whole.end();
    while (part.find() && family.isName(part.group("name")) && names.add(part.group("name"))) {
      counts.add(new BigDecimal(part.group("count")));
      end = part.end();
    }
    if (counts.size() < family.least() || family.isOther(text.substring(whole.start(), end))) {
      return Optional.empty();
    }
    BigDecimal stated = new BigDecimal(whole.group("whole"));
    BigDecimal sum = counts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(stated) == 0) {
      return Optional.of(new CheckResult.Agrees());
    }
    if (sum.compareTo(stated) < 0 && !family.isComplete(names)) {
      return Optional.of(
          new CheckResult.Undecided("不能确定分项是否已全部列出", "the parts may not all be listed"));
    }
    int from = family.ofClause() ? clause(text, whole.start()) : whole.start();
    return Optional.of(
        FindingDraft.at(family.message(), passage, from, end)
            .numbers(stated + family.unit(), sum + family.unit())
            .formula(Formula.sum(counts), sum, stated)
            .says(sum, stated));
  }

  /** Where the clause of a place begins. */
  private static int clause(String text, int place) {
    int from = place;
    while (from > 0 && "。；，,:(".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }
}
