package org.mingzhang.web.transparency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.web.lookup.Catalogue;

/**
 * How much is kept of each place with all below it. Places of which nothing is kept are there as
 * well: that nothing is kept does not mean that nothing was published.
 */
final class PlaceCoverage {
  private final Map<List<String>, Kept> kept = new HashMap<>();
  private final Map<List<String>, List<Division>> divisions = new HashMap<>();

  /** Names of places right below each of which something is kept, in the gazetteer or not. */
  private final Map<List<String>, SortedSet<String>> named = new HashMap<>();

  /** Counts documents. */
  PlaceCoverage(List<Hit> documents, Gazetteer gazetteer) {
    gazetteer.divisions().stream()
        .filter(d -> d.current() && d.rank() != Division.Rank.ZONE)
        .sorted(Comparator.comparing(Division::code))
        .forEach(d -> divisions.computeIfAbsent(above(d), k -> new ArrayList<>()).add(d));
    for (Hit document : documents) {
      List<String> path = document.region();
      for (int depth = 0; depth <= path.size(); depth++) {
        List<String> above = List.copyOf(path.subList(0, depth));
        kept.computeIfAbsent(above, k -> new Kept()).add(document);
        if (depth < path.size()) {
          named.computeIfAbsent(above, k -> new TreeSet<>()).add(path.get(depth));
        }
      }
    }
  }

  private static final class Kept {
    private int documents;
    private final Set<String> agencies = new HashSet<>();
    private final List<DocumentScores> scores = new ArrayList<>();

    void add(Hit document) {
      documents++;
      agencies.add(document.region() + Catalogue.agency(document));
      DocumentScores.of(document).ifPresent(scores::add);
    }
  }

  /**
   * A place.
   *
   * @param path names from the province down
   * @param code its code, empty for places that no list has
   * @param documents documents kept of it and below
   * @param agencies agencies that published them
   * @param scored documents that have a score
   * @param score mean of their scores, empty where there are none
   */
  record Place(
      List<String> path, String code, int documents, int agencies, int scored, String score) {
    /** Its own name. */
    String name() {
      return path.getLast();
    }
  }

  private Place place(List<String> path, String code) {
    Kept of = kept.getOrDefault(path, new Kept());
    return new Place(
        path,
        code,
        of.documents,
        of.agencies.size(),
        of.scores.size(),
        DocumentScores.mean(of.scores));
  }

  /** The mean of all scores; empty where there are none. */
  String score() {
    return DocumentScores.mean(kept.getOrDefault(List.of(), new Kept()).scores);
  }

  /** Divisions right below one, in the order of their codes, then places that no list has. */
  List<Place> below(List<String> path) {
    Map<List<String>, String> places = new LinkedHashMap<>();
    divisions.getOrDefault(path, List.of()).forEach(d -> places.put(d.path(), d.code()));
    named.getOrDefault(path, new TreeSet<>()).forEach(n -> places.putIfAbsent(child(path, n), ""));
    List<Place> below = new ArrayList<>();
    places.forEach((at, code) -> below.add(place(at, code)));
    return below;
  }

  private static List<String> child(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return child;
  }

  private static List<String> above(Division division) {
    Division parent = division.parent();
    return parent == null ? List.of() : parent.path();
  }

  /** All places below one, each before those below it. */
  List<Place> all(List<String> path) {
    List<Place> all = new ArrayList<>();
    for (Place place : below(path)) {
      all.add(place);
      all.addAll(all(place.path()));
    }
    return all;
  }
}
