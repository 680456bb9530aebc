package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Section;
import org.mingzhang.text.QuantityMention;

/**
 * A government's report tells its taxes in paragraphs of their own: they add up to the tax income
 * named before. The list is whole where its last line is of all other taxes.
 *
 * <p>It is a class since its parts are paragraphs, which no mark joins to a list.
 */
public final class TaxLines implements Rule {
  private static final Pattern WHOLE =
      Pattern.compile("(?<!非)税收收入(?:预计)?(?:完成|实现|执行|决算)?(?:数)?(?:为)?$");
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:[(（]?\\d{1,2}[)）.、]?)?(?!税收|非税)\\p{IsHan}{1,12}?税(?:收入)?(?:预计)?(?:完成|实现)?(?:为|:)?$");
  private static final Pattern REST =
      Pattern.compile("^(?:[(（]?\\d{1,2}[)）.、]?)?其[他它](?:各项|各类)?税收?(?:收入)?(?:完成|实现)?(?:为|:)?$");
  private static final int LEAST = 3;

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      check(reading.passages(section.path()), checks);
    }
    return checks;
  }

  private static void check(List<Passage> passages, List<CheckResult> checks) {
    @Nullable Passage lead = null;
    @Nullable QuantityMention whole = null;
    List<QuantityMention> lines = new ArrayList<>();
    for (Passage passage : passages) {
      QuantityMention first = passage.mentions().isEmpty() ? null : passage.mentions().getFirst();
      boolean rest = first != null && REST.matcher(first.label()).find();
      if (first != null && first.isAmount() && (rest || LINE.matcher(first.label()).find())) {
        lines.add(first);
        if (rest && lead != null && whole != null && lines.size() >= LEAST) {
          judge(lead, whole, lines).ifPresent(checks::add);
          lines.clear();
        }
      } else {
        lines.clear();
      }
      Optional<QuantityMention> named =
          passage.mentions().stream()
              .filter(m -> m.isAmount() && WHOLE.matcher(m.label()).find())
              .findFirst();
      if (named.isPresent()) {
        lead = passage;
        whole = named.get();
      }
    }
  }

  private static Optional<CheckResult> judge(
      Passage lead, QuantityMention whole, List<QuantityMention> lines) {
    MentionSum sum = new MentionSum(lines, whole);
    if (!sum.isPlain()) {
      return Optional.empty();
    }
    BigDecimal unit =
        BigDecimal.ONE
            .movePointLeft(Math.max(0, sum.sum().scale()))
            .multiply(BigDecimal.valueOf((lines.size() + 2) / 2));
    boolean near = sum.stated().subtract(sum.sum()).abs().compareTo(unit) <= 0;
    return Optional.of(
        near || sum.agrees()
            ? new CheckResult.Agrees()
            : sum.finding(
                FindingDraft.at("tax-lines", lead, whole.clause(), whole.quantity().end())));
  }
}
