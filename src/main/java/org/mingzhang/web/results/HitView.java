package org.mingzhang.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SimilarHits;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.finding.DeviationText;
import org.mingzhang.web.finding.GapText;
import org.mingzhang.web.highlight.HighlightedHtml;
import org.mingzhang.web.highlight.TitleHighlighter;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * A hit as listed.
 *
 * @param number 1-based place on the page
 * @param hit the hit
 * @param address where it leads, the words marked
 * @param documentAddress its document
 * @param permalink its address without words and language
 * @param title its title, the words marked, as HTML like all that follows with marks
 * @param crumbs headings above it, the words marked
 * @param snippets its passages
 * @param amount amount in 万元, empty unless a figure
 * @param pages pages it occurs on, {@code 3、8、15}
 * @param group its document or agency where the list is grouped and it is the first of its group,
 *     else empty
 * @param score points earned of 100 possible, or -1
 * @param metClass {@code met}, {@code missed} or {@code unknown}
 * @param severityClass short name of a finding's severity
 * @param similar hits that say nearly the same and are listed below it
 */
public record HitView(
    int number,
    Hit hit,
    String address,
    String documentAddress,
    String permalink,
    String title,
    List<String> crumbs,
    List<String> snippets,
    String amount,
    String pages,
    String group,
    int score,
    String metClass,
    String severityClass,
    List<HitView> similar) {

  /** Hits without marks. */
  public static List<HitView> plain(List<Hit> hits, Links links) {
    List<HitView> views = new ArrayList<>();
    for (Hit hit : hits) {
      List<List<Hit.Fragment>> texts =
          new ArrayList<>(List.of(TitleHighlighter.plain(hit.title())));
      hit.path().forEach(heading -> texts.add(TitleHighlighter.plain(heading)));
      views.add(view(views.size() + 1, hit, "", links, "", texts));
    }
    return views;
  }

  /** The hits of a page of results in their groups, the words marked where they stand. */
  static List<HitView> of(List<Hit> hits, SearchRequest request, Links links, SearchPort search) {
    List<String> texts = new ArrayList<>();
    for (Hit hit : hits) {
      texts.add(hit.title());
      texts.addAll(hit.path());
    }
    List<List<Hit.Fragment>> marked = TitleHighlighter.highlight(search, request.query(), texts);
    List<HitView> views = new ArrayList<>();
    String before = "";
    int at = 0;
    for (Hit hit : hits) {
      int end = at + 1 + hit.path().size();
      String group = group(hit, request.grouping());
      String shown = group.equals(before) ? "" : group;
      List<HitView> list =
          hit.values().containsKey(SimilarHits.SIMILAR_TO) ? views.getLast().similar() : views;
      list.add(view(list.size() + 1, hit, request.query(), links, shown, marked.subList(at, end)));
      before = group;
      at = end;
    }
    return views;
  }

  private static String group(Hit hit, SearchRequest.Grouping grouping) {
    return switch (grouping) {
      case NONE, SIMILAR -> "";
      case DOCUMENT -> hit.documentTitle();
      case AGENCY -> Catalogue.agency(hit);
    };
  }

  private static HitView view(
      int number,
      Hit hit,
      String query,
      Links links,
      String group,
      List<List<Hit.Fragment>> marked) {
    return new HitView(
        number,
        hit,
        links.hit(hit, query),
        links.document(hit.documentId()),
        "/d/" + hit.id(),
        HighlightedHtml.of(marked.getFirst()),
        html(marked.subList(1, marked.size())),
        html(hit.snippets()),
        hit.amount() == null ? "" : AmountFormat.tenThousands(hit.amount()),
        hit.pages().stream().map(String::valueOf).collect(Collectors.joining("、")),
        group,
        score(hit.values().get("score"), hit.values().get("weight")),
        Labels.metClass(hit.values().get("met")),
        Labels.severityClass(hit.values().get("severity")),
        new ArrayList<>());
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

  private static List<String> html(List<List<Hit.Fragment>> texts) {
    return texts.stream().map(HighlightedHtml::of).toList();
  }

  /** Its title with the words that were found marked. */
  public String name() {
    List<Hit.Fragment> first = hit.snippets().isEmpty() ? List.of() : hit.snippets().getFirst();
    if (!text(first).startsWith(hit.title())) {
      return HighlightedHtml.of(TitleHighlighter.plain(hit.title()));
    }
    List<Hit.Fragment> name = new ArrayList<>();
    int left = hit.title().length();
    for (Hit.Fragment fragment : first) {
      int length = Math.min(left, fragment.text().length());
      if (length > 0) {
        name.add(new Hit.Fragment(fragment.text().substring(0, length), fragment.matched()));
      }
      left -= length;
    }
    return HighlightedHtml.of(name);
  }

  /** Its passages but those that only say its title again. */
  public List<String> passages() {
    return html(hit.snippets().stream().filter(s -> !text(s).strip().equals(hit.title())).toList());
  }

  private static String text(List<Hit.Fragment> fragments) {
    return fragments.stream().map(Hit.Fragment::text).collect(Collectors.joining());
  }

  /** How many agencies say nearly the same, its own among them. */
  public long similarAgencies() {
    return Stream.concat(Stream.of(this), similar.stream())
        .map(view -> Catalogue.agency(view.hit()))
        .distinct()
        .count();
  }

  /** The number of a fact, empty for other hits. */
  public String factValue() {
    return hit.scope() == Scope.FACTS ? new FactHit(hit).shown() : "";
  }

  /** How many other documents are the same disclosure. */
  public int editions() {
    return Math.max(0, Editions.of(hit.values()).all().size() - 1);
  }

  /** Whether there are more of them than the index says of this hit. */
  public boolean moreEditions() {
    return Editions.of(hit.values()).partial();
  }

  /** Their formats. */
  public String formats(Labels labels) {
    return EditionView.formats(hit, labels);
  }

  /** The format of its own document, where that is known. */
  public String format(Labels labels) {
    return EditionView.own(hit, labels);
  }

  /** How far the numbers of a finding are apart, in words; empty for other hits. */
  public String gap(Labels labels) {
    return GapText.of(hit.values().get("gapYuan"), hit.values().get("gapPercent"), labels);
  }

  /** How far an indicator's result is from its target, in words; empty where that is not known. */
  public String deviation(Labels labels) {
    return DeviationText.of(hit, labels);
  }

  /** Why it cannot be told whether an indicator's target was met; empty where it can. */
  public String undecided(Labels labels) {
    return DeviationText.undecided(hit, labels);
  }

  /** A further column of the scope, empty where there is none. */
  public String value(String name) {
    return hit.values().getOrDefault(name, "");
  }
}
