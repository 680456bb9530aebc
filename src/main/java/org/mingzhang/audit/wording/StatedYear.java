package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;

/**
 * Years that do not go with the document's: in headings, as-of dates, deadlines, and where amounts
 * are compared with their own year. Which words name a year is data, see {@code years.tsv}. At most
 * two headings: where more disagree, the document's year is what is not certain.
 *
 * <p>A class, since years are no amounts, and what is right is told by the document's own.
 */
public final class StatedYear implements Rule {
  private static final int MOST = 2;

  private final List<YearWording> wordings;

  /** The wordings of a rule. */
  public StatedYear(String rule) {
    wordings = YearWording.of(rule);
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Integer year = reading.year();
    List<CheckResult> checks = new ArrayList<>();
    if (year != null && reading.disclosure().metadata().category() != null) {
      for (YearWording wording : wordings) {
        reading.step();
        if (wording.isFor(reading)) {
          checks.addAll(
              switch (wording.place()) {
                case HEADING -> headings(wording, reading, year);
                case TEXT -> texts(wording, reading, year);
                case INDICATOR -> indicators(wording, reading, year);
              });
        }
      }
    }
    return checks;
  }

  private static List<CheckResult> headings(
      YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      Matcher match = wording.pattern().matcher(section.title());
      if (match.find() && wording.isWrong(year(match), year)) {
        Place place = new Place(section.path(), section.page(), section.heading());
        checks.add(finding(FindingDraft.at(wording.message(), place), wording, match, year));
      }
    }
    return checks.size() > MOST
        ? List.of(new CheckResult.Undecided("多个标题写的是另一年度", "several headings name another year"))
        : checks;
  }

  private static List<CheckResult> texts(YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (wording.isPossible(passage.compact())) {
        Matcher match = wording.pattern().matcher(passage.compact());
        while (match.find()) {
          FindingDraft draft =
              FindingDraft.at(wording.message(), passage, match.start(), match.end());
          checks.add(
              wording.isWrong(year(match), year)
                  ? finding(draft, wording, match, year)
                  : new CheckResult.Agrees());
        }
      }
    }
    return checks;
  }

  /**
   * Only a year that the result repeats: a plan may well reach into the next, and what was planned
   * for another year may be done in this.
   */
  private static List<CheckResult> indicators(
      YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Indicator row : reading.indicators()) {
      Matcher target = wording.pattern().matcher(plain(row.target()));
      Matcher result = wording.pattern().matcher(plain(row.actual()));
      if (target.find() && result.find() && year(target) == year(result)) {
        String quote = row.target() + " " + row.actual();
        FindingDraft draft =
            FindingDraft.at(wording.message(), new Place(row.section(), row.page(), quote));
        checks.add(
            wording.isWrong(year(target), year)
                ? finding(draft, wording, target, year)
                : new CheckResult.Agrees());
      }
    }
    return checks;
  }

  private static String plain(@Nullable String cell) {
    return cell == null ? "" : cell.replaceAll("\\s", "");
  }

  private static int year(Matcher match) {
    return Integer.parseInt(match.group("year"));
  }

  private static CheckResult finding(
      FindingDraft draft, YearWording wording, Matcher match, int year) {
    int stated = year(match);
    return draft.numbers(stated + "年", wording.meant(year) + "年").says(year, stated);
  }
}
