package org.mingzhang.archive;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.TableData;
import org.mingzhang.text.CorrectionMark;

/**
 * Decides whether two disclosures may be versions of one document.
 *
 * <p>They need the same matching key: equal and known agency, year and category. Since an agency
 * publishes a text and its tables, or one report per project, titles must also be equal where both
 * are printed, but for the {@link CorrectionMark} of the newer one, and the texts must be similar
 * ({@link #similarity}). The rules are strict, because a version wrongly taken for a new document
 * is only found twice, while a new document wrongly taken for a version hides another document.
 */
final class VersionMatcher {
  private static final int SHINGLE_LENGTH = 6;
  private static final double MIN_SCORE = 0.5;

  private VersionMatcher() {}

  /**
   * Agency, year and category as one key; empty if one of them is not known or the category is
   * {@link Category#OTHER}.
   */
  static String matchingKey(Disclosure disclosure) {
    DocumentMetadata metadata = disclosure.metadata();
    String agency = metadata.agency() == null ? "" : metadata.agency().strip();
    Category category = metadata.category();
    return agency.isEmpty()
            || metadata.year() == null
            || category == null
            || category == Category.OTHER
        ? ""
        : agency + "|" + metadata.year() + "|" + category.name();
  }

  /** Whether the metadata of two disclosures do not contradict each other. */
  static boolean areCompatible(Disclosure one, Disclosure other) {
    DocumentMetadata a = one.metadata();
    DocumentMetadata b = other.metadata();
    return areCompatibleAgencies(a.agency(), b.agency())
        && areCompatible(a.year(), b.year())
        && areCompatible(a.category(), b.category())
        && areCompatible(regionCode(a), regionCode(b));
  }

  /**
   * Whether two names may be of one agency: one is unknown (null), or they are equal apart from a
   * region before one of them.
   */
  private static boolean areCompatibleAgencies(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return true;
    }
    String a = one.replaceAll("\\s+", "");
    String b = other.replaceAll("\\s+", "");
    return a.endsWith(b) || b.endsWith(a);
  }

  /** Whether two values are equal or one is unknown (null). */
  static boolean areCompatible(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  /** The code of the document's region; null if the region or its code is unknown. */
  private static @Nullable String regionCode(DocumentMetadata metadata) {
    return metadata.region() == null ? null : metadata.region().code();
  }

  /**
   * Similarity of the texts of two disclosures, from 0 to 1: the Dice coefficient of their {@link
   * #shingles}. 0 if the second cannot be a later version of the first, because metadata or titles
   * contradict or only the first is marked as a correction; 0 also below {@link #MIN_SCORE}.
   */
  static double similarity(Disclosure kept, Disclosure offered) {
    String keptTitle = comparableTitle(kept);
    String title = comparableTitle(offered);
    boolean ofOneTitle =
        (keptTitle != null && title != null && CorrectionMark.isIn(title))
            ? CorrectionMark.removeFrom(keptTitle).equals(CorrectionMark.removeFrom(title))
            : areCompatible(keptTitle, title);
    if (!areCompatible(kept, offered) || !ofOneTitle) {
      return 0;
    }
    Set<String> a = shingles(kept);
    Set<String> b = shingles(offered);
    long shared = a.stream().filter(b::contains).count();
    long all = a.size() + b.size() - shared;
    double part = all == 0 ? 0 : 2.0 * shared / (a.size() + b.size());
    return part >= MIN_SCORE ? part : 0;
  }

  /** The title as the document states it, without white space; null if there is none. */
  private static @Nullable String comparableTitle(Disclosure disclosure) {
    DocumentMetadata metadata = disclosure.metadata();
    String title = metadata.titleComposed() ? null : metadata.title();
    return title == null || title.isBlank() ? null : title.replaceAll("\\s+", "");
  }

  private static Set<String> shingles(Disclosure disclosure) {
    String sections =
        disclosure.sections().stream()
            .map(section -> section.title() + section.text())
            .collect(Collectors.joining());
    String tables =
        disclosure.tables().stream()
            .map(VersionMatcher::titleAndText)
            .collect(Collectors.joining());
    return shingles(sections + tables);
  }

  /**
   * The distinct runs of {@link #SHINGLE_LENGTH} characters of a text without white space; empty if
   * it is shorter.
   */
  static Set<String> shingles(String text) {
    String plain = text.replaceAll("\\s+", "");
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE_LENGTH <= plain.length(); i++) {
      shingles.add(plain.substring(i, i + SHINGLE_LENGTH));
    }
    return shingles;
  }

  private static String titleAndText(TableData table) {
    return table.title()
        + table.rows().stream()
            .flatMap(row -> row.stream())
            .filter(Objects::nonNull)
            .collect(Collectors.joining());
  }
}
