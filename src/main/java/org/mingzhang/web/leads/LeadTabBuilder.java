package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/**
 * The tabs of the lists of leads, with the number of leads in each under the current filters.
 *
 * @param leads findings and targets
 * @param publicationLeads documents that are gone, were changed or were published late
 */
record LeadTabBuilder(LeadList leads, PublicationLeadFinder publicationLeads) {
  /**
   * Builds the links above a list of leads, one for each list. The link of the current list is
   * marked. Counts the leads of every list.
   *
   * @param request the request with its filters and order
   * @param current path of the current list
   */
  List<ChoiceLink> build(LeadRequest request, String current, Labels labels, PortalLinks links) {
    List<ChoiceLink> tabs = new ArrayList<>();
    SearchUrl first = request.searchUrl().withoutPage();
    for (LeadTab part : LeadTab.values()) {
      SearchUrl kept = part.includesFindings() ? first : first.without(FacetDimension.FINDING_KIND);
      tabs.add(
          buildTab(
              part.id(), part.path(), leads.count(request, part), kept, current, labels, links));
    }
    SearchUrl documents = first.withScope(SearchScope.DOCUMENTS);
    for (PublicationLeadTab part : PublicationLeadTab.values()) {
      long count = publicationLeads.count(part, documents);
      tabs.add(buildTab(part.id(), part.path(), count, documents, current, labels, links));
    }
    return tabs;
  }

  private static ChoiceLink buildTab(
      String id,
      String path,
      long count,
      SearchUrl searchUrl,
      String current,
      Labels labels,
      PortalLinks links) {
    return new ChoiceLink(
        labels.text("leads.part." + id),
        AmountFormat.formatCount(count),
        links.page(PortalLinks.pathWithQuery(path, searchUrl)),
        path.equals(current));
  }
}
