package org.mingzhang.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.render.Amounts;
import org.mingzhang.web.render.Labels;

/**
 * A hit as listed.
 *
 * @param number 1-based place on the page
 * @param hit the hit
 * @param address where it leads, the words marked
 * @param documentAddress its document
 * @param permalink its address without words and language
 * @param crumbs headings above it
 * @param snippets its passages
 * @param amount amount in 万元, empty unless a figure
 * @param pages pages it occurs on, {@code 3、8、15}
 * @param opensGroup whether it is the first of its document in the list
 * @param score points earned of 100 possible, or -1
 * @param metClass {@code met}, {@code missed} or {@code unknown}
 * @param severityClass short name of a finding's severity
 */
public record HitView(
    int number,
    Hit hit,
    String address,
    String documentAddress,
    String permalink,
    List<String> crumbs,
    List<List<Hit.Fragment>> snippets,
    String amount,
    String pages,
    boolean opensGroup,
    int score,
    String metClass,
    String severityClass) {

  /** The hits of a page of results. */
  static List<HitView> of(List<Hit> hits, String query, Links links) {
    List<HitView> views = new java.util.ArrayList<>();
    String before = "";
    for (Hit hit : hits) {
      views.add(view(views.size() + 1, hit, query, links, !hit.documentId().equals(before)));
      before = hit.documentId();
    }
    return views;
  }

  private static HitView view(int number, Hit hit, String query, Links links, boolean opensGroup) {
    return new HitView(
        number,
        hit,
        links.hit(hit, query),
        links.document(hit.documentId()),
        "/d/" + hit.id(),
        hit.path(),
        hit.snippets(),
        hit.amount() == null ? "" : Amounts.tenThousands(hit.amount()),
        hit.pages().stream().map(String::valueOf).collect(Collectors.joining("、")),
        opensGroup,
        score(hit.values().get("score"), hit.values().get("weight")),
        Labels.metClass(hit.values().get("met")),
        Labels.severityClass(hit.values().get("severity")));
  }

  /** Points earned of points possible in per cent; -1 where either is missing or senseless. */
  public static int score(@Nullable String score, @Nullable String weight) {
    Double earned = number(score);
    Double possible = number(weight);
    if (earned == null || possible == null || possible <= 0 || earned < 0 || earned > possible) {
      return -1;
    }
    return (int) Math.round(100 * earned / possible);
  }

  private static @Nullable Double number(@Nullable String text) {
    return text == null || !text.strip().matches("\\d{1,6}(\\.\\d{1,6})?")
        ? null
        : Double.valueOf(text.strip());
  }

  /** A further column of the scope, empty where there is none. */
  public String value(String name) {
    return hit.values().getOrDefault(name, "");
  }
}
