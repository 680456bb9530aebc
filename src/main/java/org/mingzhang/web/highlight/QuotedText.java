package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Finding;
import org.mingzhang.web.finding.FindingView;

/**
 * Words of a section that a finding quotes, or that an address asks to be marked.
 *
 * @param id name of the place in the section, {@code q-c-1f0a93c2} or {@code o-c-1f0a93c2} for the
 *     finding's other place
 * @param anchor name of the finding
 * @param number its number beside the section, from 1; 0 where the finding does not stand there
 * @param severity short name of its severity
 * @param quote the words
 */
public record QuotedText(String id, String anchor, int number, String severity, String quote) {
  private static final int LONGEST = 1000;

  /** Where the findings that stand beside a section quote it. */
  public static List<QuotedText> ofSection(String path, List<FindingView> findings) {
    List<QuotedText> quoted = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      FindingView view = findings.get(i);
      Finding.Place other = view.finding().other();
      if (view.finding().section().equals(path)) {
        quoted.add(of("q-", view, i + 1, view.finding().quote()));
      }
      if (other != null && view.otherId() == null && other.section().equals(path)) {
        quoted.add(of("o-", view, i + 1, other.quote()));
      }
    }
    return quoted;
  }

  /** Words that an address asks for, a line for each paragraph they stand in. */
  public static List<QuotedText> requested(String quote) {
    List<QuotedText> lines = new ArrayList<>();
    String bounded = quote.length() > LONGEST ? quote.substring(0, LONGEST) : quote;
    for (String line : bounded.split("\\R", -1)) {
      if (!line.isBlank()) {
        String id = lines.isEmpty() ? "quote" : "quote-" + (lines.size() + 1);
        lines.add(new QuotedText(id, "", 0, "chosen", line));
      }
    }
    return lines;
  }

  /** The marks for a page that does not show the findings: underlined, without a link. */
  public QuotedText withoutNumber() {
    return new QuotedText(id, anchor, 0, severity, quote);
  }

  private static QuotedText of(String place, FindingView view, int number, String quote) {
    return new QuotedText(place + view.anchor(), view.anchor(), number, view.severity(), quote);
  }
}
