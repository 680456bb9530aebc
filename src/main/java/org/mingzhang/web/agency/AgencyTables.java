package org.mingzhang.web.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.Fact;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.compare.YearLines;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.regions.KeyFigures;
import org.mingzhang.web.render.Labels;

/**
 * The tables of amounts, counts, items and projects on the page of an agency, with years as
 * columns.
 *
 * @param profile the agency
 * @param years columns
 */
record AgencyTables(AgencyProfile profile, List<Integer> years, Labels labels, Links links) {
  private YearLines lines(AgencyProfile of, String perimeter) {
    return new YearLines(
        profile.key().region(),
        perimeter,
        years,
        year -> of.withPredecessors().stream().anyMatch(each -> each.collected(year)),
        labels,
        links);
  }

  /** Fields of the template. */
  Map<String, Object> of(Map<AgencyProfile, ProfileFacts> facts) {
    List<FactHit> whole = new ArrayList<>();
    List<FactHit> items = new ArrayList<>();
    for (AgencyProfile each : profile.renamed()) {
      whole.addAll(in(facts, each).whole());
      items.addAll(in(facts, each).items());
    }
    AgencyAmounts tables = new AgencyAmounts(years, this::lines, labels);
    List<AgencyAmounts.Table> all = new ArrayList<>(tables.of(profile, "", whole));
    for (AgencyProfile former : profile.merged()) {
      all.addAll(tables.of(former, former.name(), in(facts, former).whole()));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("tables", all);
    model.put("counts", counts(whole));
    model.putAll(items(items));
    return model;
  }

  private static ProfileFacts in(Map<AgencyProfile, ProfileFacts> facts, AgencyProfile profile) {
    return facts.getOrDefault(profile, new ProfileFacts(List.of(), List.of()));
  }

  /** Lines of counts such as staff and vehicles. */
  private List<YearLines.Line> counts(List<FactHit> facts) {
    Map<String, List<FactHit>> accounts = new TreeMap<>();
    for (FactHit fact : facts) {
      if (fact.kind() == Fact.Kind.COUNT) {
        accounts.computeIfAbsent(fact.account(), k -> new ArrayList<>()).add(fact);
      }
    }
    YearLines lines = lines(profile, SearchRequest.NOT_STATED);
    List<YearLines.Line> made = new ArrayList<>();
    accounts.forEach((account, of) -> made.add(lines.line(labels.account(account), "", "", of)));
    return made;
  }

  /** Budget items and projects at the perimeter with the most facts. */
  private Map<String, Object> items(List<FactHit> facts) {
    Map.Entry<String, List<FactHit>> most =
        AgencyAmounts.byPerimeter(facts).entrySet().stream()
            .max(Comparator.comparingInt(e -> e.getValue().size()))
            .orElse(Map.entry(SearchRequest.NOT_STATED, List.of()));
    ItemLines items = new ItemLines(most.getValue(), lines(profile, most.getKey()), labels);
    Map<String, Object> model = new HashMap<>();
    model.put("codes", items.codes());
    model.put("projects", items.projects());
    model.put("projectCounts", years.stream().map(items::projects).toList());
    model.put("itemsPerimeter", KeyFigures.perimeter(most.getKey(), labels));
    return model;
  }
}
