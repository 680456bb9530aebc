package org.mingzhang.web.highlight;

import java.util.List;
import org.mingzhang.search.Hit;
import org.unbescape.html.HtmlEscape;

/**
 * Text with marks as HTML, for templates to put in as it is. A page has thousands of such pieces;
 * made here, each costs a string instead of a fragment with two conditions a run.
 */
public final class HighlightedHtml {
  private HighlightedHtml() {}

  /** The text of a hit: what was found is marked. */
  public static String of(List<Hit.Fragment> fragments) {
    StringBuilder html = new StringBuilder();
    for (Hit.Fragment fragment : fragments) {
      if (fragment.matched()) {
        html.append("<mark>").append(escaped(fragment.text())).append("</mark>");
      } else {
        html.append(escaped(fragment.text()));
      }
    }
    return html.toString();
  }

  /**
   * Text of a section: hits are marked and numbered ({@code h3}), so is the number of a fact; what
   * findings quote is underlined and leads to them.
   */
  public static String of(List<MatchHighlighter.Run> runs, List<QuoteLocator.Range> quotes) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    int next = 0;
    for (MatchHighlighter.Run run : runs) {
      int from = at;
      int end = from + run.text().length();
      while (at < end) {
        QuoteLocator.Range quote = next < quotes.size() ? quotes.get(next) : null;
        if (quote != null && quote.start() == at) {
          open(html, quote.quoted());
        }
        int border = quote == null ? end : Math.min(end, quote.border(at));
        run(html, run, run.text().substring(at - from, border - from), at == from);
        at = border;
        if (quote != null && quote.end() == at) {
          close(html, quote.quoted());
          next++;
        }
      }
    }
    return html.toString();
  }

  private static void run(
      StringBuilder html, MatchHighlighter.Run run, String text, boolean first) {
    if (!run.matched()) {
      html.append(escaped(text));
      return;
    }
    html.append("<mark");
    if (first && !run.id().isEmpty()) {
      html.append(" id=\"").append(run.id()).append('"');
    }
    html.append('>').append(escaped(text)).append("</mark>");
  }

  private static void open(StringBuilder html, List<QuotedText> quoted) {
    for (QuotedText further : quoted.subList(1, quoted.size())) {
      html.append("<span id=\"").append(further.id()).append("\"></span>");
    }
    html.append("<span class=\"doubt ")
        .append(mostSevere(quoted))
        .append("\" id=\"")
        .append(quoted.getFirst().id())
        .append("\">");
  }

  private static void close(StringBuilder html, List<QuotedText> quoted) {
    html.append("</span>");
    quoted.forEach(q -> html.append(reference(q)));
  }

  /** A number that leads to the finding; drawn by the style sheet, so that no copy has it. */
  public static String reference(QuotedText quoted) {
    if (quoted.number() == 0) {
      return "";
    }
    return "<a class=\"doubt-ref "
        + quoted.severity()
        + "\" href=\"#"
        + quoted.anchor()
        + "\" data-n=\""
        + quoted.number()
        + "\" aria-label=\"疑点"
        + quoted.number()
        + "\"></a>";
  }

  /** The gravest of several severities. */
  public static String mostSevere(List<QuotedText> quoted) {
    for (String severity : List.of("chosen", "proof", "probable")) {
      if (quoted.stream().anyMatch(q -> q.severity().equals(severity))) {
        return severity;
      }
    }
    return "wording";
  }

  private static String escaped(String text) {
    return HtmlEscape.escapeHtml4Xml(text);
  }
}
