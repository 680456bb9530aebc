package org.mingzhang.structure.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.region.Division;
import org.mingzhang.text.PatternTable;

/**
 * Creates the title of a document: the printed title, with the agency added if it is printed on a
 * separate line; or, if no title is printed, a title composed of agency or region, year and
 * category.
 */
final class DocumentTitleBuilder {
  private static final Pattern LEADING_MARKS =
      Pattern.compile("^[•·●◆■★*\\-—]*(?:附件?[0-9一二三四五六七八九十]*[：:、.．\\-—]?)*");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentTitleBuilder.class);
  private static final Pattern CONTENTS_TITLE_AT_END = PATTERNS.get("contents");

  private DocumentTitleBuilder() {}

  private static final Pattern SELF_REFERENCE = PATTERNS.get("self-reference");

  /**
   * The printed title without marks before it and 目录 after it, with the agency added if it is
   * printed on a separate line: 某市2025年市级部门预算（某局）. Null if there is no title or if the text only
   * refers to the document (我区2023年预算调整方案).
   */
  static @Nullable MetadataClaim<String> printedTitleWithAgency(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      @Nullable MetadataClaim<AgencyName> agency) {
    if (title == null || SELF_REFERENCE.matcher(title.value().text()).find()) {
      return null;
    }
    String text =
        CONTENTS_TITLE_AT_END
            .matcher(LEADING_MARKS.matcher(title.value().text()).replaceFirst(""))
            .replaceFirst("");
    DisclosureKind kind = title.value().kind();
    boolean government = kind != null && kind.scope() == DisclosureKind.Scope.GOVERNMENT;
    if (government
        || title.value().agency() != null
        || agency == null
        || text.contains(agency.value().name())) {
      return title.withValue(text);
    }
    String name = agency.value().name();
    boolean before = title.value().place() == null && Character.isDigit(text.charAt(0));
    return title.withValue(before ? name + text : text + "（" + name + "）");
  }

  /**
   * A title composed of agency, year and category, or of the region if there is no agency; null if
   * one of the three is unknown or the category is {@link Category#OTHER}.
   */
  static @Nullable MetadataClaim<String> composeTitle(
      @Nullable String agency,
      @Nullable Division region,
      @Nullable Integer year,
      @Nullable Category category) {
    String owner = agency != null ? agency : region == null ? null : region.name();
    if (owner == null || year == null || category == null || category == Category.OTHER) {
      return null;
    }
    String end = category.label().endsWith("自评") ? "报告" : "";
    String title = owner + year + (category.isBudget() ? "年" : "年度") + category.label() + end;
    return new MetadataClaim<>(title, "composed", title, 0);
  }
}
