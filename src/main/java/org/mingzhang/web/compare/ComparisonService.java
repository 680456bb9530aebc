package org.mingzhang.web.compare;

import java.util.List;
import org.mingzhang.account.Headlines;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** Answers the requests of {@link ComparePage} for programs. Safe on many threads. */
public final class ComparisonService {
  /**
   * A comparison in the language of the labels, for programs.
   *
   * @param name what is compared, in the language of the labels
   * @param slice perimeter, fund and stage of an account as text; empty if the subject is not an
   *     account
   * @param unit unit of the numbers, empty where each value has its own
   * @param grid all rows
   * @param startedWith region to which it was restricted because of too many rows, or empty
   * @param address the page that shows the same, without origin
   */
  public record ComparisonResult(
      String name,
      String slice,
      String unit,
      ComparisonGrid grid,
      String startedWith,
      String address) {}

  private final SearchPort search;
  private final Catalogue catalogue;
  private final Comparer comparer;
  private final ComparableNameFinder names;

  /** Compares values of an index. */
  public ComparisonService(SearchPort search, Catalogue catalogue) {
    this.search = search;
    this.catalogue = catalogue;
    this.comparer = new Comparer(search, catalogue);
    this.names = new ComparableNameFinder(search, Headlines.standard().accounts());
  }

  /**
   * Answers a {@link ComparisonRequest}.
   *
   * @throws org.mingzhang.web.address.BadAddressException if a parameter cannot have its value
   */
  public ComparisonResult compare(Parameters parameters, Labels labels, Links links) {
    ResolvedComparison resolved = ResolvedComparison.decode(parameters, search, catalogue, names);
    ComparisonAnswer comparison = comparer.compare(resolved.question(), labels, links);
    ComparisonRequest question = comparison.question();
    return new ComparisonResult(
        ComparePage.name(question, labels),
        AmountControlsModel.describe(question.slice(), labels),
        comparison.unit(),
        comparison.grid(),
        comparison.startedWith(),
        question.parameters().appendTo("/compare"));
  }

  /** The region that a name means, as a path joined with a slash; empty where none has it. */
  public List<String> findRegion(String typed) {
    return RegionLookup.of(catalogue.current().readDocuments()).find(typed).stream().toList();
  }
}
