package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.TsvResource;

/**
 * Reports years that contradict the year of the document: in headings, as-of dates, deadlines, and
 * comparisons with an earlier year. The wordings are data, see {@code years.tsv}. If more than two
 * headings disagree, the year of the document is uncertain and nothing is reported.
 */
public final class StatedYear implements Rule {
  private static final int COLUMNS = 7;
  private static final int MOST = 2;

  private final List<YearWording> wordings;

  public StatedYear(String rule) {
    wordings =
        TsvResource.rows(StatedYear.class, "years.tsv", COLUMNS).stream()
            .map(YearWording::of)
            .filter(w -> w.message().equals(rule) || w.message().startsWith(rule + "/"))
            .toList();
  }

  /**
   * Words that name a year: a line of the file.
   *
   * @param documents {@code account}, {@code budget} or {@code all}
   * @param place {@code heading}, {@code text} or {@code indicator}
   * @param wrong years that are wrong: {@code earlier} than the document's own, the {@code same}
   *     where the one before is meant, or any {@code other}
   * @param pattern the words, with the year as group {@code year}
   */
  private record YearWording(
      String message,
      String documents,
      String place,
      List<String> words,
      String wrong,
      Pattern pattern) {
    static YearWording of(List<String> cells) {
      return new YearWording(
          cells.get(0),
          cells.get(1),
          cells.get(2),
          cells.get(3).isEmpty() ? List.of() : List.of(cells.get(3).split(" ", -1)),
          cells.get(4),
          Pattern.compile(cells.get(5)));
    }

    boolean isPossible(String text) {
      return words.isEmpty() || words.stream().anyMatch(text::contains);
    }

    boolean isFor(AuditedDocument reading) {
      return documents.equals("all") || documents.equals("budget") == reading.isBudget();
    }

    boolean isWrong(int stated, int year) {
      return switch (wrong) {
        case "earlier" -> stated < year;
        case "same" -> stated == year;
        default -> stated != year;
      };
    }

    CheckResult check(FindingDraft draft, MatchResult match, int year) {
      int stated = parseYear(match);
      int meant = wrong.equals("same") ? year - 1 : year;
      return isWrong(stated, year)
          ? draft.withNumbers(stated + "年", meant + "年").report(year, stated)
          : CheckResult.AGREES;
    }
  }

  private static int parseYear(MatchResult match) {
    return Integer.parseInt(match.group("year"));
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Integer year = reading.year();
    List<CheckResult> checks = new ArrayList<>();
    if (year != null && reading.disclosure().metadata().category() != null) {
      for (YearWording wording : wordings) {
        reading.checkBudget();
        if (wording.isFor(reading)) {
          checks.addAll(
              switch (wording.place()) {
                case "heading" -> checkHeadings(wording, reading, year);
                case "text" -> checkTexts(wording, reading, year);
                default -> checkIndicators(wording, reading, year);
              });
        }
      }
    }
    return checks;
  }

  private static List<CheckResult> checkHeadings(
      YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      Matcher match = wording.pattern().matcher(section.title());
      if (match.find() && wording.isWrong(parseYear(match), year)) {
        Place place = FindingDraft.place(section);
        checks.add(wording.check(FindingDraft.at(wording.message(), place), match, year));
      }
    }
    return checks.size() > MOST ? List.of(CheckResult.undecided("several-other-years")) : checks;
  }

  private static List<CheckResult> checkTexts(
      YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (wording.isPossible(passage.compactText())) {
        for (MatchResult match : passage.matches(wording.pattern())) {
          FindingDraft draft = FindingDraft.at(wording.message(), passage, match);
          checks.add(wording.check(draft, match, year));
        }
      }
    }
    return checks;
  }

  /**
   * Years in targets that the result repeats. Other years may be right: a plan may reach into the
   * next year, and a target of another year may be met in this one.
   */
  private static List<CheckResult> checkIndicators(
      YearWording wording, AuditedDocument reading, int year) {
    List<CheckResult> checks = new ArrayList<>();
    for (Indicator row : reading.indicators()) {
      Matcher target = wording.pattern().matcher(normalize(row.target()));
      Matcher result = wording.pattern().matcher(normalize(row.actual()));
      if (target.find() && result.find() && parseYear(target) == parseYear(result)) {
        Place place = new Place(row.section(), row.page(), row.target() + " " + row.actual());
        checks.add(wording.check(FindingDraft.at(wording.message(), place), target, year));
      }
    }
    return checks;
  }

  private static String normalize(@Nullable String cell) {
    return cell == null ? "" : cell.replaceAll("\\s", "");
  }
}
