package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Region;

/**
 * Compares a final account with other documents of the same agency: last year's account, the year's
 * budget, and for a unit the account of its department. If several documents qualify as the same
 * counterpart, none of them is compared.
 */
public final class RelatedDocumentAudit {
  private RelatedDocumentAudit() {}

  /**
   * A finding that quotes two documents of one agency.
   *
   * @param finding quotes the document; its second location is in the other document
   */
  public record RelatedFinding(Finding finding, Disclosure otherDisclosure) {}

  /**
   * The metadata that decide whether two documents are compared.
   *
   * @param agency full name, or null
   * @param region its division and the divisions above it, empty if none is stated
   */
  public record DocumentProfile(
      @Nullable String agency,
      List<String> region,
      @Nullable Integer year,
      @Nullable Category category) {
    private static DocumentProfile of(Disclosure disclosure) {
      DocumentMetadata metadata = disclosure.metadata();
      Region region = metadata.region();
      return new DocumentProfile(
          metadata.agency(),
          region == null ? List.of() : region.path(),
          metadata.year(),
          metadata.category());
    }

    /**
     * Whether another document is of the same agency and region, and its year is earlier by {@code
     * years}.
     */
    private boolean isOfSameAgencyYearsAfter(DocumentProfile other, int years) {
      return agency != null
          && agency.equals(other.agency)
          && region.equals(other.region)
          && year != null
          && other.year != null
          && year - other.year == years;
    }

    /**
     * The scope at the beginning of a category, 部门 or 单位, if the category ends with the given kind;
     * null otherwise.
     */
    private @Nullable String categoryScope(String kind) {
      return category != null && category.label().matches("(?:部门|单位)" + kind)
          ? category.label().substring(0, 2)
          : null;
    }

    private boolean isFinalAccount() {
      return categoryScope("决算") != null;
    }
  }

  /** The role of another document in the comparison, in the order of the rules. */
  private enum DocumentRole {
    LAST_YEAR,
    BUDGET,
    DEPARTMENT;

    boolean matches(DocumentProfile document, DocumentProfile other) {
      return document.isOfSameAgencyYearsAfter(other, this == LAST_YEAR ? 1 : 0)
          && switch (this) {
            case LAST_YEAR -> document.category() == other.category();
            case BUDGET -> Objects.equals(document.categoryScope("决算"), other.categoryScope("预算"));
            case DEPARTMENT ->
                document.category() == Category.UNIT_FINAL_ACCOUNTS
                    && other.category() == Category.DEPARTMENT_FINAL_ACCOUNTS;
          };
    }

    /** Index of the only document that qualifies for this role; empty if none or several do. */
    Optional<Integer> findUniqueIndex(DocumentProfile document, List<DocumentProfile> others) {
      List<Integer> found =
          IntStream.range(0, others.size())
              .filter(i -> matches(document, others.get(i)))
              .boxed()
              .toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<CheckResult> compare(Disclosure document, Disclosure other) {
      return switch (this) {
        case LAST_YEAR -> DisclosureComparison.compareWithLastYear(document, other);
        case BUDGET -> DisclosureComparison.compareWithBudget(document, other);
        case DEPARTMENT -> DisclosureComparison.compareUnitWithDepartment(document, other);
      };
    }
  }

  /**
   * Indices of the other documents with which a document is compared, in ascending order; empty
   * unless it is the final account of a department or unit.
   */
  public static Set<Integer> findCounterparts(
      DocumentProfile document, List<DocumentProfile> others) {
    Set<Integer> places = new TreeSet<>();
    if (document.isFinalAccount()) {
      for (DocumentRole role : DocumentRole.values()) {
        role.findUniqueIndex(document, others).ifPresent(places::add);
      }
    }
    return places;
  }

  /**
   * The findings between a document and others, in the order of the rules; empty unless the
   * document is the final account of a department or unit.
   */
  public static List<RelatedFinding> compare(Disclosure document, List<Disclosure> others) {
    DocumentProfile profile = DocumentProfile.of(document);
    List<DocumentProfile> parties = others.stream().map(DocumentProfile::of).toList();
    List<RelatedFinding> found = new ArrayList<>();
    for (DocumentRole role :
        profile.isFinalAccount() ? DocumentRole.values() : new DocumentRole[0]) {
      role.findUniqueIndex(profile, parties)
          .map(others::get)
          .ifPresent(other -> addFindings(found, role.compare(document, other), other));
    }
    return found;
  }

  /**
   * Adds the findings of one comparison; of several findings of a rule with the same quote, only
   * the first is kept.
   */
  private static void addFindings(
      List<RelatedFinding> found, List<CheckResult> checks, Disclosure other) {
    for (Finding finding : CheckResult.findingsOf(checks)) {
      if (found.stream()
          .map(RelatedFinding::finding)
          .noneMatch(f -> f.rule().equals(finding.rule()) && f.quote().equals(finding.quote()))) {
        found.add(new RelatedFinding(finding, other));
      }
    }
  }
}
