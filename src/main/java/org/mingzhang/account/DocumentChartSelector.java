package org.mingzhang.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TraditionalToSimplifiedConverter;
import org.mingzhang.text.TsvResource;

/**
 * Chooses the chart of accounts for a document by its category. If the category is unknown or
 * {@link Category#OTHER}, the first of these tests decides: the chart of governments if the agency
 * is a government, the chart of agencies if the document is the report of a school, the chart of
 * governments if it has phrases of government reports ({@code reports.tsv}).
 */
public final class DocumentChartSelector {
  private static final List<String> GOVERNMENT_REPORT_PHRASES =
      TsvResource.readRows(DocumentChartSelector.class, "reports.tsv", 1).stream()
          .map(List::getFirst)
          .toList();

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentChartSelector.class);
  private static final Pattern GOVERNMENT_NAME_PATTERN = PATTERNS.get("government");

  private static final int MAX_BEGINNING_LENGTH = 4000;
  private static final int MAX_LENGTH_PER_SECTION = 1000;

  private DocumentChartSelector() {}

  /**
   * Returns the chart of a document; the chart of agencies if neither category nor text decides.
   */
  public static ChartOfAccounts forDocument(Disclosure disclosure) {
    return find(disclosure).orElse(ChartOfAccounts.agencies());
  }

  /** Finds the chart of a document; empty if neither category nor text decides. */
  public static Optional<ChartOfAccounts> find(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    if (category != null && category != Category.OTHER) {
      return Optional.of(ChartOfAccounts.ofCategory(category));
    }
    String agency = Objects.toString(disclosure.metadata().agency(), "");
    if (GOVERNMENT_NAME_PATTERN.matcher(agency).find()) {
      return Optional.of(ChartOfAccounts.governments());
    }
    if (SchoolReportDetector.isOfSchool(disclosure)) {
      return Optional.of(ChartOfAccounts.agencies());
    }
    return isGovernmentReport(collectBeginning(disclosure))
        ? Optional.of(ChartOfAccounts.governments())
        : Optional.empty();
  }

  private static boolean isGovernmentReport(String text) {
    return GOVERNMENT_REPORT_PHRASES.stream().anyMatch(text::contains);
  }

  /**
   * The title, the titles of all sections, and the beginnings of the first sections, in simplified
   * characters and without white space.
   */
  static String collectBeginning(Disclosure disclosure) {
    StringBuilder text = new StringBuilder(Objects.toString(disclosure.metadata().title(), ""));
    for (Section section : disclosure.sections()) {
      text.append('\n').append(section.title());
      if (text.length() < MAX_BEGINNING_LENGTH) {
        String words = section.text();
        text.append('\n').append(words, 0, Math.min(words.length(), MAX_LENGTH_PER_SECTION));
      }
    }
    return TraditionalToSimplifiedConverter.simplify(text.toString()).replaceAll("\\s+", "");
  }
}
