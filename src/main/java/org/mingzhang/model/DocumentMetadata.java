package org.mingzhang.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a document. A value that is not known is null.
 *
 * @param title title as printed or, if none is printed, composed of agency, year and category
 * @param titleComposed whether the title was composed because none is printed
 * @param agency full name of the publishing body
 * @param region administrative division of the agency
 * @param year fiscal year that the document reports on
 * @param category kind of disclosure
 * @param agencyType kind of body
 * @param evidence the words from which each value was read
 */
public record DocumentMetadata(
    @Nullable String title,
    boolean titleComposed,
    @Nullable String agency,
    @Nullable Region region,
    @Nullable Integer year,
    @Nullable Category category,
    @Nullable AgencyType agencyType,
    List<Evidence> evidence) {
  /** Rule of the evidence that a document is a blank form. */
  public static final String BLANK_FORM_RULE = "blank-template";

  /** Field of the evidence about a cover page; its page is 0 if there is none. */
  public static final String COVER_FIELD = "cover";

  /** Field of the evidence about a table of contents; its page is 0 if there is none. */
  public static final String CONTENTS_FIELD = "contents";

  /** Makes an immutable copy of the evidence. */
  public DocumentMetadata {
    evidence = List.copyOf(evidence);
  }

  /** Whether the document is a form that was not filled in. */
  public boolean isBlankForm() {
    return evidence.stream().anyMatch(e -> e.rule().equals(BLANK_FORM_RULE));
  }

  /** A copy with more evidence appended. */
  public DocumentMetadata withEvidence(List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new DocumentMetadata(
        title, titleComposed, agency, region, year, category, agencyType, all);
  }
}
