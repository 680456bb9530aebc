package org.mingzhang.web.compare;

import java.util.List;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.RegionLookup;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** Answers the requests of {@link ComparePage} for programs. Safe on many threads. */
public final class ComparisonService {
  /**
   * A comparison in the language of the labels, for programs.
   *
   * @param name name of the subject, in the language of the labels
   * @param slice item, perimeter, fund and stage of an account as text; empty if the subject is not
   *     an account, or if no values were found
   * @param unit unit of the numbers, empty if each value has its own
   * @param grid all rows
   * @param startedWith region to which the comparison was restricted because of too many rows, or
   *     empty
   * @param address address of the page that shows the same comparison, without origin
   */
  public record ComparisonResult(
      String name,
      String slice,
      String unit,
      ComparisonGrid grid,
      String startedWith,
      String address) {}

  private final SearchPort search;
  private final DocumentCatalog catalog;
  private final ComparisonReader comparisonReader;
  private final ComparableNameFinder nameFinder;

  /** Creates an instance that compares values of an index. */
  public ComparisonService(SearchPort search, DocumentCatalog catalog) {
    this.search = search;
    this.catalog = catalog;
    this.comparisonReader = new ComparisonReader(search, catalog);
    this.nameFinder = new ComparableNameFinder(search, HeadlineAccounts.standard().accounts());
  }

  /**
   * Answers a {@link ComparisonRequest}.
   *
   * @throws org.mingzhang.web.address.BadParameterException if a parameter has an invalid value
   */
  public ComparisonResult compare(RequestParameters parameters, Labels labels, PortalLinks links) {
    ResolvedComparison resolved =
        ResolvedComparison.decode(parameters, search, catalog, nameFinder);
    ComparisonAnswer comparison = comparisonReader.compare(resolved.question(), labels, links);
    ComparisonRequest question = comparison.question();
    return new ComparisonResult(
        ComparePage.displayName(question, labels),
        question.slice().describe(labels),
        comparison.unit(),
        comparison.grid(),
        comparison.startedWith(),
        question.address());
  }

  /**
   * Finds the region that a typed name means. Returns its path, joined with a slash, as the only
   * element, or an empty list if there is none.
   */
  public List<String> findRegion(String typed) {
    return RegionLookup.of(catalog.currentSnapshot()).find(typed).stream().toList();
  }
}
