package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Section;

/**
 * The section {@code 年度预算安排} that a budget gives to a project: it says what is planned for the
 * budget's year. Told where it plans money for an earlier year and names no other.
 *
 * <p>A class, since it asks whether any paragraph of the section names the right year.
 */
public final class YearOfPlan implements Rule {
  private static final Pattern TITLE = Pattern.compile("^(?:项目)?年度(?:预算|资金)(?:安排|计划)$");
  private static final Pattern PLANNED =
      Pattern.compile("(?<year>20\\d\\d)年度?(?:计划|预算|项目总?)?(?:安排|预算)[^，。；]*?[\\d.,]+(?:万元?|元)");
  private static final Pattern OWN = Pattern.compile("本年度?|今年|当年");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Integer year = reading.year();
    if (year == null || !reading.isBudget()) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      if (TITLE.matcher(section.title()).matches()) {
        judge(reading.passages(section.path()), year, checks);
      }
    }
    return checks;
  }

  private static void judge(List<Passage> passages, int year, List<CheckResult> checks) {
    boolean own =
        passages.stream()
            .map(Passage::compact)
            .anyMatch(t -> t.contains(String.valueOf(year)) || OWN.matcher(t).find());
    for (Passage passage : passages) {
      Matcher planned = PLANNED.matcher(passage.compact());
      if (own || !planned.find()) {
        checks.add(new CheckResult.Agrees());
      } else if (Integer.parseInt(planned.group("year")) < year) {
        checks.add(
            FindingDraft.at("year-of-plan", passage, planned.start(), planned.end())
                .numbers(planned.group("year") + "年", year + "年")
                .says(year, planned.group("year")));
      }
    }
  }
}
