package org.mingzhang.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryField;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/**
 * Filters of findings by the size of their gap, in money or in percent. A choice is a clause of the
 * query, {@code gap:>=100万}, so that it works in the search box, in feeds and in the API.
 *
 * @param id name of the field
 * @param label its name for readers
 * @param choices minimum gaps; the address of the current one removes the filter
 */
public record GapChoices(String id, String label, List<ChoiceLink> choices) {
  private static final List<String> AMOUNT_LIMITS = List.of("1万", "10万", "100万", "1000万");
  private static final List<String> PERCENT_LIMITS = List.of("1%", "5%", "10%", "50%");

  /** Builds the filters for findings; empty for other scopes. */
  static List<GapChoices> build(SearchUrl searchUrl, Labels labels, PortalLinks links) {
    return searchUrl.request().scope() == SearchScope.FINDINGS
        ? List.of(
            build(QueryField.GAP, AMOUNT_LIMITS, "gap.least-amount", searchUrl, labels, links),
            build(
                QueryField.GAP_PERCENT,
                PERCENT_LIMITS,
                "gap.least-percent",
                searchUrl,
                labels,
                links))
        : List.of();
  }

  private static GapChoices build(
      QueryField field,
      List<String> limits,
      String messageKey,
      SearchUrl searchUrl,
      Labels labels,
      PortalLinks links) {
    List<ChoiceLink> choices = new ArrayList<>();
    String query = searchUrl.request().query();
    for (String limit : limits) {
      boolean current = hasClause(query, field, limit);
      choices.add(
          new ChoiceLink(
              labels.text(messageKey, formatLimit(limit, labels)),
              "",
              links.search(searchUrl.withQuery(withLimit(query, field, current ? null : limit))),
              current));
    }
    return new GapChoices(field.id(), labels.text("gap." + field.id()), choices);
  }

  private static String formatLimit(String limit, Labels labels) {
    return limit.endsWith("万")
        ? labels.money(limit.substring(0, limit.length() - 1))
        : limit.replace("%", "");
  }

  private static boolean hasClause(String query, QueryField field, String limit) {
    return (" " + query + " ").contains(" " + buildClause(field, limit) + " ");
  }

  private static String buildClause(QueryField field, String limit) {
    return field.id() + ":>=" + limit;
  }

  /** The query with another minimum gap, or without one. */
  static String withLimit(String query, QueryField field, @Nullable String limit) {
    String rest =
        Pattern.compile("(?<=^|\\s)" + field.id() + ":>=\\S+")
            .matcher(query)
            .replaceAll("")
            .replaceAll("\\s+", " ")
            .strip();
    return limit == null ? rest : (rest + " " + buildClause(field, limit)).strip();
  }
}
