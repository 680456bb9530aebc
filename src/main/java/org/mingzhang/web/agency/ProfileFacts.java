package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.source.SearchPort;

/**
 * The facts about whole years in the documents of an agency.
 *
 * @param agencyFacts facts about the agency as a whole
 * @param itemFacts facts about its budget items and projects
 */
record ProfileFacts(List<FactHit> agencyFacts, List<FactHit> itemFacts) {
  /** Maximum number of facts in each of the two lists; further ones are ignored. */
  private static final int MAX_FACTS = 20_000;

  static ProfileFacts search(SearchPort search, AgencyProfile profile) {
    SearchUrl all = documentSearch(SearchScope.FACTS, profile);
    return new ProfileFacts(
        read(search, all.withToggled(FacetDimension.ITEM, SearchRequest.NOT_STATED), profile),
        read(
            search,
            all.withToggledExclusion(FacetDimension.ITEM, SearchRequest.NOT_STATED),
            profile));
  }

  /** A search for all rows of a scope in the documents of an agency. */
  static SearchUrl documentSearch(SearchScope scope, AgencyProfile profile) {
    SearchUrl searchUrl = SearchUrl.of("", scope);
    for (String name : profile.names()) {
      searchUrl = searchUrl.withToggled(FacetDimension.AGENCY, name);
    }
    List<String> region = profile.key().region();
    return region.isEmpty()
        ? searchUrl
        : searchUrl.withToggled(FacetDimension.REGION, String.join("/", region));
  }

  private static List<FactHit> read(SearchPort search, SearchUrl searchUrl, AgencyProfile profile) {
    List<FactHit> facts = new ArrayList<>();
    search.forEach(
        searchUrl.request(),
        hit -> {
          FactHit fact = new FactHit(hit);
          boolean own =
              hit.region().equals(profile.key().region())
                  && !fact.isOfUnnamedProject()
                  && profile.isSameEntity(fact.storedValue("entity"));
          if (own && fact.year() != null && fact.isOfWholeYear() && facts.size() < MAX_FACTS) {
            facts.add(fact);
          }
        });
    return facts;
  }
}
