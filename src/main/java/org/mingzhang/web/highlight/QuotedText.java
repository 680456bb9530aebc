package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.web.finding.FindingView;

/**
 * Words of a section to be marked: quoted by a finding, or requested by the address.
 *
 * @param id anchor of the words in the section, such as {@code q-c-1f0a93c2}, or {@code
 *     o-c-1f0a93c2} for the finding's other place
 * @param anchor anchor of the finding
 * @param number number of the finding on the page, from 1; 0 if the page does not show the finding
 * @param severity short name of its severity; {@code chosen} for words requested by the address
 * @param quote the words
 */
public record QuotedText(String id, String anchor, int number, String severity, String quote) {
  private static final int MAX_QUOTE_LENGTH = 1000;

  /** The quotes of findings in a section. The findings are numbered in the order of the list. */
  public static List<QuotedText> ofSection(String path, List<FindingView> findings) {
    List<QuotedText> quoted = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      FindingView view = findings.get(i);
      Finding.QuoteLocation other = view.finding().other();
      if (view.finding().sectionPath().equals(path)) {
        quoted.add(of("q-", view, i + 1, view.finding().quote()));
      }
      if (other != null && view.otherId() == null && other.sectionPath().equals(path)) {
        quoted.add(of("o-", view, i + 1, other.quote()));
      }
    }
    return quoted;
  }

  /**
   * The words requested by an address, one line for each paragraph; characters after the first
   * {@link #MAX_QUOTE_LENGTH} are ignored.
   */
  public static List<QuotedText> parseRequested(String quote) {
    List<QuotedText> lines = new ArrayList<>();
    String bounded =
        quote.length() > MAX_QUOTE_LENGTH ? quote.substring(0, MAX_QUOTE_LENGTH) : quote;
    for (String line : bounded.split("\\R", -1)) {
      if (!line.isBlank()) {
        String id = lines.isEmpty() ? "quote" : "quote-" + (lines.size() + 1);
        lines.add(new QuotedText(id, "", 0, "chosen", line));
      }
    }
    return lines;
  }

  /** A copy for a page that does not show the findings: underlined, without a link. */
  public QuotedText withoutNumber() {
    return new QuotedText(id, anchor, 0, severity, quote);
  }

  private static QuotedText of(
      String anchorPrefix, FindingView view, int findingNumber, String quote) {
    return new QuotedText(
        anchorPrefix + view.anchor(), view.anchor(), findingNumber, view.severity(), quote);
  }
}
