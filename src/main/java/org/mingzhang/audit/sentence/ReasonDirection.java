package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/**
 * {@code 较上年增加60.40万元。减少的主要原因是…}: the reason given is that of the opposite change. A class, since
 * it compares words with words: no number of the reason enters an identity.
 */
public final class ReasonDirection implements Rule {
  private static final String RULE = "reason-direction";
  private static final Pattern REASON =
      Pattern.compile("^[，。；,;]?(?:(?<up>增加|增长|上升)|(?<down>减少|下降|降低))的?(?:主要)?原因[^。]*。?");

  private static final Pattern FISCAL =
      Pattern.compile(
          "^财政拨款(?:收入支出|收支|收入、支出)(?:预算)?(?:总额)?(?:(?<up>增加|增长|上升)|(?<down>减少|下降|降低))的?(?:主要)?原因[^。]*。?");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<ToldChange> changes = ToldChange.all(reading);
    List<CheckResult> checks =
        new ArrayList<>(changes.stream().flatMap(s -> check(s).stream()).toList());
    Map<String, List<ToldChange>> bySection =
        changes.stream().collect(Collectors.groupingBy(s -> s.section().path()));
    bySection.forEach((section, own) -> apart(reading.passages(section), own, checks));
    return checks;
  }

  /**
   * A paragraph of its own, {@code 财政拨款收入支出增加的主要原因是…}: the amounts of fiscal money that the section
   * compares all went the same way.
   */
  private static void apart(
      List<Passage> passages, List<ToldChange> changes, List<CheckResult> checks) {
    List<ToldChange> fiscal = changes.stream().filter(c -> c.subject().contains("财政拨款")).toList();
    for (int i = 1; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Matcher reason = FISCAL.matcher(passage.compact());
      if (reason.find()) {
        boolean up = reason.group("up") != null;
        boolean against = !fiscal.isEmpty() && fiscal.stream().allMatch(c -> c.up() != up);
        FindingDraft draft = FindingDraft.at(RULE, passage, 0, reason.end());
        checks.add(against ? fiscal.getFirst().against(draft, up) : new CheckResult.Agrees());
      }
    }
  }

  private static Optional<CheckResult> check(ToldChange change) {
    Matcher reason = REASON.matcher(change.after().text());
    if (!reason.find()) {
      return Optional.empty();
    }
    boolean up = reason.group("up") != null;
    FindingDraft draft = change.draft(RULE, reason.end());
    return Optional.of(up == change.up() ? new CheckResult.Agrees() : change.against(draft, up));
  }
}
