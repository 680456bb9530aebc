package org.mingzhang.web.coverage;

import java.util.ArrayList;
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
import org.mingzhang.web.source.SiteSection;

/**
 * Finds expected documents that are missing. A document of a category and year is only expected if
 * some agency has one. It is then expected of an agency if one of the following holds: the agency
 * has a document of that category for the year before or after; the agency has documents of the
 * same scope, and at least three agencies of its region, which must be at least half of its
 * agencies with documents of the scope, have one for the year; or a source lists the agency,
 * another agency of its region has one, and the agency has documents of the scope or, for the
 * {@link #LISTED_BODY_CATEGORIES}, none at all. The scope of a category is department, unit or
 * government.
 */
final class CoverageGapFinder {
  /** Categories that a department, unit or government publishes once a year. */
  private static final List<Category> YEARLY_CATEGORIES =
      List.of(
          Category.DEPARTMENT_BUDGET,
          Category.DEPARTMENT_FINAL_ACCOUNTS,
          Category.UNIT_BUDGET,
          Category.UNIT_FINAL_ACCOUNTS,
          Category.GOVERNMENT_BUDGET,
          Category.GOVERNMENT_FINAL_ACCOUNTS,
          Category.DEPARTMENT_SELF_EVALUATION);

  private static final int MIN_SIBLINGS = 3;

  /**
   * Categories that are expected of a listed body without documents. A body of which nothing else
   * is known is assumed to be a department.
   */
  private static final Set<String> LISTED_BODY_CATEGORIES =
      Set.of(Category.DEPARTMENT_BUDGET.label(), Category.DEPARTMENT_FINAL_ACCOUNTS.label());

  /** An agency with its documents in the archive. */
  private static final class Publisher {
    private final String region;
    private final String agency;
    private final Map<String, Set<Integer>> yearsByCategory = new HashMap<>();
    private final Map<String, Integer> documentCountBySource = new HashMap<>();
    private boolean listedBySource;

    Publisher(String region, String agency) {
      this.region = region;
      this.agency = agency;
    }

    boolean hasDocument(String category, int year) {
      return yearsByCategory.getOrDefault(category, Set.of()).contains(year);
    }

