package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;

/**
 * Headings of another year in a document of this one, and amounts compared with their own year. At
 * most two headings: where more disagree, the document's year is what is not certain.
 */
public final class AnotherYear implements Rule {
  private static final Pattern TITLE =
      Pattern.compile("^\\p{IsHan}{0,30}(?<year>20\\d{2})年度?.*(?:决算|绩效评价|绩效自评|自评表|情况说明)");
  private static final Pattern BUDGET =
      Pattern.compile("^\\p{IsHan}{0,30}(?<year>20\\d{2})年度?(?:部门|单位)?预算(?:情况|编制|公开)?(?:的?说明|表)$");
  private static final Pattern OWN_BUDGET =
      Pattern.compile(
          "(?<![^。，；])[^。，；]*(?:比|与|较)(?<year>20\\d{2})年度?预算(?:执行)?数?(?:相比|增加|减少|持平)[^。；]*[。；]?");
  private static final Pattern OWN_RESULT =
      Pattern.compile(
          "(?<![^。，；])[^。，；]*(?:与|比|较)(?<year>20\\d{2})年度?(?:决算数?)?(?:相比|增加|减少|持平)[^。；]*[。；]?");

  /** The note below an empty table. */
  private static final Pattern NOTE =
      Pattern.compile(
          "^注[:：][^。]{0,30}?(?<year>20\\d{2})年度?[^。，；]{0,4}(?:无|没有)[^。]*(?:空表|无数据|没有数据)");

  private static final Pattern COMPARED = Pattern.compile("[比与较]20\\d\\d年");
  private static final int MOST = 2;

  @Override
  public List<Check> check(Reading reading) {
    Category category = reading.disclosure().metadata().category();
    Integer year = reading.year();
    if (category == null || year == null) {
      return List.of();
    }
    boolean budget = reading.isBudget();
    List<Check> checks = new ArrayList<>(titles(budget ? BUDGET : TITLE, reading, year));
    for (Passage passage : reading.passages()) {
      if (passage.compact().startsWith("注")) {
        note(passage, year).ifPresent(checks::add);
      }
      if (!COMPARED.matcher(passage.compact()).find()) {
        continue;
      }
      Matcher match = (budget ? OWN_BUDGET : OWN_RESULT).matcher(passage.compact());
      while (match.find()) {
        boolean own = Integer.parseInt(match.group("year")) == year;
        checks.add(own ? ownYear(passage, match, year) : new Check.Agrees());
      }
    }
    return checks;
  }

  private static Optional<Check> note(Passage passage, int year) {
    Matcher note = NOTE.matcher(passage.compact());
    if (!note.find()) {
      return Optional.empty();
    }
    String stated = note.group("year");
    return Optional.of(
        Integer.parseInt(stated) == year
            ? new Check.Agrees()
            : Draft.at("another-year/note", passage, note.start(), note.end())
                .numbers(stated + "年", year + "年")
                .says(year, stated));
  }

  private static Check ownYear(Passage passage, Matcher match, int year) {
    return Draft.at("another-year/compared", passage, match.start(), match.end())
        .numbers(year + "年", (year - 1) + "年")
        .says(year);
  }

  private static List<Check> titles(Pattern titles, Reading reading, int year) {
    List<Check> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      Matcher title = titles.matcher(section.title());
      if (title.find() && Integer.parseInt(title.group("year")) < year) {
        checks.add(
            Draft.at("another-year", new Place(section.path(), section.page(), section.heading()))
                .numbers(title.group("year") + "年", year + "年")
                .says(year, title.group("year")));
      }
    }
    return checks.size() > MOST
        ? List.of(new Check.Undecided("多个标题写的是另一年度", "several headings name another year"))
        : checks;
  }
}
