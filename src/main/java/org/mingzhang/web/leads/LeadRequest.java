package org.mingzhang.web.leads;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.render.Labels;

/**
 * A request for leads: {@code /leads?region=&year=&kind=&sort=gap_percent&after=}. Findings and
 * targets are two searches whose hits are merged by their gap; the cursor holds that of both.
 *
 * @param address query and filters as of a search for findings; the order is by the gap in 元 unless
 *     it is by per cent
 * @param part the part of the list
 */
public record LeadRequest(SearchAddress address, LeadTab part) {
  /** Cursor of a search without further hits. */
  static final String ENDED = ".";

  private static final String SEPARATOR = "~";

  /** Reads the parameters of an address. */
  public static LeadRequest decode(Parameters parameters, LeadTab part) {
    SearchAddress given = SearchAddress.decode(parameters);
    SearchAddress address = given.withScope(Scope.FINDINGS);
    Sort sort = given.request().sort() == Sort.GAP_PERCENT ? Sort.GAP_PERCENT : Sort.RELEVANCE;
    String after = given.request().after();
    SearchAddress sorted = address.withSort(sort);
    return new LeadRequest(
        after == null ? sorted : withCursor(sorted, after, given.page() - 1), part);
  }

  private static SearchAddress withCursor(SearchAddress address, String after, int page) {
    return new SearchAddress(address.request(), Math.max(1, page)).withCursor(after);
  }

  /** The order of hits. */
  Sort order() {
    return address.request().sort() == Sort.GAP_PERCENT ? Sort.GAP_PERCENT : Sort.GAP;
  }

  /** The page after the cursors of both searches. */
  SearchAddress withCursors(String findings, String targets) {
    return address.withCursor(findings + SEPARATOR + targets);
  }

  /**
   * The request for findings; empty if this tab shows only targets or all findings were already
   * shown.
   */
  Optional<SearchRequest> findingsRequest() {
    return part.includesFindings() ? continueIfOpen(requestForAllFindings(), 0) : Optional.empty();
  }

  /** The search for targets; empty if the part has none, or none are left. */
  Optional<SearchRequest> targetsRequest() {
    return address.included(Dimension.KIND).isEmpty()
        ? part.targetPart().flatMap(targets -> continueIfOpen(requestForAll(targets), 1))
        : Optional.empty();
  }

  /** All leads of a part, from the first. */
  SearchRequest requestForAll(LeadTab other) {
    return other.met().isEmpty() ? requestForAllFindings() : requestForAllTargets(other);
  }

  private SearchRequest requestForAllFindings() {
    SearchAddress all = address.withSort(order());
    if (!all.included(Dimension.SEVERITY).isEmpty()) {
      return all.request();
    }
    return all.withToggled(Dimension.SEVERITY, Labels.id(Finding.Severity.PROOF))
        .withToggled(Dimension.SEVERITY, Labels.id(Finding.Severity.PROBABLE))
        .request();
  }

  private SearchRequest requestForAllTargets(LeadTab targets) {
    SearchAddress all = address.withScope(Scope.INDICATORS).without(Dimension.MET);
    return all.withToggled(Dimension.MET, targets.met().map(Labels::id).orElseThrow())
        .withQuery((address.request().query() + " " + targets.bound()).strip())
        .withSort(order())
        .request();
  }

  private Optional<SearchRequest> continueIfOpen(SearchRequest all, int place) {
    String after = address.request().after();
    if (after == null) {
      return Optional.of(all);
    }
    List<String> cursors = List.of(after.split(SEPARATOR, -1));
    String own = place < cursors.size() ? cursors.get(place) : ENDED;
    return own.equals(ENDED) ? Optional.empty() : Optional.of(continueAfter(all, own));
  }

  /** A search continued after a cursor, which is empty for the beginning. */
  private static SearchRequest continueAfter(SearchRequest all, @Nullable String cursor) {
    return cursor == null || cursor.isEmpty()
        ? all
        : new SearchAddress(all, 1).withCursor(cursor).request();
  }
}
