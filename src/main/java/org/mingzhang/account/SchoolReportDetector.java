package org.mingzhang.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.text.TraditionalToSimplifiedConverter;
import org.mingzhang.text.TsvResource;

/**
 * Recognizes the reports of single schools and maps the names in them to accounts ({@code
 * schools.tsv}). Such a report reads like a government's report on education, but its accounts are
 * those of agencies.
 */
public final class SchoolReportDetector {
  private static final String SCHOOL_ENDING_ROW = "SCHOOL";
  private static final String REGION_WORD_ROW = "REGION";
  private static final String SELF_REFERENCE_ROW = "SELF";
  private static final String ACCOUNT_NAME_ROW = "ACCOUNT";

  private static final Pattern YEAR_TO_END = Pattern.compile("(?:19|20)\\d\\d.*$");

  private static final List<List<String>> ROWS =
      TsvResource.parseRows(
          SchoolReportDetector.class, "schools.tsv", 3, SchoolReportDetector::requireValidRow);

  private SchoolReportDetector() {}

  /**
   * Whether a document is the report of a single school: what precedes the year in its title is the
   * name of a school and not of a region's schools, or a school refers to itself in its beginning
   * (我校).
   */
  public static boolean isOfSchool(Disclosure disclosure) {
    String title =
        TraditionalToSimplifiedConverter.simplify(
                Objects.toString(disclosure.metadata().title(), ""))
            .strip();
    return namesSchoolBeforeYear(title)
        || isWrittenBySchool(DocumentChartSelector.collectBeginning(disclosure));
  }

  private static boolean isWrittenBySchool(String beginning) {
    return rowsOfKind(SELF_REFERENCE_ROW).anyMatch(row -> beginning.contains(row.get(1)));
  }

  private static boolean namesSchoolBeforeYear(String title) {
    String owner = YEAR_TO_END.matcher(title).replaceFirst("");
    return owner.length() < title.length()
        && rowsOfKind(SCHOOL_ENDING_ROW).anyMatch(row -> owner.endsWith(row.get(1)))
        && rowsOfKind(REGION_WORD_ROW).noneMatch(row -> owner.contains(row.get(1)));
  }

  /**
   * Name of the account of the chart of agencies for a name in the report of a school; empty if the
   * name is not in {@code schools.tsv}.
   */
  public static Optional<String> findAccount(String name) {
    return rowsOfKind(ACCOUNT_NAME_ROW)
        .filter(row -> row.get(1).equals(name))
        .map(row -> row.get(2))
        .findFirst();
  }

  private static List<String> requireValidRow(List<String> cells) {
    String kind =
        TsvResource.requireKeyword(
            cells.getFirst(),
            SCHOOL_ENDING_ROW,
            REGION_WORD_ROW,
            SELF_REFERENCE_ROW,
            ACCOUNT_NAME_ROW);
    if (kind.equals(ACCOUNT_NAME_ROW)) {
      TsvResource.requireNamed(cells.get(2), ChartOfAccounts.agencies()::findAccount);
    }
    return cells;
  }

  private static Stream<List<String>> rowsOfKind(String kind) {
    return ROWS.stream().filter(row -> row.getFirst().equals(kind));
  }
}
