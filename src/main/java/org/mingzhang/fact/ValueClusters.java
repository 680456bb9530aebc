package org.mingzhang.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of numbers whose intervals overlap, so that they may be the same value. A number joins
 * the oldest cluster whose intersection of intervals overlaps its own interval, or starts a new
 * cluster. The intersections stay disjoint, so that only neighbors in the order of lower bounds
 * need to be tested. Not thread-safe.
 */
final class ValueClusters {
  private final List<List<Integer>> membersByCluster = new ArrayList<>();
  private final TreeMap<BigDecimal, ValueCluster> clustersByLowBound = new TreeMap<>();

  /**
   * The cluster of each interval that was added. Equal intervals belong to the same cluster,
   * because the intersection of a cluster only shrinks.
   */
  private final Map<PrintedValueInterval, ValueCluster> clusterByInterval = new HashMap<>();

  /** Numbers that may be the same, with the interval that they have in common. */
  private static final class ValueCluster {
    private final int index;
    private PrintedValueInterval interval;

    ValueCluster(int index, PrintedValueInterval interval) {
      this.index = index;
      this.interval = interval;
    }
  }

  /**
   * Adds a number to the oldest cluster that it overlaps, or starts a cluster with it.
   *
   * @param member identifies the number
   * @param interval its interval; add the most exact numbers first
   */
  void add(int member, PrintedValueInterval interval) {
    ValueCluster valueCluster = clusterByInterval.get(interval);
    if (valueCluster == null) {
      valueCluster = findOldestOverlapping(interval);
      if (valueCluster == null) {
        valueCluster = new ValueCluster(membersByCluster.size(), interval);
        membersByCluster.add(new ArrayList<>());
      } else {
        clustersByLowBound.remove(valueCluster.interval.low());
        valueCluster.interval = valueCluster.interval.intersect(interval);
      }
      clustersByLowBound.put(valueCluster.interval.low(), valueCluster);
      clusterByInterval.put(interval, valueCluster);
    }
    membersByCluster.get(valueCluster.index).add(member);
  }

  /** The oldest cluster whose intersection overlaps an interval; null if there is none. */
  private @Nullable ValueCluster findOldestOverlapping(PrintedValueInterval interval) {
    BigDecimal from = clustersByLowBound.floorKey(interval.low());
    ValueCluster oldest = null;
    for (ValueCluster valueCluster :
        clustersByLowBound.subMap(from == null ? interval.low() : from, interval.high()).values()) {
      if (!valueCluster.interval.excludes(interval)
          && (oldest == null || valueCluster.index < oldest.index)) {
        oldest = valueCluster;
      }
    }
    return oldest;
  }

  /**
   * The members of each cluster, in the order in which the clusters were started and the members
   * added.
   */
  List<List<Integer>> clusters() {
    return membersByCluster;
  }
}
