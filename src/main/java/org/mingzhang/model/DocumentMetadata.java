package org.mingzhang.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is: whose, where, for which year, of which kind. A value the document does not
 * give is null.
 *
 * @param title title as printed, or composed of agency, year and category
 * @param titleComposed whether no title was printed
 * @param agency full name of the publishing body
 * @param region its administrative division
 * @param year fiscal year the disclosure is about
 * @param category kind of disclosure
 * @param agencyType kind of body
 * @param evidence what each value was read from
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
  /** Rule under which the evidence of the category says that a document is a blank form. */
  public static final String BLANK_FORM = "blank-template";

  /** Field of the evidence that says whether the document has a cover; page 0 where it has none. */
  public static final String COVER = "cover";

  /** Field of the evidence that says whether it has contents; page 0 where it has none. */
  public static final String CONTENTS = "contents";

  /** Copies the evidence. */
  public DocumentMetadata {
    evidence = List.copyOf(evidence);
  }

  /** Whether the document is a blank form, which nobody filled in. */
  public boolean blankForm() {
    return evidence.stream().anyMatch(e -> e.rule().equals(BLANK_FORM));
  }

  /** A copy with more evidence behind its own. */
  public DocumentMetadata withEvidence(List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new DocumentMetadata(
        title, titleComposed, agency, region, year, category, agencyType, all);
  }
}
