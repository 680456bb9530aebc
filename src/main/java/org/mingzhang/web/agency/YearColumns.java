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
 * Everything with an amount or a number on the page of an agency, its years as columns.
 *
 * @param body the agency
 * @param years columns
 */
record YearColumns(AgencyBody body, List<Integer> years, Labels labels, Links links) {
  private YearLines lines(AgencyBody of, String perimeter) {
    return new YearLines(
        body.key().region(),
        perimeter,
        years,
        year -> of.all().stream().anyMatch(each -> each.collected(year)),
        labels,
        links);
  }

  /** As the template has it. */
  Map<String, Object> of(Map<AgencyBody, BodyFacts> facts) {
    List<FactHit> whole = new ArrayList<>();
    List<FactHit> items = new ArrayList<>();
    for (AgencyBody each : body.renamed()) {
      whole.addAll(in(facts, each).whole());
      items.addAll(in(facts, each).items());
    }
    BodyTables tables = new BodyTables(years, this::lines, labels);
    List<BodyTables.Table> all = new ArrayList<>(tables.of(body, "", whole));
    for (AgencyBody former : body.merged()) {
      all.addAll(tables.of(former, former.name(), in(facts, former).whole()));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("tables", all);
    model.put("counts", counts(whole));
    model.putAll(items(items));
    return model;
  }

  private static BodyFacts in(Map<AgencyBody, BodyFacts> facts, AgencyBody body) {
    return facts.getOrDefault(body, new BodyFacts(List.of(), List.of()));
  }

  /** Staff, vehicles and whatever else is counted. */
  private List<YearLines.Line> counts(List<FactHit> facts) {
    Map<String, List<FactHit>> accounts = new TreeMap<>();
    for (FactHit fact : facts) {
      if (fact.kind() == Fact.Kind.COUNT) {
        accounts.computeIfAbsent(fact.account(), k -> new ArrayList<>()).add(fact);
      }
    }
    YearLines lines = lines(body, SearchRequest.NOT_STATED);
    List<YearLines.Line> made = new ArrayList<>();
    accounts.forEach((account, of) -> made.add(lines.line(labels.account(account), "", "", of)));
    return made;
  }

  /** Budget items and projects at the perimeter of which most is stated. */
  private Map<String, Object> items(List<FactHit> facts) {
    Map.Entry<String, List<FactHit>> most =
        BodyTables.byPerimeter(facts).entrySet().stream()
            .max(Comparator.comparingInt(e -> e.getValue().size()))
            .orElse(Map.entry(SearchRequest.NOT_STATED, List.of()));
    BodyItems items = new BodyItems(most.getValue(), lines(body, most.getKey()), labels);
    Map<String, Object> model = new HashMap<>();
    model.put("codes", items.codes());
    model.put("projects", items.projects());
    model.put("projectCounts", years.stream().map(items::projects).toList());
    model.put("itemsPerimeter", KeyFigures.perimeter(most.getKey(), labels));
    return model;
  }
}
