package org.mingzhang.structure.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/**
 * Determines whether accounts or a budget without a scope in the title are those of a department, a
 * unit or a government, in this order from: matters that only governments report, labels on the
 * cover, the words 部门 and 单位 in headings and text, the file name, labels of tables, and the type of
 * agency.
 */
final class DisclosureScopeResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DisclosureScopeResolver.class);
  private static final Pattern SCOPE = PATTERNS.get("scope");
  private static final Pattern GOVERNMENT_MATTER = PATTERNS.get("government");

  /**
   * The prefix 全区, 全市本级 of a matter. It is dropped, so that a matter named with and without it
   * counts once.
   */
  private static final Pattern TERRITORY_PREFIX = Pattern.compile("^全.(?:本级)?");

  private DisclosureScopeResolver() {}

  /**
   * The scope of a government, if the text contains at least two matters that only whole
   * governments report, such as debt, transfers or revenue of the region; otherwise null.
   */
  private static @Nullable MetadataClaim<Scope> findGovernmentScope(List<DocumentLine> lines) {
    DocumentLine first = null;
    Set<String> matters = new HashSet<>();
    for (DocumentLine line : lines) {
      Matcher matter = GOVERNMENT_MATTER.matcher(line.text());
      while (matter.find()) {
        first = first == null ? line : first;
        matters.add(TERRITORY_PREFIX.matcher(matter.group()).replaceFirst("").substring(0, 2));
      }
    }
    return first == null || matters.size() < 2
        ? null
        : new MetadataClaim<>(
            Scope.GOVERNMENT, "matters-of-government", first.text(), first.page());
  }

  /** Determines whose accounts the document discloses; null if no rule determines it. */
  static @Nullable MetadataClaim<Scope> resolve(
      MetadataSourceText sourceText,
      ParsedDisclosureTitle fileNameTitle,
      @Nullable AgencyType type,
      MetadataClaim<DisclosureKind> kind) {
    MetadataClaim<Scope> government = findGovernmentScope(sourceText.lines());
    if (government != null) {
      return government;
    }
    for (DocumentLine line : sourceText.cover()) {
      Scope labeled =
          AgencyLabelReader.hasAgencyLabel(line.text())
              ? AgencyLabelReader.impliedScope(line.text())
              : Scope.UNKNOWN;
      if (labeled != Scope.UNKNOWN) {
        return new MetadataClaim<>(labeled, "label", line.text(), line.page());
      }
    }
    MetadataClaim<Scope> counted = findMoreFrequentScope(sourceText.headings(), "headings");
    if (counted == null) {
      counted = findMoreFrequentScope(sourceText.lines(), "words-used");
    }
    if (counted != null) {
      return counted;
    }
    DisclosureKind named = fileNameTitle.kind();
    if (named != null && named.genre() == kind.value().genre() && named.scope() != Scope.UNKNOWN) {
      return new MetadataClaim<>(named.scope(), "file-name", fileNameTitle.text(), 0);
    }
    MetadataClaim<Scope> itself = findUnitScope(sourceText.lines());
    if (itself != null) {
      return itself;
    }
    return type == null
        ? null
        : new MetadataClaim<>(usualScope(type), "kind-of-body", type.label(), 0);
  }

  /**
   * The scope of one unit if labels of tables name an own office or single unit, 部门：某局本级, and none
   * names any other agency; otherwise null.
   */
  private static @Nullable MetadataClaim<Scope> findUnitScope(List<DocumentLine> lines) {
    DocumentLine first = null;
    for (DocumentLine line : lines) {
      AgencyName name =
          AgencyLabelReader.hasAgencyLabel(line.text())
              ? AgencyLabelReader.read(line).map(MetadataClaim::value).orElse(null)
              : null;
      if (name != null && name.hasAgencyEnding() && name.impliedScope() != Scope.UNIT) {
        return null;
      }
      first = first == null && name != null && name.impliedScope() == Scope.UNIT ? line : first;
    }
    return first == null
        ? null
        : new MetadataClaim<>(Scope.UNIT, "label", first.text(), first.page());
  }

  /**
   * The scope, department or unit, that the lines name at least one and a half times as often as
   * the other. If both are named equally often, the result of {@link #findNamedScope}; otherwise
   * null.
   */
  private static @Nullable MetadataClaim<Scope> findMoreFrequentScope(
      List<DocumentLine> lines, String rule) {
    int department = 0;
    int unit = 0;
    for (DocumentLine line : lines) {
      Matcher scope = SCOPE.matcher(line.text());
      while (scope.find()) {
        String word = scope.group("scope") == null ? scope.group("head") : scope.group("scope");
        if ("部门".equals(word)) {
          department++;
        } else {
          unit++;
        }
      }
    }
    if (department == unit) {
      return department > 0 ? findNamedScope(lines, rule) : null;
    }
    Scope more = department > unit ? Scope.DEPARTMENT : Scope.UNIT;
    return 2 * Math.max(department, unit) < 3 * Math.min(department, unit)
        ? null
        : new MetadataClaim<>(more, rule, "部门 " + department + " · 单位 " + unit, 0);
  }

  /**
   * The scope in the name of the accounts, used if headings for department and unit are equally
   * frequent; null if it is not stated or differs between lines.
   */
  private static @Nullable MetadataClaim<Scope> findNamedScope(
      List<DocumentLine> lines, String rule) {
    MetadataClaim<Scope> found = null;
    for (DocumentLine line : lines) {
      Matcher scope = SCOPE.matcher(line.text());
      while (scope.find()) {
        String word = scope.group("scope");
        Scope statedScope = "部门".equals(word) ? Scope.DEPARTMENT : Scope.UNIT;
        if (word != null && found != null && found.value() != statedScope) {
          return null;
        }
        found =
            word == null ? found : new MetadataClaim<>(statedScope, rule, line.text(), line.page());
      }
    }
    return found;
  }

  /**
   * The usual scope of an agency type: schools, hospitals and institutions are units, a whole
   * government is a government, and the others are departments.
   */
  private static Scope usualScope(AgencyType type) {
    return switch (type) {
      case SCHOOL, HOSPITAL, INSTITUTION -> Scope.UNIT;
      case GOVERNMENT_AS_WHOLE -> Scope.GOVERNMENT;
      default -> Scope.DEPARTMENT;
    };
  }
}
