package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Region;

/**
 * Holds a final account against other documents of the same agency: last year's account, the year's
 * budget, and for a unit its department. Where two documents could play a part, neither is used.
 */
public final class RelatedDocumentAudit {
  private static final List<BiPredicate<Party, Party>> PARTS =
      List.of(
          RelatedDocumentAudit::isLastYear,
          RelatedDocumentAudit::isBudget,
          RelatedDocumentAudit::isDepartment);

  private RelatedDocumentAudit() {}

  /**
   * A finding that two documents make together.
   *
   * @param finding quotes the document; its other place is one of the other document
   * @param other the other document
   */
  public record Across(Finding finding, Disclosure other) {}

  /**
   * All that decides whether a document belongs with another.
   *
   * @param agency full name, or null
   * @param region its division and those above, empty where none is stated
   * @param year fiscal year, or null
   * @param category kind of disclosure, or null
   */
  public record Party(
      @Nullable String agency,
      List<String> region,
      @Nullable Integer year,
      @Nullable Category category) {

    private static Party of(Disclosure disclosure) {
      DocumentMetadata metadata = disclosure.metadata();
      Region region = metadata.region();
      return new Party(
          metadata.agency(),
          region == null ? List.of() : region.path(),
          metadata.year(),
          metadata.category());
    }
  }

  /** Whether two documents may have to do with each other: same agency and region. */
  private static boolean related(Party a, Party b) {
    return a.agency() != null
        && Objects.equals(a.agency(), b.agency())
        && a.region().equals(b.region());
  }

  /** Places of those among the others that a document is compared with, each once. */
  public static Set<Integer> counterparts(Party document, List<Party> others) {
    Set<Integer> places = new TreeSet<>();
    if (scope(document.category(), "决算") != null) {
      PARTS.forEach(part -> one(document, others, part).ifPresent(places::add));
    }
    return places;
  }

  /** What does not agree between a document and others, in the order of the rules. */
  public static List<Across> compare(Disclosure document, List<Disclosure> others) {
    Party party = Party.of(document);
    if (scope(party.category(), "决算") == null) {
      return List.of();
    }
    List<Party> parties = others.stream().map(Party::of).toList();
    List<Across> found = new ArrayList<>();
    one(party, parties, RelatedDocumentAudit::isLastYear)
        .ifPresent(i -> add(found, document, others.get(i), DisclosureComparison::lastYear));
    one(party, parties, RelatedDocumentAudit::isBudget)
        .ifPresent(i -> add(found, document, others.get(i), DisclosureComparison::budget));
    one(party, parties, RelatedDocumentAudit::isDepartment)
        .ifPresent(i -> add(found, document, others.get(i), DisclosureComparison::unit));
    return found;
  }

  private interface Comparison {
    List<CheckResult> apply(Disclosure document, Disclosure other);
  }

  private static void add(
      List<Across> found, Disclosure document, Disclosure other, Comparison comparison) {
    comparison.apply(document, other).stream()
        .flatMap(c -> c instanceof CheckResult.Disagrees d ? Stream.of(d.finding()) : Stream.of())
        .filter(f -> found.stream().noneMatch(a -> same(a.finding(), f)))
        .forEach(f -> found.add(new Across(f, other)));
  }

  /** One sentence may state a figure of income and of expenditure: one finding says it. */
  private static boolean same(Finding earlier, Finding later) {
    return earlier.rule().equals(later.rule()) && earlier.quote().equals(later.quote());
  }

  /** Place of the one that plays a part; none where several could. */
  private static Optional<Integer> one(
      Party document, List<Party> others, BiPredicate<Party, Party> part) {
    int found = -1;
    for (int i = 0; i < others.size(); i++) {
      if (related(document, others.get(i)) && part.test(document, others.get(i))) {
        if (found >= 0) {
          return Optional.empty();
        }
        found = i;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  private static boolean isLastYear(Party document, Party other) {
    return years(document, other) == 1 && document.category() == other.category();
  }

  private static boolean isBudget(Party document, Party other) {
    String own = scope(document.category(), "决算");
    return years(document, other) == 0 && own != null && own.equals(scope(other.category(), "预算"));
  }

  private static boolean isDepartment(Party document, Party other) {
    return years(document, other) == 0
        && document.category() == Category.UNIT_FINAL_ACCOUNTS
        && other.category() == Category.DEPARTMENT_FINAL_ACCOUNTS;
  }

  private static int years(Party document, Party other) {
    Integer year = document.year();
    Integer before = other.year();
    return year == null || before == null ? -1 : year - before;
  }

  /** 部门 or 单位 for a category that ends so; null for others. */
  private static @Nullable String scope(@Nullable Category category, String kind) {
    return category != null && category.label().matches("(?:部门|单位)" + kind)
        ? category.label().substring(0, 2)
        : null;
  }
}
