package org.mingzhang.web.results;

import java.util.List;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.FacetView.ListedValue;
import org.unbescape.html.HtmlEscape;

/**
 * Renders the values of a facet as an HTML list for templates to insert unescaped. Templates do not
 * do this themselves, for speed: a result page has hundreds of values with two links each, and
 * filling a template for each took most of the rendering time.
 */
final class FacetListHtml {
  private final Labels labels;
  private final String listStart;
  private final StringBuilder html = new StringBuilder();

  private FacetListHtml(boolean hierarchical, Labels labels) {
    this.labels = labels;
    this.listStart = hierarchical ? "<ul class=\"lines tree\">" : "<ul class=\"lines\">";
  }

  /**
   * Renders the list of values, with the narrower values of each value below it.
   *
   * @param hierarchical whether the values are hierarchical
   */
  static String render(List<ListedValue> listedValues, boolean hierarchical, Labels labels) {
    FacetListHtml list = new FacetListHtml(hierarchical, labels);
    list.appendList(listedValues);
    return list.html.toString();
  }

  private void appendList(List<ListedValue> listedValues) {
    html.append(listStart);
    listedValues.forEach(this::appendValue);
    html.append(listedValues.isEmpty() ? "\n  \n</ul>" : "\n</ul>");
  }

  private void appendValue(ListedValue listedValue) {
    String style = listedValue.selected() ? "selected" : listedValue.excluded() ? "excluded" : "";
    html.append(style.isEmpty() ? "\n  <li>" : "\n  <li class=\"" + style + "\">");
    html.append("\n    <span class=\"line\">");
    appendValueLink(listedValue);
    appendExclusionLink(listedValue);
    html.append("</span>\n    ");
    if (!listedValue.children().isEmpty()) {
      appendBranch(listedValue);
    }
    html.append("\n  </li>");
  }

  private void appendValueLink(ListedValue listedValue) {
    html.append("<a class=\"value\" rel=\"nofollow\" href=\"")
        .append(escape(listedValue.address()))
        .append("\"><span class=\"box\" aria-hidden=\"true\"></span>")
        .append("<span class=\"name\" lang=\"zh-CN\">")
        .append(escape(listedValue.label()))
        .append("</span>");
    if (listedValue.selected()) {
      appendScreenReaderText(labels.text("facet.selected"));
    }
    html.append("<span class=\"count\">").append(listedValue.count()).append("</span></a>");
  }

  private void appendExclusionLink(ListedValue listedValue) {
    String key = listedValue.excluded() ? "facet.include" : "facet.exclude";
    String title = labels.text(key, listedValue.label());
    html.append("<a class=\"not\" rel=\"nofollow\" href=\"")
        .append(escape(listedValue.exclusionAddress()))
        .append("\" title=\"")
        .append(escape(title))
        .append("\"><span aria-hidden=\"true\">−</span>");
    appendScreenReaderText(title);
    html.append("</a>");
  }

  private void appendBranch(ListedValue listedValue) {
    html.append("<details class=\"branch\"")
        .append(listedValue.isExpanded() ? " open=\"open\"" : "")
        .append("><summary>");
    appendScreenReaderText(labels.text("facet.below", listedValue.label()));
    html.append("</summary>\n      ");
    appendList(listedValue.children());
    html.append("</details>");
  }

  private void appendScreenReaderText(String text) {
    html.append("<span class=\"visually-hidden\">").append(escape(text)).append("</span>");
  }

  private static String escape(String text) {
    return HtmlEscape.escapeHtml4Xml(text);
  }
}
