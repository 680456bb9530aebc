package org.mingzhang.web.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.search.Hit;
import org.mingzhang.web.source.SiteColumn;

/**
 * Which documents are expected and not kept. An agency is expected to have what it has for the year
 * before or after, as far as anybody has it for that year; what at least three agencies and half of
 * those of its region have, where it has anything of that kind at all; and, where a source lists
 * it, what any agency of its region has.
 */
final class CoverageGaps {
  /** Kinds that every department or unit publishes once a year. */
  private static final List<Category> YEARLY =
      List.of(
          Category.DEPARTMENT_BUDGET,
          Category.DEPARTMENT_FINAL_ACCOUNTS,
          Category.UNIT_BUDGET,
          Category.UNIT_FINAL_ACCOUNTS,
          Category.GOVERNMENT_BUDGET,
          Category.GOVERNMENT_FINAL_ACCOUNTS,
          Category.DEPARTMENT_SELF_EVALUATION);

  private static final int FEWEST_SIBLINGS = 3;

  /** Bodies that are listed and have nothing yet are departments. */
  private static final Set<String> LISTED =
      Set.of(Category.DEPARTMENT_BUDGET.label(), Category.DEPARTMENT_FINAL_ACCOUNTS.label());

  /** What an agency has. */
  private static final class Party {
    private final String region;
    private final String agency;
    private final Map<String, Set<Integer>> years = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private boolean listed;

    Party(String region, String agency) {
      this.region = region;
      this.agency = agency;
    }

    boolean has(String category, int year) {
      return years.getOrDefault(category, Set.of()).contains(year);
    }

    /** Whether it has a budget or an account of the same scope, department, unit or government. */
    boolean publishes(String category) {
      return years.keySet().stream().anyMatch(other -> scope(other).equals(scope(category)));
    }
  }

  private static String scope(String category) {
    return category.substring(0, 2);
  }

  private final List<SiteColumn> columns;
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Map<String, List<Party>> regions = new HashMap<>();
  private final Map<String, Set<Integer>> anybody = new HashMap<>();

  private CoverageGaps(List<Hit> documents, List<SiteColumn> columns) {
    this.columns = columns;
    documents.forEach(this::take);
    columns.forEach(this::list);
    parties.values().forEach(p -> regions.computeIfAbsent(p.region, r -> new ArrayList<>()).add(p));
  }

  /**
   * The gaps, by region and agency, the newest years first.
   *
   * @param documents all that are kept
   * @param columns sources, with the agencies that they list
   */
  static List<MissingDocument> of(List<Hit> documents, List<SiteColumn> columns) {
    CoverageGaps coverage = new CoverageGaps(documents, columns);
    List<MissingDocument> gaps = new ArrayList<>();
    coverage.parties.values().forEach(party -> coverage.add(gaps, party));
    gaps.sort(
        Comparator.comparing(MissingDocument::region)
            .thenComparing(MissingDocument::agency)
            .thenComparing(Comparator.comparingInt(MissingDocument::year).reversed())
            .thenComparing(MissingDocument::category));
    return gaps;
  }

  private Party party(String region, String agency) {
    return parties.computeIfAbsent(region + "\n" + agency, k -> new Party(region, agency));
  }

  private void take(Hit row) {
    String agency = row.agency();
    Integer year = row.year();
    String category = row.category();
    if (agency == null || year == null || category == null || !isYearly(category)) {
      return;
    }
    Party party = party(String.join("/", row.region()), agency);
    party.years.computeIfAbsent(category, c -> new TreeSet<>()).add(year);
    anybody.computeIfAbsent(category, c -> new HashSet<>()).add(year);
    String source = row.values().get("source");
    if (source != null) {
      party.sources.merge(source, 1, Integer::sum);
    }
  }

  private static boolean isYearly(String category) {
    return YEARLY.stream().anyMatch(yearly -> yearly.label().equals(category));
  }

  private void list(SiteColumn column) {
    for (String body : column.bodies()) {
      if (!column.region().isEmpty()) {
        party(column.region(), body).listed = true;
      }
    }
  }

  private void add(List<MissingDocument> gaps, Party party) {
    Map<String, Set<Integer>> wanted = new TreeMap<>();
    for (Category yearly : YEARLY) {
      wanted.put(yearly.label(), anybody.getOrDefault(yearly.label(), Set.of()));
    }
    wanted.forEach(
        (category, years) ->
            years.stream()
                .filter(year -> !party.has(category, year))
                .map(year -> gap(party, category, year))
                .filter(Objects::nonNull)
                .forEach(gaps::add));
  }

  private @Nullable MissingDocument gap(Party party, String category, int year) {
    List<Party> region = regions.getOrDefault(party.region, List.of());
    long having = region.stream().filter(p -> p.has(category, year)).count();
    long able = region.stream().filter(p -> p.publishes(category)).count();
    boolean publishes = party.publishes(category);
    List<Integer> near =
        List.of(year - 1, year + 1).stream().filter(y -> party.has(category, y)).toList();
    boolean usual = publishes && having >= FEWEST_SIBLINGS && 2 * having >= able;
    boolean listed =
        party.listed
            && having > 0
            && (publishes || (party.years.isEmpty() && LISTED.contains(category)));
    return near.isEmpty() && !usual && !listed
        ? null
        : new MissingDocument(
            party.region,
            party.agency,
            year,
            category,
            near,
            usual ? (int) having : 0,
            listed,
            column(party, region));
  }

  /** Where the agency's other documents stand, else a column of its own, else of its region. */
  private @Nullable SiteColumn column(Party party, Collection<Party> region) {
    SiteColumn own = named(party.sources);
    if (own != null) {
      return own;
    }
    for (SiteColumn column : columns) {
      if (column.region().equals(party.region) && column.bodies().contains(party.agency)) {
        return column;
      }
    }
    Map<String, Integer> together = new HashMap<>();
    region.forEach(
        p -> p.sources.forEach((name, count) -> together.merge(name, count, Integer::sum)));
    SiteColumn shared = named(together);
    return shared != null
        ? shared
        : columns.stream()
            .filter(c -> c.agency() == null && c.region().equals(party.region))
            .findFirst()
            .orElse(null);
  }

  /** The column from which most documents came, if it belongs to no other body. */
  private @Nullable SiteColumn named(Map<String, Integer> sources) {
    return sources.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(entry -> columns.stream().filter(c -> c.name().equals(entry.getKey())))
        .findFirst()
        .orElse(null);
  }
}
