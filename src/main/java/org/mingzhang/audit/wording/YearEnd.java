package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;

/**
 * Dates of another year: the day as of which a final account counts its assets is the last of its
 * fiscal year, and a deadline of a self-evaluation lies in it. Budgets count as of a day of the
 * year before, so they are not checked.
 */
public final class YearEnd implements Rule {
  private static final Pattern AS_OF =
      Pattern.compile("截[至止](?:到)?(?<year>20\\d{2})年12月31日[^。；，]*");
  private static final Pattern DEADLINE =
      Pattern.compile("(?<year>20\\d{2})年(?:1[0-2]|[1-9])月(?:\\d+日)?(?:之?前|底前|以前)?");

  @Override
  public List<Check> check(Reading reading) {
    Category category = reading.disclosure().metadata().category();
    Integer year = reading.year();
    if (year == null || category == null || reading.isBudget()) {
      return List.of();
    }
    List<Check> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      Matcher date = AS_OF.matcher(passage.compact());
      while (date.find()) {
        boolean same = Integer.parseInt(date.group("year")) == year;
        checks.add(same ? new Check.Agrees() : asOf(passage, date, year));
      }
    }
    for (Indicator indicator : reading.indicators()) {
      deadline(indicator, year, checks);
    }
    return checks;
  }

  private static Check asOf(Passage passage, Matcher date, int year) {
    return Draft.at("year-end", passage, date.start(), date.end())
        .numbers(date.group("year") + "年", year + "年")
        .says(year, date.group("year"));
  }

  /**
   * Only a deadline before the year that the result repeats: a plan may well reach into the next.
   */
  private static void deadline(Indicator indicator, int year, List<Check> checks) {
    String target = indicator.target();
    String actual = indicator.actual();
    if (target == null || actual == null) {
      return;
    }
    Matcher want = DEADLINE.matcher(target.replaceAll("\\s", ""));
    Matcher done = DEADLINE.matcher(actual.replaceAll("\\s", ""));
    if (want.find() && done.find() && want.group("year").equals(done.group("year"))) {
      int stated = Integer.parseInt(want.group("year"));
      checks.add(
          stated >= year
              ? new Check.Agrees()
              : Draft.at(
                      "year-end/deadline",
                      new Place(indicator.section(), indicator.page(), target + " " + actual))
                  .numbers(stated + "年", year + "年")
                  .says(year, stated));
    }
  }
}
