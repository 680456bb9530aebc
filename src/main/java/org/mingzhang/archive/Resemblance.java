package org.mingzhang.archive;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Whether two disclosures may be contents of one document.
 *
 * <p>Needed is the same perimeter: the same agency, year and category, all of them known. That is
 * not enough: an agency publishes a text and its tables, or one report a project, and none of these
 * may take the place of another. So titles, where both are printed, must be the same, and a half of
 * the words. What is wrongly held for two documents is found twice; what is wrongly held for one
 * hides another, which is worse.
 */
final class Resemblance {
  private static final int SHINGLE = 6;
  private static final double ENOUGH = 0.5;

  private Resemblance() {}

  /** Agency, year and category as one key; empty where one of them is not known. */
  static String perimeter(Disclosure disclosure) {
    DocumentMetadata about = disclosure.metadata();
    String agency = about.agency() == null ? "" : about.agency().strip();
    Category category = about.category();
    return agency.isEmpty()
            || about.year() == null
            || category == null
            || category == Category.OTHER
        ? ""
        : agency + "|" + about.year() + "|" + category.name();
  }

  /** Whether nothing that both say of themselves contradicts that they are one document. */
  static boolean compatible(Disclosure one, Disclosure other) {
    DocumentMetadata a = one.metadata();
    DocumentMetadata b = other.metadata();
    return agree(a.agency(), b.agency())
        && agree(a.year(), b.year())
        && agree(a.category(), b.category())
        && agree(code(a), code(b));
  }

  /** Whether both are known and the same, or one is not known. */
  static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static @Nullable String code(DocumentMetadata about) {
    return about.region() == null ? null : about.region().code();
  }

  /** Part of the words that two disclosures share, 0 to 1; 0 where they cannot be one document. */
  static double of(Disclosure one, Disclosure other) {
    if (!compatible(one, other) || !agree(title(one), title(other))) {
      return 0;
    }
    Set<String> a = shingles(one);
    Set<String> b = shingles(other);
    long shared = a.stream().filter(b::contains).count();
    long all = a.size() + b.size() - shared;
    double part = all == 0 ? 0 : 2.0 * shared / (a.size() + b.size());
    return part >= ENOUGH ? part : 0;
  }

  private static @Nullable String title(Disclosure disclosure) {
    DocumentMetadata about = disclosure.metadata();
    String title = about.titleComposed() ? null : about.title();
    return title == null || title.isBlank() ? null : title.replaceAll("\\s+", "");
  }

  private static Set<String> shingles(Disclosure disclosure) {
    String sections =
        disclosure.sections().stream().map(Resemblance::words).collect(Collectors.joining());
    String tables =
        disclosure.tables().stream().map(Resemblance::words).collect(Collectors.joining());
    String text = (sections + tables).replaceAll("\\s+", "");
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= text.length(); i++) {
      shingles.add(text.substring(i, i + SHINGLE));
    }
    return shingles;
  }

  private static String words(Section section) {
    return section.title() + section.text();
  }

  private static String words(TableData table) {
    return table.title()
        + table.rows().stream()
            .flatMap(row -> row.stream())
            .filter(Objects::nonNull)
            .collect(Collectors.joining());
  }
}
