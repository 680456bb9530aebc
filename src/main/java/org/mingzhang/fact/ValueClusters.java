package org.mingzhang.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of numbers whose intervals overlap, because they may be the same value. A number joins
 * the oldest cluster whose intersection of intervals meets its own interval, or starts a cluster.
 * The intersections are kept disjoint, so only neighbors in the order of lower bounds need to be
 * tested. Confined to one thread.
 */
final class ValueClusters {
  private final List<List<Integer>> members = new ArrayList<>();
  private final TreeMap<BigDecimal, Cluster> byLow = new TreeMap<>();

  /**
   * The group of each interval that was added. Equal intervals belong to the same group, because
   * the intersection of a group only shrinks.
   */
  private final Map<Interval, Cluster> known = new HashMap<>();

  private static final class Cluster {
    private final int index;
    private Interval interval;

    Cluster(int index, Interval interval) {
      this.index = index;
      this.interval = interval;
    }
  }

  /**
   * Adds a number.
   *
   * @param member identifies the number
   * @param interval its interval; add the most exact numbers first
   */
  void add(int member, Interval interval) {
    Cluster cluster = known.get(interval);
    if (cluster == null) {
      cluster = findOldest(interval);
      if (cluster == null) {
        cluster = new Cluster(members.size(), interval);
        members.add(new ArrayList<>());
      } else {
        byLow.remove(cluster.interval.low());
        cluster.interval = cluster.interval.intersect(interval);
      }
      byLow.put(cluster.interval.low(), cluster);
      known.put(interval, cluster);
    }
    members.get(cluster.index).add(member);
  }

  /** The oldest group that shares a value with an interval, or null. */
  private @Nullable Cluster findOldest(Interval interval) {
    BigDecimal from = byLow.floorKey(interval.low());
    Cluster first = null;
    for (Cluster cluster :
        byLow.subMap(from == null ? interval.low() : from, interval.high()).values()) {
      if (!cluster.interval.excludes(interval) && (first == null || cluster.index < first.index)) {
        first = cluster;
      }
    }
    return first;
  }

  /** The groups in the order in which they were started, each with its first number first. */
  List<List<Integer>> members() {
    return members;
  }
}
