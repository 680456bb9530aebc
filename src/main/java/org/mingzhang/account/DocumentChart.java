package org.mingzhang.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.SimplifiedText;
import org.mingzhang.text.TsvResource;

/**
 * Which chart of accounts a document speaks of: that of its category; where its category says
 * nothing, that of governments if its words are those of reports of governments.
 */
public final class DocumentChart {
  private static final List<String> REPORTS =
      TsvResource.rows(DocumentChart.class, "reports.tsv", 1).stream().map(List::getFirst).toList();

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_SECTION = 1000;

  private DocumentChart() {}

  /** The chart, that of agencies where nothing tells. */
  public static Chart of(Disclosure disclosure) {
    return known(disclosure).orElse(Chart.standard());
  }

  /** The chart, or none where neither category nor words tell it. */
  public static Optional<Chart> known(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    if (category != null && category != Category.OTHER) {
      return Optional.of(Chart.of(category));
    }
    return isOfGovernment(beginning(disclosure))
        ? Optional.of(Chart.governments())
        : Optional.empty();
  }

  private static boolean isOfGovernment(String text) {
    return REPORTS.stream().anyMatch(text::contains);
  }

  /** Title, titles of sections and their first words. */
  private static String beginning(Disclosure disclosure) {
    StringBuilder text = new StringBuilder(Objects.toString(disclosure.metadata().title(), ""));
    for (Section section : disclosure.sections()) {
      text.append('\n').append(section.title());
      if (text.length() < LONGEST_TEXT) {
        String words = section.text();
        text.append('\n').append(words, 0, Math.min(words.length(), LONGEST_SECTION));
      }
    }
    return SimplifiedText.of(text.toString()).replaceAll("\\s+", "");
  }
}
