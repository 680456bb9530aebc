package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.leads.LeadList;
import org.mingzhang.web.leads.LeadRequest;
import org.mingzhang.web.leads.LeadTab;

/** Findings and targets of a real index are merged in one order. */
@ExtendWith(SharedPortal.class)
class LeadListTest {
  private final IndexedSearch search;
  private final LeadList leads;

  LeadListTest(RunningPortal portal) {
    search = new IndexedSearch(portal.documents);
    leads = new LeadList(search.port());
  }

  @AfterEach
  void close() throws IOException {
    search.close();
  }

  private static LeadRequest asked(LeadTab part, String... parameters) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], List.of(parameters[i + 1]));
    }
    return LeadRequest.decode(new RequestParameters(values), part);
  }

  private static double key(Hit hit, String gap) {
    String value = hit.values().get(gap);
    return value == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 100})
  void every_page_size_lists_each_lead_once_in_one_order(int size) {
    for (String order : List.of("relevance", "gap_percent")) {
      String gap = order.equals("relevance") ? "gapYuan" : "gapPercent";
      LeadRequest request = asked(LeadTab.ALL, "sort", order, "size", Integer.toString(size));
      List<Hit> all = new ArrayList<>();
      long total = leads.findPage(request).total();
      for (int page = 0; page <= total; page++) {
        LeadList.Page shown = leads.findPage(request);
        assertThat(shown.total() >= shown.hits().size()).isTrue();
        all.addAll(shown.hits());
        if (shown.next() == null) {
          break;
        }
        assertThat(shown.hits()).as("a page before the last").hasSize(size);
        request = new LeadRequest(Objects.requireNonNull(shown.next()), LeadTab.ALL);
      }
      assertThat(all).hasSize((int) total).extracting(Hit::id).doesNotHaveDuplicates();
      assertThat(all).extracting(Hit::scope).contains(SearchScope.FINDINGS, SearchScope.INDICATORS);
      for (int i = 1; i < all.size(); i++) {
        assertThat(key(all.get(i - 1), gap)).isGreaterThanOrEqualTo(key(all.get(i), gap));
      }
    }
  }

  @Test
  void targets_are_those_missed_or_exceeded_by_far() {
    assertThat(leads.findPage(asked(LeadTab.MISSED)).hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.title()).isEqualTo("困难职工慰问"));
    assertThat(leads.findPage(asked(LeadTab.EXCEEDED)).hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.values().get("times")).isEqualTo("5.5"));
    assertThat(leads.findPage(asked(LeadTab.FINDINGS)).hits())
        .extracting(Hit::scope)
        .containsOnly(SearchScope.FINDINGS);
  }

  @Test
  void counts_and_facets_are_those_of_both() {
    LeadRequest all = asked(LeadTab.ALL);
    LeadList.Page page = leads.findPage(all);
    assertThat(page.total())
        .isEqualTo(leads.count(all, LeadTab.FINDINGS) + leads.count(all, LeadTab.MISSED))
        .isEqualTo(leads.count(all, LeadTab.ALL));
    long years =
        page.facets().getOrDefault(FacetDimension.YEAR, List.of()).stream()
            .mapToLong(FacetValue::count)
            .sum();
    assertThat(years).isEqualTo(page.total());
    List<Hit> exported = new ArrayList<>();
    leads.forEach(all, exported::add);
    assertThat(exported).hasSize((int) page.total());
  }

  @Test
  void filters_narrow_both_and_a_kind_shows_findings_alone() {
    LeadList.Page year = leads.findPage(asked(LeadTab.ALL, "year", "2023"));
    assertThat(year.hits())
        .extracting(Hit::scope)
        .contains(SearchScope.FINDINGS, SearchScope.INDICATORS);
    assertThat(year.hits()).extracting(Hit::year).containsOnly(2023);
    LeadList.Page kind = leads.findPage(asked(LeadTab.ALL, "kind", "completion-rate"));
    assertThat(kind.hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.values().get("kind")).isEqualTo("completion-rate"));
  }

  @Test
  void a_cursor_that_was_never_given_out_does_no_harm() {
    assertThat(leads.findPage(asked(LeadTab.ALL, "after", "~")).hits()).isNotEmpty();
    assertThat(leads.findPage(asked(LeadTab.ALL, "after", ".~.")).hits()).isEmpty();
    assertThat(leads.findPage(asked(LeadTab.ALL, "after", "%%%")).hits()).isNotEmpty();
  }
}
