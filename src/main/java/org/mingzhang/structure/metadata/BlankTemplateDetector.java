package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.text.PatternTable;

/**
 * Detects blank forms issued by authorities as templates: names and amounts are placeholders (XX局,
 * XX万元) or missing (为 万元), and hardly any number is filled in. Stateless.
 */
final class BlankTemplateDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BlankTemplateDetector.class);
  private static final Pattern PLACEHOLDER = PATTERNS.get("placeholder");
  private static final Pattern FILLED_IN_AMOUNT =
      Pattern.compile("(?=\\d)(?<![\\d.])\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元|[%％])");
  private static final int MIN_PLACEHOLDERS = 8;

  /** Minimum ratio of placeholders to filled-in numbers. */
  private static final int MIN_PLACEHOLDER_RATIO = 8;

  private BlankTemplateDetector() {}

  /**
   * The claim that a document is a blank form, with the category {@link Category#OTHER}; null if it
   * is not a blank form.
   */
  static @Nullable MetadataClaim<Category> find(List<DocumentLine> lines) {
    long placeholders = lines.stream().mapToLong(line -> countMatches(PLACEHOLDER, line)).sum();
    if (placeholders < MIN_PLACEHOLDERS) {
      return null;
    }
    long filled = lines.stream().mapToLong(line -> countMatches(FILLED_IN_AMOUNT, line)).sum();
    if (filled * MIN_PLACEHOLDER_RATIO > placeholders) {
      return null;
    }
    DocumentLine first =
        lines.stream()
            .filter(line -> countMatches(PLACEHOLDER, line) > 0)
            .findFirst()
            .orElseThrow();
    return new MetadataClaim<>(
        Category.OTHER, DocumentMetadata.BLANK_FORM_RULE, first.text(), first.page());
  }

  private static long countMatches(Pattern pattern, DocumentLine line) {
    Matcher matcher = pattern.matcher(line.text());
    long count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
