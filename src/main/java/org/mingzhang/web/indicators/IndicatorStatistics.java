package org.mingzhang.web.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.model.Indicator;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.HitView;
import org.mingzhang.web.source.SearchPort;

/** Statistics of a set of indicator rows, collected row by row. Not thread-safe. */
public final class IndicatorStatistics {
  /** Maximum number of rows kept for a selection. */
  private static final int MAX_ROWS = 2_000;

  /** A set of rows that the page can list. */
  public enum RowSelection {
    /**
     * Rows of documents that are not scans, with all of the points (rounded to a whole percentage)
     * although the target was missed.
     */
    FULL_THOUGH_MISSED,
    /**
     * Rows as in {@link #FULL_THOUGH_MISSED} from scans, where recognized signs and digits are less
     * certain.
     */
    FULL_THOUGH_MISSED_SCANNED,
    /** Rows without a result. */
    WITHOUT_ACTUAL;

    /** Name used in addresses and for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The results of the rows under one 一级指标.
   *
   * @param level its name, or empty
   * @param met rows whose target was met
   * @param missed rows whose target was missed
   * @param undecided rows with an undecided result
   */
  public record FirstLevelCounts(String level, int met, int missed, int undecided) {
    /** Number of rows, with and without a result. */
    public int rows() {
      return met + missed + undecided;
    }

    /**
     * A number of rows as a percentage of all rows, rounded; 0 if there are no rows.
     *
     * @param count the number of rows
     */
    public int percent(int count) {
      return rows() == 0 ? 0 : Math.round(100f * count / rows());
    }

    private FirstLevelCounts plus(FirstLevelCounts other) {
      return new FirstLevelCounts(
          level, met + other.met, missed + other.missed, undecided + other.undecided);
    }
  }

  private final int[] countsByPointClass = new int[11];
  private final Map<String, FirstLevelCounts> countsByFirstLevel = new LinkedHashMap<>();
  private final Map<String, Integer> countsByReason = new LinkedHashMap<>();
  private final Map<RowSelection, List<Hit>> keptRows =
      Map.of(
          RowSelection.FULL_THOUGH_MISSED,
          new ArrayList<>(),
          RowSelection.FULL_THOUGH_MISSED_SCANNED,
          new ArrayList<>(),
          RowSelection.WITHOUT_ACTUAL,
          new ArrayList<>());
  private long scannedFullThoughMissedCount;
  private long rowCount;
  private long metCount;
  private long missedCount;
  private long fullThoughMissedCount;
  private long withoutActualCount;
  private long scoredCount;

  IndicatorStatistics() {}

  /** Collects the statistics of all rows of a search, reading each of them. */
  static IndicatorStatistics search(SearchPort search, SearchUrl searchUrl) {
    IndicatorStatistics summary = new IndicatorStatistics();
    search.forEach(searchUrl.request(), summary::add);
    return summary;
  }

  void add(Hit hit) {
    rowCount++;
    String answer = hit.values().getOrDefault("met", "");
    int percent = HitView.scorePercent(hit.values().get("score"), hit.values().get("weight"));
    boolean reached = answer.equals(Labels.id(Indicator.TargetResult.MET));
    boolean failed = answer.equals(Labels.id(Indicator.TargetResult.MISSED));
    metCount += reached ? 1 : 0;
    missedCount += failed ? 1 : 0;
    String level = hit.values().getOrDefault("level1", "");
    countsByFirstLevel.merge(
        level,
        new FirstLevelCounts(level, reached ? 1 : 0, failed ? 1 : 0, reached || failed ? 0 : 1),
        FirstLevelCounts::plus);
    String reason = hit.values().get("undecided");
    if (reason != null) {
      countsByReason.merge(reason, 1, Integer::sum);
    }
    if (percent >= 0) {
      scoredCount++;
      countsByPointClass[percent / 10]++;
    }
    if (failed && percent == 100) {
      boolean scanned = hit.values().containsKey("confidence");
      fullThoughMissedCount += scanned ? 0 : 1;
      scannedFullThoughMissedCount += scanned ? 1 : 0;
      keepFirstRows(
          scanned ? RowSelection.FULL_THOUGH_MISSED_SCANNED : RowSelection.FULL_THOUGH_MISSED, hit);
    }
    if (hit.values().getOrDefault("actual", "").isBlank()) {
      withoutActualCount++;
      keepFirstRows(RowSelection.WITHOUT_ACTUAL, hit);
    }
  }

  private void keepFirstRows(RowSelection selection, Hit hit) {
    List<Hit> hits = selectRows(selection);
    if (hits.size() < MAX_ROWS) {
      hits.add(hit);
    }
  }

  /** The first rows of a selection, at most {@link #MAX_ROWS}, in the order of the search. */
  List<Hit> selectRows(RowSelection selection) {
    return keptRows.getOrDefault(selection, List.of());
  }

  /** Number of rows. */
  public long rows() {
    return rowCount;
  }

  /** Number of rows whose target was met. */
  public long metCount() {
    return metCount;
  }

  /** Number of rows whose target was missed. */
  public long missedCount() {
    return missedCount;
  }

  /** Number of rows with an undecided result. */
  public long undecidedCount() {
    return rowCount - metCount - missedCount;
  }

  /**
   * A reason for undecided results, with its number of rows.
   *
   * @param id id of the reason
   * @param count number of rows with this reason
   */
  public record UndecidedReasonCount(String id, int count) {}

  /** The reasons, most frequent first. */
  public List<UndecidedReasonCount> reasons() {
    return countsByReason.entrySet().stream()
        .map(reason -> new UndecidedReasonCount(reason.getKey(), reason.getValue()))
        .sorted(Comparator.comparingInt(UndecidedReasonCount::count).reversed())
        .toList();
  }

  /** Number of rows of a selection. */
  public long count(RowSelection selection) {
    return switch (selection) {
      case FULL_THOUGH_MISSED -> fullThoughMissedCount;
      case FULL_THOUGH_MISSED_SCANNED -> scannedFullThoughMissedCount;
      case WITHOUT_ACTUAL -> withoutActualCount;
    };
  }

  /** Number of rows that state both the points earned and the points possible. */
  public long scoredCount() {
    return scoredCount;
  }

  /** The results for the most frequent 一级指标, at most eight, the most frequent first. */
  public List<FirstLevelCounts> levels() {
    return countsByFirstLevel.values().stream()
        .filter(l -> !l.level().isEmpty())
        .sorted(Comparator.comparingInt(FirstLevelCounts::rows).reversed())
        .limit(8)
        .toList();
  }

  /**
   * A class of the distribution of points.
   *
   * @param label points earned as a percentage of possible points, such as {@code 80–89 %}
   * @param count number of rows
   * @param percentOfLargest number of rows as a percentage of the number of rows of the largest
   *     class, at least 1 unless there are no rows
   */
  public record PointClass(String label, int count, int percentOfLargest) {}

  /**
   * Distribution of points earned, in classes of ten percent of the possible points, highest first.
   * Full points, rounded to a whole percentage, are a separate class.
   */
  public List<PointClass> pointDistribution() {
    int limit = 1;
    for (int count : countsByPointClass) {
      limit = Math.max(limit, count);
    }
    List<PointClass> pointClasses = new ArrayList<>();
    for (int i = 10; i >= 0; i--) {
      String label = i == 10 ? "100" : i * 10 + "–" + (i * 10 + 9);
      int share = countsByPointClass[i] == 0 ? 0 : Math.max(1, 100 * countsByPointClass[i] / limit);
      pointClasses.add(new PointClass(label + " %", countsByPointClass[i], share));
    }
    return pointClasses;
  }
}
