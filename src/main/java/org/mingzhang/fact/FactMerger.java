package org.mingzhang.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;

/**
 * Merges the facts of a document. Facts with equal {@link FactKey}s become one if their values
 * agree within the printed precision; the merged fact has all their locations, and the value, unit
 * and printed number of the most exact location. If they do not agree, each value keeps a fact of
 * its own, marked as disputed.
 *
 * <p>Whether a document rounds or truncates its numbers is decided once for the whole document:
 * truncation is assumed if it leaves fewer facts. Facts without a stage, fund, perimeter or year
 * are never marked as disputed. Facts of an account outside the charts are marked only if one
 * section states both values, since in another section the same words may mean a part of something
 * else.
 */
public final class FactMerger {
  private FactMerger() {}

  /**
   * Merges facts that state the same value of one account in one context.
   *
   * @param stated facts with one or more locations, in the order in which the merged facts are to
   *     list them
   * @return the merged facts in the order of their first locations in {@code stated}
   */
  public static List<Fact> merge(List<Fact> stated) {
    Map<FactKey, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : stated) {
      groups.computeIfAbsent(FactKey.of(fact), k -> new ArrayList<>()).add(fact);
    }
    CarryoverBasisResolver carryover = CarryoverBasisResolver.readBalances(stated);
    List<List<Fact>> rounded = new ArrayList<>();
    List<List<Fact>> truncated = new ArrayList<>();
    int moreByRounding = 0;
    for (List<Fact> group : groups.values()) {
      List<Fact> byRounding = mergeGroup(group, PrintedValueInterval.NumberShortening.ROUNDED);
      List<Fact> byTruncation =
          byRounding.size() == 1
              ? byRounding
              : mergeGroup(group, PrintedValueInterval.NumberShortening.TRUNCATED);
      moreByRounding += byRounding.size() - byTruncation.size();
      rounded.add(byRounding);
      truncated.add(byTruncation);
    }
    List<List<Fact>> merged = moreByRounding > 0 ? truncated : rounded;
    return sortInReadingOrder(
        stated,
        merged.stream()
            .map(values -> values.getFirst().disputed() ? carryover.assignBases(values) : values)
            .toList());
  }

  private static List<Fact> sortInReadingOrder(List<Fact> stated, List<List<Fact>> groups) {
    Map<FactLocation, Integer> order = new LinkedHashMap<>();
    for (Fact fact : stated) {
      order.putIfAbsent(fact.locations().getFirst(), order.size());
    }
    return groups.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(f -> order.getOrDefault(f.locations().getFirst(), 0)))
        .toList();
  }

  /** Merges facts with the same key: returns one fact for each group of values that agree. */
  private static List<Fact> mergeGroup(
      List<Fact> group, PrintedValueInterval.NumberShortening shortening) {
    if (group.size() == 1) {
      return group;
    }
    List<Integer> exactFirst = new ArrayList<>(IntStream.range(0, group.size()).boxed().toList());
    exactFirst.sort(Comparator.comparing(i -> PrintedValueInterval.unitInLastPlace(group.get(i))));
    ValueClusters clusters = new ValueClusters();
    for (int member : exactFirst) {
      clusters.add(member, PrintedValueInterval.of(group.get(member), shortening));
    }
    boolean disputed =
        clusters.clusters().size() > 1
            && hasAllDimensions(group.getFirst())
            && (isInChart(group.getFirst().account()) || shareSection(group, clusters.clusters()));
    return clusters.clusters().stream()
        .map(members -> createMergedFact(group, members).withDisputed(disputed))
        .toList();
  }

  private static boolean isInChart(String account) {
    return ChartOfAccounts.agencies().findAccount(account).isPresent()
        || ChartOfAccounts.governments().findAccount(account).isPresent();
  }

  /** Whether a section states values of two clusters. */
  private static boolean shareSection(List<Fact> group, List<List<Integer>> clusters) {
    Set<String> seen = new HashSet<>();
    for (List<Integer> members : clusters) {
      Set<String> sections =
          members.stream()
              .flatMap(m -> group.get(m).locations().stream())
              .map(FactLocation::sectionPath)
              .collect(Collectors.toSet());
      if (sections.stream().anyMatch(seen::contains)) {
        return true;
      }
      seen.addAll(sections);
    }
    return false;
  }

  private static boolean hasAllDimensions(Fact fact) {
    FactContext context = fact.context();
    return context.stage() != null
        && context.fund() != null
        && context.perimeter() != null
        && context.year() != null;
  }

  /**
   * Creates one fact with the value of the most exact printing and all locations in the order of
   * the group.
   *
   * @param memberIndices indices of facts in the group that agree, the most exact first
   */
  private static Fact createMergedFact(List<Fact> group, List<Integer> memberIndices) {
    List<FactLocation> locations =
        memberIndices.stream()
            .sorted()
            .flatMap(m -> group.get(m).locations().stream())
            .distinct()
            .toList();
    return group
        .get(memberIndices.getFirst())
        .withContext(group.getFirst().context())
        .withLocations(locations)
        .withDisputed(false);
  }
}
