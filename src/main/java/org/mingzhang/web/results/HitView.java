package org.mingzhang.web.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SimilarHitLinker;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.finding.DeviationFormatter;
import org.mingzhang.web.finding.GapFormatter;
import org.mingzhang.web.highlight.HighlightedHtmlRenderer;
import org.mingzhang.web.highlight.TitleHighlighter;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * A hit as shown in a list of results.
 *
 * @param number 1-based position on the page
 * @param hit the hit
 * @param address address of the hit with the query
 * @param documentAddress address of its document
 * @param permalink its address without query and language
 * @param title its title as HTML with matches marked
 * @param crumbs headings above it as HTML with matches marked
 * @param snippets its passages as HTML with matches marked
 * @param amount amount in 万元 for a figure, otherwise empty
 * @param pages pages on which it occurs, such as {@code 3、8、15}
 * @param group document or agency if the hit is the first of a group, otherwise empty
 * @param score points earned as a percentage of possible points, or -1 if unknown
 * @param metClass {@code met}, {@code missed} or {@code unknown}
 * @param severityClass short name of a finding's severity
 * @param similarHits near-duplicate hits that are listed below it
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
    List<HitView> similarHits) {

  /** Builds views of hits without marking matches in their titles and headings. */
  public static List<HitView> withoutHighlights(List<Hit> hits, PortalLinks links) {
    List<HitView> views = new ArrayList<>();
    for (Hit hit : hits) {
      List<List<Hit.Fragment>> texts =
          new ArrayList<>(List.of(TitleHighlighter.toUnmarkedFragments(hit.title())));
      headingsAbove(hit)
          .forEach(heading -> texts.add(TitleHighlighter.toUnmarkedFragments(heading)));
      views.add(buildView(views.size() + 1, hit, "", links, "", texts));
    }
    return views;
  }

  /** Builds the views of the hits of a result page, grouped, with matches marked. */
  static List<HitView> build(
      List<Hit> hits, SearchRequest request, PortalLinks links, SearchPort search) {
    List<String> texts = new ArrayList<>();
    for (Hit hit : hits) {
      texts.add(hit.title());
      texts.addAll(headingsAbove(hit));
    }
    List<List<Hit.Fragment>> marked = TitleHighlighter.highlight(search, request.query(), texts);
    List<HitView> views = new ArrayList<>();
    String before = "";
    int at = 0;
    for (Hit hit : hits) {
      int end = at + 1 + headingsAbove(hit).size();
      String group = groupName(hit, request.grouping());
      String shown = group.equals(before) ? "" : group;
      List<HitView> list =
          hit.values().containsKey(SimilarHitLinker.SIMILAR_TO)
              ? views.getLast().similarHits()
              : views;
      list.add(
          buildView(list.size() + 1, hit, request.query(), links, shown, marked.subList(at, end)));
      before = group;
      at = end;
    }
    return views;
  }

  /** The headings above a hit, without one that repeats the title of the document. */
  private static List<String> headingsAbove(Hit hit) {
    return hit.path().stream().filter(heading -> !heading.equals(hit.documentTitle())).toList();
  }

  private static String groupName(Hit hit, SearchRequest.Grouping grouping) {
    return switch (grouping) {
      case NONE, SIMILAR -> "";
      case DOCUMENT -> hit.documentTitle();
      case AGENCY -> hit.publisher();
    };
  }

  private static HitView buildView(
      int number,
      Hit hit,
      String query,
      PortalLinks links,
      String group,
      List<List<Hit.Fragment>> highlightedTexts) {
    return new HitView(
        number,
        hit,
        links.hit(hit, query),
        links.document(hit.documentId()),
        PortalLinks.row(hit.id()),
        HighlightedHtmlRenderer.render(highlightedTexts.getFirst()),
        renderHtml(highlightedTexts.subList(1, highlightedTexts.size())),
        renderHtml(hit.snippets()),
        hit.amount() == null ? "" : AmountFormat.formatTenThousands(hit.amount()),
        hit.pages().stream().map(String::valueOf).collect(Collectors.joining("、")),
        group,
        scorePercent(hit.values().get("score"), hit.values().get("weight")),
        Labels.targetResultClass(hit.values().get("met")),
        Labels.severityClass(hit.values().get("severity")),
        new ArrayList<>());
  }

  /** Points earned as a percentage of possible points; -1 if either is missing or out of range. */
  public static int scorePercent(@Nullable String score, @Nullable String weight) {
    Double earned = parseNumber(score);
    Double possible = parseNumber(weight);
    if (earned == null || possible == null || possible <= 0 || earned < 0 || earned > possible) {
      return -1;
    }
    return (int) Math.round(100 * earned / possible);
  }

  private static @Nullable Double parseNumber(@Nullable String text) {
    return text == null || !text.strip().matches("\\d{1,6}(\\.\\d{1,6})?")
        ? null
        : Double.valueOf(text.strip());
  }

  private static List<String> renderHtml(List<List<Hit.Fragment>> texts) {
    return texts.stream().map(HighlightedHtmlRenderer::render).toList();
  }

  /**
   * The title of the hit as HTML. Its matches are marked if the first passage, from which they are
   * taken, begins with the title.
   */
  public String name() {
    List<Hit.Fragment> first = hit.snippets().isEmpty() ? List.of() : hit.snippets().getFirst();
    if (!joinText(first).startsWith(hit.title())) {
      return HighlightedHtmlRenderer.render(TitleHighlighter.toUnmarkedFragments(hit.title()));
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
    return HighlightedHtmlRenderer.render(name);
  }

  /** The passages of the hit, except those that only repeat its title. */
  public List<String> passages() {
    return renderHtml(
        hit.snippets().stream().filter(s -> !joinText(s).strip().equals(hit.title())).toList());
  }

  private static String joinText(List<Hit.Fragment> fragments) {
    return fragments.stream().map(Hit.Fragment::text).collect(Collectors.joining());
  }

  /** Number of agencies that have near-duplicates, including the agency of the hit. */
  public long similarAgencies() {
    return Stream.concat(Stream.of(this), similarHits.stream())
        .map(view -> view.hit().publisher())
        .distinct()
        .count();
  }

  /** The number of a fact, empty for other hits. */
  public String factValue() {
    return hit.scope() == SearchScope.FACTS ? new FactHit(hit).formatNumber() : "";
  }

  /**
   * Number of other editions of the disclosure that the index lists for this hit; see {@link
   * #hasMoreEditions}.
   */
  public int otherEditionCount() {
    return Math.max(0, EditionGroup.decode(hit.values()).all().size() - 1);
  }

  /** Whether the index lists only some of the editions for this hit. */
  public boolean hasMoreEditions() {
    return EditionGroup.decode(hit.values()).isIncomplete();
  }

  /** The formats of the other editions, joined with a middle dot. */
  public String formats(Labels labels) {
    return EditionView.joinFormats(hit, labels);
  }

  /** Format of the hit's own document; empty if unknown. */
  public String format(Labels labels) {
    return EditionView.documentFormat(hit, labels);
  }

  /** The gap of a finding as text; empty for other hits. */
  public String gap(Labels labels) {
    return GapFormatter.format(hit, labels);
  }

  /** The deviation of an indicator's result from its target as text; empty if unknown. */
  public String deviation(Labels labels) {
    return DeviationFormatter.format(hit, labels);
  }

  /**
   * The reason why it cannot be decided whether an indicator's target was met; empty if it can be
   * decided.
   */
  public String undecidedReason(Labels labels) {
    return DeviationFormatter.formatUndecidedReason(hit, labels);
  }

  /** The value of another column of the scope; empty if there is none. */
  public String value(String name) {
    return hit.values().getOrDefault(name, "");
  }
}
