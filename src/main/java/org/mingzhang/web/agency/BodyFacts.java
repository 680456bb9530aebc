package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.source.SearchPort;

/**
 * What the documents of an agency state of it, for whole years.
 *
 * @param whole facts of the agency as a whole
 * @param items facts of its budget items and projects
 */
record BodyFacts(List<FactHit> whole, List<FactHit> items) {
  /** More facts of an agency are not read. */
  private static final int MOST = 20_000;

  static BodyFacts of(SearchPort search, AgencyBody body) {
    SearchAddress all = documents(Scope.FACTS, body);
    return new BodyFacts(
        read(search, all.toggled(Dimension.ITEM, SearchRequest.NOT_STATED), body),
        read(search, all.toggledExclusion(Dimension.ITEM, SearchRequest.NOT_STATED), body));
  }

  /** Whatever the documents of an agency have of a scope. */
  static SearchAddress documents(Scope scope, AgencyBody body) {
    SearchAddress address = SearchAddress.of("", scope);
    for (String name : body.names()) {
      address = address.toggled(Dimension.AGENCY, name);
    }
    List<String> region = body.key().region();
    return region.isEmpty() ? address : address.toggled(Dimension.REGION, String.join("/", region));
  }

  private static List<FactHit> read(SearchPort search, SearchAddress address, AgencyBody body) {
    List<FactHit> facts = new ArrayList<>();
    search.each(
        address.request(),
        hit -> {
          FactHit fact = new FactHit(hit);
          boolean own = hit.region().equals(body.key().region()) && body.owns(fact.value("entity"));
          if (own && fact.year() != null && fact.ofWholeYear() && facts.size() < MOST) {
            facts.add(fact);
          }
        });
    return facts;
  }
}
