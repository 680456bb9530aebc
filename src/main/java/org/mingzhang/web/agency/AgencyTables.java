package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;

/**
 * The tables of amounts, counts, items and projects on the page of an agency, with years as
 * columns.
 *
 * @param profile the agency
 * @param years columns
 */
record AgencyTables(AgencyProfile profile, List<Integer> years, Labels labels, PortalLinks links) {
  private RowByYearBuilder createLineBuilder(AgencyProfile agency, String perimeter) {
    return new RowByYearBuilder(
        profile.key().region(),
        perimeter,
        years,
        (year, stage) ->
            agency.withPredecessors().stream().anyMatch(each -> each.hasDueDocument(year, stage)),
        labels,
        links);
  }

  /** Creates the fields of the template. */
  Map<String, Object> buildModel(Map<AgencyProfile, ProfileFacts> facts) {
    List<FactHit> whole = new ArrayList<>();
    List<FactHit> items = new ArrayList<>();
    for (AgencyProfile each : profile.withRenamedPredecessors()) {
      whole.addAll(factsOf(facts, each).agencyFacts());
      items.addAll(factsOf(facts, each).itemFacts());
    }
    AgencyAmountTableBuilder tables =
        new AgencyAmountTableBuilder(years, this::createLineBuilder, labels);
    List<AgencyAmountTableBuilder.Table> all =
        new ArrayList<>(tables.buildTables(profile, "", whole));
    for (AgencyProfile former : profile.mergedPredecessors()) {
      all.addAll(tables.buildTables(former, former.name(), factsOf(facts, former).agencyFacts()));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("tables", all);
    model.put("counts", buildCountLines(whole));
    model.putAll(buildItemModel(items));
    return model;
  }

  private static ProfileFacts factsOf(
      Map<AgencyProfile, ProfileFacts> facts, AgencyProfile profile) {
    return facts.getOrDefault(profile, new ProfileFacts(List.of(), List.of()));
  }

  /** Lines of counts such as staff and vehicles. */
  private List<RowByYearBuilder.YearLine> buildCountLines(List<FactHit> facts) {
    Map<String, List<FactHit>> accounts = new TreeMap<>();
    for (FactHit fact : facts) {
      if (fact.kind() == Fact.Kind.COUNT && years.contains(fact.year())) {
        accounts.computeIfAbsent(fact.account(), k -> new ArrayList<>()).add(fact);
      }
    }
    RowByYearBuilder lines = createLineBuilder(profile, SearchRequest.NOT_STATED);
    List<RowByYearBuilder.YearLine> made = new ArrayList<>();
    accounts.forEach(
        (account, members) ->
            made.add(
                lines.buildLine(
                    labels.account(account), "", "", SearchRequest.NOT_STATED, members)));
    return made;
  }

  /** Budget items and projects at the perimeter with the most facts. */
  private Map<String, Object> buildItemModel(List<FactHit> facts) {
    Map.Entry<String, List<FactHit>> most =
        AgencyAmountTableBuilder.groupByPerimeter(facts).entrySet().stream()
            .max(Comparator.comparingInt(e -> e.getValue().size()))
            .orElse(Map.entry(SearchRequest.NOT_STATED, List.of()));
    BudgetItemLines items =
        new BudgetItemLines(most.getValue(), createLineBuilder(profile, most.getKey()), labels);
    Map<String, Object> model = new HashMap<>();
    model.put("codes", items.buildCodeLines());
    model.put("projects", items.buildProjectLines());
    model.put("projectCounts", years.stream().map(items::projectCount).toList());
    model.put(
        "itemsPerimeter", AccountSlice.nameOf(FacetDimension.PERIMETER, most.getKey(), labels));
    return model;
  }
}
