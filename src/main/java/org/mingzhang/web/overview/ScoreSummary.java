package org.mingzhang.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Indicator;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.page.HitView;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** What a set of indicator rows looks like as a whole. Filled row by row; not thread-safe. */
public final class ScoreSummary {
  private static final int SHOWN = 20;

  private final int[] tenths = new int[11];
  private final List<Hit> fullThoughMissed = new ArrayList<>();
  private long rows;
  private long met;
  private long missed;
  private long fullThoughMissedCount;
  private long withoutActual;
  private long scored;

  private ScoreSummary() {}

  static ScoreSummary of(SearchPort search, SearchAddress address) {
    ScoreSummary summary = new ScoreSummary();
    search.each(address.request(), summary::add);
    return summary;
  }

  private void add(Hit hit) {
    rows++;
    String answer = hit.values().getOrDefault("met", "");
    int percent = HitView.score(hit.values().get("score"), hit.values().get("weight"));
    boolean failed = answer.equals(Labels.id(Indicator.Met.MISSED));
    met += answer.equals(Labels.id(Indicator.Met.MET)) ? 1 : 0;
    missed += failed ? 1 : 0;
    withoutActual += hit.values().getOrDefault("actual", "").isBlank() ? 1 : 0;
    if (percent >= 0) {
      scored++;
      tenths[percent / 10]++;
    }
    if (failed && percent == 100) {
      fullThoughMissedCount++;
      if (fullThoughMissed.size() < SHOWN) {
        fullThoughMissed.add(hit);
      }
    }
  }

  /** Rows in all. */
  public long rows() {
    return rows;
  }

  /** Rows whose target was met. */
  public long met() {
    return met;
  }

  /** Rows whose target was missed. */
  public long missed() {
    return missed;
  }

  /** Rows of which it cannot be told. */
  public long undecided() {
    return rows - met - missed;
  }

  /** Rows that earned all points although their target was missed. */
  public long fullThoughMissed() {
    return fullThoughMissedCount;
  }

  /** The first of them. */
  public List<Hit> examples() {
    return List.copyOf(fullThoughMissed);
  }

  /** Rows without a result. */
  public long withoutActual() {
    return withoutActual;
  }

  /** Rows with points earned and possible. */
  public long scored() {
    return scored;
  }

  /**
   * A part of the distribution.
   *
   * @param label points earned of 100 possible, {@code 80–89}
   * @param count rows
   * @param share of the longest bar, 0 to 100
   */
  public record Band(String label, int count, int share) {}

  /** Distribution of points earned, in tenths of those possible, the full score apart. */
  public List<Band> bands() {
    int most = 1;
    for (int count : tenths) {
      most = Math.max(most, count);
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 10; i >= 0; i--) {
      String label = i == 10 ? "100" : i * 10 + "–" + (i * 10 + 9);
      bands.add(new Band(label + " %", tenths[i], 100 * tenths[i] / most));
    }
    return bands;
  }
}
