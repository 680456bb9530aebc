package org.mingzhang.web.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SiteSection;

/**
 * An expected document that is missing, with the reasons for expecting it.
 *
 * @param region path of the region, joined with a slash
 * @param agency agency that should have published it
 * @param year fiscal year
 * @param category label of its category
 * @param otherYears the year before or after, or both, for which the agency has a document of the
 *     category
 * @param siblings number of agencies of the region that have such a document for the year, 0 if
 *     that is no reason
 * @param agencyIsListed whether a source lists the agency
 * @param siteSection site section where it should be, null if none is known
 */
public record MissingDocument(
    String region,
    String agency,
    int year,
    String category,
    List<Integer> otherYears,
    int siblings,
    boolean agencyIsListed,
    @Nullable SiteSection siteSection) {
  /** Makes an immutable copy of the list. */
  public MissingDocument {
    otherYears = List.copyOf(otherYears);
  }

  /** The reasons as text. */
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
    if (agencyIsListed) {
      reasons.add(labels.text("coverage.expected.list"));
    }
    return String.join(labels.text("coverage.semicolon"), reasons);
  }
}
