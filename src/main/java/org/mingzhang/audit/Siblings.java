package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;

/**
 * Holds a final account against other documents of the same agency: last year's account, the year's
 * budget, and for a unit its department. Asked when a page is shown, so the answer is right
 * whichever document was added or replaced since. Where two documents could play a part, neither is
 * used.
 */
public final class Siblings {
  private Siblings() {}

  /**
   * A finding that two documents make together.
   *
   * @param finding quotes the document; its other place is one of the other document
   * @param other the other document
   */
  public record Across(Finding finding, Disclosure other) {}

  /** Whether two documents may have to do with each other: same agency and region, near years. */
  public static boolean related(Disclosure document, Disclosure other) {
    DocumentMetadata a = document.metadata();
    DocumentMetadata b = other.metadata();
    return a.agency() != null
        && Objects.equals(a.agency(), b.agency())
        && Objects.equals(a.region(), b.region());
  }

  /** What does not agree between a document and others, in the order of the rules. */
  public static List<Across> compare(Disclosure document, List<Disclosure> others) {
    if (scope(document.metadata().category(), "决算") == null) {
      return List.of();
    }
    List<Across> found = new ArrayList<>();
    add(found, document, one(document, others, Siblings::isLastYear), CrossDocument::lastYear);
    add(found, document, one(document, others, Siblings::isBudget), CrossDocument::budget);
    add(found, document, one(document, others, Siblings::isDepartment), CrossDocument::unit);
    return found;
  }

  private interface Comparison {
    List<Check> apply(Disclosure document, Disclosure other);
  }

  private static void add(
      List<Across> found, Disclosure document, @Nullable Disclosure other, Comparison comparison) {
    if (other != null) {
      comparison.apply(document, other).stream()
          .flatMap(c -> c instanceof Check.Disagrees d ? Stream.of(d.finding()) : Stream.of())
          .filter(f -> found.stream().noneMatch(a -> same(a.finding(), f)))
          .forEach(f -> found.add(new Across(f, other)));
    }
  }

  /** One sentence may state a figure of income and of expenditure: one finding says it. */
  private static boolean same(Finding earlier, Finding later) {
    return earlier.rule().equals(later.rule()) && earlier.quote().equals(later.quote());
  }

  private static @Nullable Disclosure one(
      Disclosure document, List<Disclosure> others, BiPredicate<Disclosure, Disclosure> part) {
    List<Disclosure> fitting =
        others.stream().filter(o -> related(document, o) && part.test(document, o)).toList();
    return fitting.size() == 1 ? fitting.getFirst() : null;
  }

  private static boolean isLastYear(Disclosure document, Disclosure other) {
    return years(document, other) == 1
        && document.metadata().category() == other.metadata().category();
  }

  private static boolean isBudget(Disclosure document, Disclosure other) {
    String own = scope(document.metadata().category(), "决算");
    return years(document, other) == 0
        && own != null
        && own.equals(scope(other.metadata().category(), "预算"));
  }

  private static boolean isDepartment(Disclosure document, Disclosure other) {
    return years(document, other) == 0
        && document.metadata().category() == Category.UNIT_FINAL_ACCOUNTS
        && other.metadata().category() == Category.DEPARTMENT_FINAL_ACCOUNTS;
  }

  private static int years(Disclosure document, Disclosure other) {
    Integer year = document.metadata().year();
    Integer before = other.metadata().year();
    return year == null || before == null ? -1 : year - before;
  }

  /** 部门 or 单位 for a category that ends so; null for others. */
  private static @Nullable String scope(@Nullable Category category, String kind) {
    return category != null && category.label().matches("(?:部门|单位)" + kind)
        ? category.label().substring(0, 2)
        : null;
  }
}