    /** Whether the agency has any document of the same scope: department, unit or government. */
    boolean hasDocumentOfSameScope(String category) {
      String scope = scope(category);
      for (String other : yearsByCategory.keySet()) {
        if (scope(other).equals(scope)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Numbers of agencies of one region, counted once for all its agencies. */
  private static final class RegionTotals {
    private final Map<String, Map<Integer, Integer>> agenciesByCategoryAndYear = new HashMap<>();
    private final Map<String, Integer> agenciesByScope = new HashMap<>();
    private final Map<String, Integer> documentCountBySource = new HashMap<>();

    void add(Publisher publisher) {
      publisher.yearsByCategory.forEach(
          (category, years) -> {
            Map<Integer, Integer> agencies =
                agenciesByCategoryAndYear.computeIfAbsent(category, c -> new HashMap<>());
            years.forEach(year -> agencies.merge(year, 1, Integer::sum));
          });
      publisher.yearsByCategory.keySet().stream()
          .map(CoverageGapFinder::scope)
          .distinct()
          .forEach(scope -> agenciesByScope.merge(scope, 1, Integer::sum));
      publisher.documentCountBySource.forEach(
          (name, count) -> documentCountBySource.merge(name, count, Integer::sum));
    }

    /** Number of agencies that have a document of a category and year. */
    int countHaving(String category, int year) {
      return agenciesByCategoryAndYear.getOrDefault(category, Map.of()).getOrDefault(year, 0);
    }

    /** Number of agencies that have any document of the scope of a category. */
    int countPublishing(String category) {
      return agenciesByScope.getOrDefault(scope(category), 0);
    }
  }

  /** The scope of a category, which is the first word of its label: 部门, 单位 or 政府. */
  private static String scope(String category) {
    return category.substring(0, 2);
  }

  private final List<SiteSection> siteSections;
  private final Map<String, Publisher> publishers = new LinkedHashMap<>();
  private final Map<String, RegionTotals> totalsByRegion = new HashMap<>();
  private final Map<String, Set<Integer>> publishedYears = new HashMap<>();

  private CoverageGapFinder(List<Hit> documents, List<SiteSection> siteSections) {
    this.siteSections = siteSections;
    documents.forEach(this::addDocument);
    siteSections.forEach(this::addPublishersOfSiteSection);
    publishers
        .values()
        .forEach(p -> totalsByRegion.computeIfAbsent(p.region, r -> new RegionTotals()).add(p));
  }

  /**
   * Finds the missing documents, sorted by region and agency, the newest years first.
   *
   * @param documents all documents
   * @param siteSections site sections of the sources, with the agencies that they list
   */
  static List<MissingDocument> findMissing(List<Hit> documents, List<SiteSection> siteSections) {
    CoverageGapFinder coverage = new CoverageGapFinder(documents, siteSections);
    List<MissingDocument> gaps = new ArrayList<>();
    coverage.publishers.values().forEach(publisher -> coverage.addGaps(gaps, publisher));
    gaps.sort(
        Comparator.comparing(MissingDocument::region)
            .thenComparing(MissingDocument::agency)
            .thenComparing(Comparator.comparingInt(MissingDocument::year).reversed())
            .thenComparing(MissingDocument::category));
    return gaps;
  }

  private Publisher getOrCreatePublisher(String region, String agency) {
    return publishers.computeIfAbsent(region + "\n" + agency, k -> new Publisher(region, agency));
  }

  private void addDocument(Hit row) {
    String agency = row.agency();
    Integer year = row.year();
    String category = row.category();
    if (agency == null || year == null || category == null || !isYearly(category)) {
      return;
    }
    Publisher publisher = getOrCreatePublisher(String.join("/", row.region()), agency);
    publisher.yearsByCategory.computeIfAbsent(category, c -> new TreeSet<>()).add(year);
    publishedYears.computeIfAbsent(category, c -> new HashSet<>()).add(year);
    String source = row.values().get("source");
    if (source != null) {
      publisher.documentCountBySource.merge(source, 1, Integer::sum);
    }
  }

  private static boolean isYearly(String category) {
    return YEARLY_CATEGORIES.stream().anyMatch(yearly -> yearly.label().equals(category));
  }

  private void addPublishersOfSiteSection(SiteSection siteSection) {
    for (String body : siteSection.publishers()) {
      if (!siteSection.region().isEmpty()) {
        getOrCreatePublisher(siteSection.region(), body).listedBySource = true;
      }
    }
  }

  private void addGaps(List<MissingDocument> gaps, Publisher publisher) {
    Map<String, Set<Integer>> wanted = new TreeMap<>();
    for (Category yearly : YEARLY_CATEGORIES) {
      wanted.put(yearly.label(), publishedYears.getOrDefault(yearly.label(), Set.of()));
    }
    wanted.forEach(
        (category, years) ->
            years.stream()
                .filter(year -> !publisher.hasDocument(category, year))
                .map(year -> findGap(publisher, category, year))
                .filter(Objects::nonNull)
                .forEach(gaps::add));
  }

  private @Nullable MissingDocument findGap(Publisher publisher, String category, int year) {
    RegionTotals region = totalsByRegion.getOrDefault(publisher.region, new RegionTotals());
    int having = region.countHaving(category, year);
    boolean publishes = publisher.hasDocumentOfSameScope(category);
    List<Integer> near =
        List.of(year - 1, year + 1).stream()
            .filter(y -> publisher.hasDocument(category, y))
            .toList();
    boolean usual =
        publishes && having >= MIN_SIBLINGS && 2 * having >= region.countPublishing(category);
    boolean listed =
        publisher.listedBySource
            && having > 0
            && (publishes
                || (publisher.yearsByCategory.isEmpty()
                    && LISTED_BODY_CATEGORIES.contains(category)));
    return near.isEmpty() && !usual && !listed
        ? null
        : new MissingDocument(
            publisher.region,
            publisher.agency,
            year,
            category,
            near,
            usual ? having : 0,
            listed,
            findSiteSection(publisher, region));
  }

  /**
   * The site section where the missing document should be: the one of most of the agency's other
   * documents, one that lists the agency, or one of the region; null if there is none.
   */
  private @Nullable SiteSection findSiteSection(Publisher publisher, RegionTotals region) {
    SiteSection own = mostFrequentSiteSection(publisher.documentCountBySource);
    if (own != null) {
      return own;
    }
    for (SiteSection siteSection : siteSections) {
      if (siteSection.region().equals(publisher.region)
          && siteSection.publishers().contains(publisher.agency)) {
        return siteSection;
      }
    }
    SiteSection shared = mostFrequentSiteSection(region.documentCountBySource);
    return shared != null
        ? shared
        : siteSections.stream()
            .filter(c -> c.agency() == null && c.region().equals(publisher.region))
            .findFirst()
            .orElse(null);
  }

  /** The site section from which most documents came; null if none is known. */
  private @Nullable SiteSection mostFrequentSiteSection(
      Map<String, Integer> documentCountBySource) {
    return documentCountBySource.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(entry -> siteSections.stream().filter(c -> c.name().equals(entry.getKey())))
        .findFirst()
        .orElse(null);
  }
}
