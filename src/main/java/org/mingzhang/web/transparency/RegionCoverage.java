package org.mingzhang.web.transparency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;

/**
 * Counts of documents and agencies by region, where each region includes its subordinate regions.
 * Regions without documents are included, because the archive may lack documents that were
 * published.
 */
final class RegionCoverage {
  private final Map<List<String>, RegionTotals> totals = new HashMap<>();
  private final Map<List<String>, List<Division>> divisions = new HashMap<>();

  /** For each region, the names of its children that have documents, in the gazetteer or not. */
  private final Map<List<String>, SortedSet<String>> namesWithDocuments = new HashMap<>();

  /** Creates an instance that counts documents. */
  RegionCoverage(List<Hit> documents, Gazetteer gazetteer) {
    gazetteer.divisions().stream()
        .filter(d -> d.isCurrent() && d.rank() != Division.Rank.ZONE)
        .sorted(Comparator.comparing(Division::code))
        .forEach(d -> divisions.computeIfAbsent(parentPath(d), k -> new ArrayList<>()).add(d));
    for (Hit document : documents) {
      List<String> path = document.region();
      Optional<String> agency = Optional.ofNullable(document.agency()).map(name -> path + name);
      Optional<DisclosureScore> score = DisclosureScore.read(document);
      for (int depth = 0; depth <= path.size(); depth++) {
        List<String> above = List.copyOf(path.subList(0, depth));
        totals.computeIfAbsent(above, k -> new RegionTotals()).add(agency, score);
        if (depth < path.size()) {
          namesWithDocuments.computeIfAbsent(above, k -> new TreeSet<>()).add(path.get(depth));
        }
      }
    }
  }

  /** The sums over the documents of a region and its subordinate regions, under construction. */
  private static final class RegionTotals {
    private int documentCount;
    private final Set<String> agencies = new HashSet<>();
    private final List<DisclosureScore> scores = new ArrayList<>();

    void add(Optional<String> agency, Optional<DisclosureScore> score) {
      documentCount++;
      agency.ifPresent(agencies::add);
      score.ifPresent(scores::add);
    }
  }

  /**
   * The counts of a region.
   *
   * @param path names from the province down
   * @param code GB/T 2260 code; empty unless it is a current division in the gazetteer
   * @param documents number of its documents, including those of subordinate regions
   * @param agencies number of known agencies that published them
   * @param scoredDocuments number of documents with a score
   * @param score mean of their scores in percent for display, as {@link RegionCoverage#score};
   *     empty if there are none
   */
  record RegionCounts(
      List<String> path,
      String code,
      int documents,
      int agencies,
      int scoredDocuments,
      String score) {
    /** The last name of the path. */
    String name() {
      return path.getLast();
    }
  }

  private RegionCounts countRegion(List<String> path, String code) {
    RegionTotals of = totals.getOrDefault(path, new RegionTotals());
    return new RegionCounts(
        path,
        code,
        of.documentCount,
        of.agencies.size(),
        of.scores.size(),
        DisclosureScore.formatMean(of.scores));
  }

  /**
   * Mean of all scores in percent for display, a span such as 80-85 if items are undecided; empty
   * if there are no scores.
   */
  String score() {
    return DisclosureScore.formatMean(totals.getOrDefault(List.of(), new RegionTotals()).scores);
  }

  /**
   * Children of a region: first its current divisions in the order of their codes, with or without
   * documents, then other regions with documents, such as zones, by name.
   */
  List<RegionCounts> children(List<String> path) {
    Map<List<String>, String> places = new LinkedHashMap<>();
    divisions.getOrDefault(path, List.of()).forEach(d -> places.put(d.path(), d.code()));
    namesWithDocuments
        .getOrDefault(path, new TreeSet<>())
        .forEach(n -> places.putIfAbsent(childPath(path, n), ""));
    List<RegionCounts> below = new ArrayList<>();
    places.forEach((at, code) -> below.add(countRegion(at, code)));
    return below;
  }

  private static List<String> childPath(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return child;
  }

  private static List<String> parentPath(Division division) {
    Division parent = division.parent();
    return parent == null ? List.of() : parent.path();
  }

  /** All descendants of a region, each before its own descendants. */
  List<RegionCounts> descendants(List<String> path) {
    List<RegionCounts> all = new ArrayList<>();
    for (RegionCounts place : children(path)) {
      all.add(place);
      all.addAll(descendants(place.path()));
    }
    return all;
  }
}
