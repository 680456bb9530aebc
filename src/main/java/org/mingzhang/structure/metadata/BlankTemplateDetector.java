package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Detects blank forms issued by authorities as templates: names and amounts are placeholders (XX局,
 * XX万元) or missing (为 万元), and hardly any number is filled in. Stateless.
 */
final class BlankTemplateDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BlankTemplateDetector.class);
  private static final PrefilteredPattern PLACEHOLDER = PATTERNS.getPrefiltered("placeholder");
  private static final PrefilteredPattern FILLED_IN_AMOUNT =
      PrefilteredPattern.derive(
          Pattern.compile("(?=\\d)(?<![\\d.])\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元|[%％])"));
  private static final int MIN_PLACEHOLDERS = 8;

  /** Minimum ratio of placeholders to filled-in amounts in a blank form. */
  private static final int MIN_PLACEHOLDER_RATIO = 8;

  private BlankTemplateDetector() {}

  /**
   * The claim that a document is a blank form, with the category {@link Category#OTHER}; null if it
   * is not a blank form.
   */
  static @Nullable MetadataClaim<Category> find(List<DocumentLine> lines) {
    long placeholders =
        lines.stream().mapToLong(line -> PLACEHOLDER.findAll(line.text()).count()).sum();
    if (placeholders < MIN_PLACEHOLDERS) {
      return null;
    }
    long filled =
        lines.stream().mapToLong(line -> FILLED_IN_AMOUNT.findAll(line.text()).count()).sum();
    if (filled * MIN_PLACEHOLDER_RATIO > placeholders) {
      return null;
    }
    DocumentLine first =
        lines.stream().filter(line -> PLACEHOLDER.occursIn(line.text())).findFirst().orElseThrow();
    return new MetadataClaim<>(
        Category.OTHER, DocumentMetadata.BLANK_FORM_RULE, first.text(), first.page());
  }
}
