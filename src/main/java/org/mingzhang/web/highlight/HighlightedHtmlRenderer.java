package org.mingzhang.web.highlight;

import java.util.List;
import org.mingzhang.search.Hit;
import org.unbescape.html.HtmlEscape;

/**
 * Renders highlighted text as HTML for templates to insert unescaped. Templates do not do this
 * themselves, for speed: a page may have thousands of highlighted texts.
 */
public final class HighlightedHtmlRenderer {
  private HighlightedHtmlRenderer() {}

  /** Renders the text of a hit with its matches marked. */
  public static String render(List<Hit.Fragment> fragments) {
    StringBuilder html = new StringBuilder();
    for (Hit.Fragment fragment : fragments) {
      if (fragment.matched()) {
        html.append("<mark>").append(escape(fragment.text())).append("</mark>");
      } else {
        html.append(escape(fragment.text()));
      }
    }
    return html.toString();
  }

  /**
   * Renders the text of a section. Matches are marked and numbered ({@code h3}), the number of a
   * fact is marked, and quotes of findings are underlined and linked to the findings.
   *
   * @param ranges ranges in the joined text of the runs, sorted and without overlaps
   */
  public static String render(
      List<MatchHighlighter.Run> runs, List<QuoteHighlighter.Range> ranges) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    int next = 0;
    for (MatchHighlighter.Run run : runs) {
      int from = at;
      int end = from + run.text().length();
      while (at < end) {
        QuoteHighlighter.Range quote = next < ranges.size() ? ranges.get(next) : null;
        if (quote != null && quote.start() == at) {
          appendQuoteStart(html, quote.quotes());
        }
        int boundary = quote == null ? end : Math.min(end, quote.nextBoundary(at));
        appendRun(html, run, run.text().substring(at - from, boundary - from), at == from);
        at = boundary;
        if (quote != null && quote.end() == at) {
          appendQuoteEnd(html, quote.quotes());
          next++;
        }
      }
    }
    return html.toString();
  }

  private static void appendRun(
      StringBuilder html, MatchHighlighter.Run run, String text, boolean isFirst) {
    if (!run.matched()) {
      html.append(escape(text));
      return;
    }
    html.append("<mark");
    if (isFirst && !run.id().isEmpty()) {
      html.append(" id=\"").append(run.id()).append('"');
    }
    html.append('>').append(escape(text)).append("</mark>");
  }

  private static void appendQuoteStart(StringBuilder html, List<QuotedText> quotes) {
    for (QuotedText further : quotes.subList(1, quotes.size())) {
      html.append("<span id=\"").append(further.id()).append("\"></span>");
    }
    html.append("<span class=\"doubt ")
        .append(highestSeverity(quotes))
        .append("\" id=\"")
        .append(quotes.getFirst().id())
        .append("\">");
  }

  private static void appendQuoteEnd(StringBuilder html, List<QuotedText> quotes) {
    html.append("</span>");
    quotes.forEach(q -> html.append(buildFindingLink(q)));
  }

  /**
   * Builds the link from a quote to its finding; empty if the page does not show the finding. The
   * style sheet draws the number of the finding, so that copied text does not contain it.
   */
  public static String buildFindingLink(QuotedText quote) {
    if (quote.number() == 0) {
      return "";
    }
    return "<a class=\"doubt-ref "
        + quote.severity()
        + "\" href=\"#"
        + quote.anchor()
        + "\" data-n=\""
        + quote.number()
        + "\" aria-label=\"疑点"
        + quote.number()
        + "\"></a>";
  }

  /**
   * The highest severity among several quotes, as a style class; {@code row} if all of them are
   * words of rows. Words requested by the address, {@code chosen}, come before all severities.
   */
  public static String highestSeverity(List<QuotedText> quotes) {
    for (String severity : List.of("chosen", "proof", "probable", "wording")) {
      if (quotes.stream().anyMatch(q -> q.severity().equals(severity))) {
        return severity;
      }
    }
    return RowAnchors.SEVERITY;
  }

  private static String escape(String text) {
    return HtmlEscape.escapeHtml4Xml(text);
  }
}
