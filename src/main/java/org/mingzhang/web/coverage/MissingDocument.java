package org.mingzhang.web.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SiteColumn;

/**
 * A document that is expected and not kept.
 *
 * @param region path of the region, joined with a slash
 * @param agency whose it should be
 * @param year fiscal year
 * @param category label of its kind
 * @param otherYears years near it of which the agency has such a document, at most two
 * @param siblings agencies of the region that have one for the year, 0 where that is no reason
 * @param listed whether the agency is on the list of a source
 * @param column column where it should stand, or null where none is known
 */
public record MissingDocument(
    String region,
    String agency,
    int year,
    String category,
    List<Integer> otherYears,
    int siblings,
    boolean listed,
    @Nullable SiteColumn column) {
  /** Copies the list. */
  public MissingDocument {
    otherYears = List.copyOf(otherYears);
  }

  /** Why it is expected, in words. */
  public String reason(Labels labels) {
    List<String> reasons = new ArrayList<>();
    if (!otherYears.isEmpty()) {
      reasons.add(
          labels.text(
              "coverage.expected.years",
              String.join(
                  labels.text("coverage.comma"),
                  otherYears.stream().map(String::valueOf).toList())));
    }
    if (siblings > 0) {
      reasons.add(labels.text("coverage.expected.siblings", "" + siblings));
    }
    if (listed) {
      reasons.add(labels.text("coverage.expected.list"));
    }
    return String.join(labels.text("coverage.semicolon"), reasons);
  }
}
