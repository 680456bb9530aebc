package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.structure.metadata.DisclosureKind.Genre;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/**
 * Determines the category. The genre is taken from the title, the headings of the main body, or the
 * file name. Final accounts contain whole evaluations as annexes, so an evaluation counts only if
 * there are no accounts. The scope (department or unit) is taken from the title or from {@link
 * DisclosureScopeResolver}.
 */
final class CategoryResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CategoryResolver.class);
  private static final Pattern FINAL_ACCOUNTS_WORDS = PATTERNS.get("accounts");
  private static final Pattern BUDGET_WORDS = PATTERNS.get("budgets");

  /** A part of the document, possibly mentioned only on the contents page. */
  private static final Pattern PART_HEADING = Pattern.compile("第[一二三四五六七八九十]+部分");

  /** The rule of a kind that no title but a heading or short line of the body names. */
  private static final String BODY_HEADING = "body-heading";

  private static final int MAX_LINES_TO_ANNOUNCEMENT = 60;
  private static final int MAX_BARE_TITLE_LENGTH = 20;

  private static final Pattern ANNOUNCEMENT = PATTERNS.get("category-resolver-announced");
  private static final Pattern WHOLE_AGENCY_EVALUATION = PATTERNS.get("whole");
  private static final Pattern PROJECT_WORDS = PATTERNS.get("project");
  private static final Pattern PROJECT_TITLE = PATTERNS.get("project-title");
  private static final Pattern SELF_EVALUATION_FORM = PATTERNS.get("self");
  private static final Pattern EVALUATION_HEADING = PATTERNS.get("category-resolver-evaluated");

  /**
   * Determines the category of the document: {@link Category#OTHER} if its title names a document
   * of another kind; null if neither title, body nor file name decides it.
   */
  @Nullable MetadataClaim<Category> resolve(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle,
      @Nullable AgencyType type) {
    MetadataClaim<String> sure = NonDisclosureDetector.findDecisiveTitle(sourceText);
    if (sure != null) {
      return sure.withValue(Category.OTHER);
    }
    MetadataClaim<Category> known = resolveByKind(sourceText, title, fileNameTitle, type);
    boolean weak = known == null || isEvaluationByBody(known);
    MetadataClaim<String> other = weak ? NonDisclosureDetector.find(sourceText) : null;
    return other == null ? known : other.withValue(Category.OTHER);
  }

  /**
   * Whether only the headings in the body tell an evaluation; a list of allotted funds has sections
   * on performance as well.
   */
  private static boolean isEvaluationByBody(MetadataClaim<Category> known) {
    return known.rule().equals(BODY_HEADING) && known.value() == Category.PROJECT_SELF_EVALUATION;
  }

  private static @Nullable MetadataClaim<Category> resolveByKind(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle,
      @Nullable AgencyType type) {
    MetadataClaim<DisclosureKind> kind = findKind(sourceText, title, fileNameTitle);
    if (kind == null) {
      return null;
    }
    DisclosureKind known = kind.value();
    if (known.genre() == Genre.EVALUATION) {
      Category which = decideEvaluation(sourceText, kind.quote());
      return which == null ? null : kind.withValue(which);
    }
    if (known.scope() == Scope.UNKNOWN && known.category() == null) {
      MetadataClaim<Scope> scope =
          DisclosureScopeResolver.resolve(sourceText, fileNameTitle, type, kind);
      Category category = scope == null ? null : known.withScope(scope.value()).category();
      return scope == null || category == null
          ? null
          : new MetadataClaim<>(
              category,
              kind.rule() + "+" + scope.rule(),
              kind.quote() + " | " + scope.quote(),
              kind.page());
    }
    Category category = known.category();
    return category == null ? null : kind.withValue(category);
  }

  private static @Nullable MetadataClaim<DisclosureKind> findKind(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    DisclosureKind titled = title == null ? null : title.value().kind();
    boolean goals = titled != null && titled.genre() == Genre.GOALS;
    if (title != null && titled != null && !goals) {
      return title.withValue(titled);
    }
    MetadataClaim<DisclosureKind> body = findKindInBody(sourceText);
    if (body != null
        && (!goals
            || body.value().isBudgetOrFinalAccounts()
            || SELF_EVALUATION_FORM.matcher(body.quote()).find())) {
      return body;
    }
    MetadataClaim<DisclosureKind> bare = body == null ? findBareTitle(sourceText) : null;
    if (bare != null) {
      return bare;
    }
    return fileNameTitle.kind() == null
        ? null
        : new MetadataClaim<>(fileNameTitle.kind(), "file-name", fileNameTitle.text(), 0);
  }

  /**
   * The kind with which a line of the cover begins, which states no year and no agency and is
   * therefore no title by itself: 部门决算公开文本; null if there is none.
   */
  private static @Nullable MetadataClaim<DisclosureKind> findBareTitle(
      MetadataSourceText sourceText) {
    for (DocumentLine line : sourceText.cover()) {
      DisclosureKind kind =
          line.text().length() > MAX_BARE_TITLE_LENGTH
              ? null
              : DisclosureKindFinder.find(line.text()).orElse(null);
      if (kind != null && kind.wordsStart() == 0 && kind.category() != null) {
        return new MetadataClaim<>(kind, "bare-title", line.text(), line.page());
      }
    }
    return null;
  }

  /**
   * The kind of disclosure named by the headings of the main body, or by lines that look like
   * headings; null if none names one.
   */
  private static @Nullable MetadataClaim<DisclosureKind> findKindInBody(
      MetadataSourceText sourceText) {
    List<DocumentLine> headers =
        sourceText.headings().isEmpty() ? sourceText.lines() : sourceText.headings();
    MetadataClaim<DisclosureKind> accounts =
        findFirstHeading(headers, FINAL_ACCOUNTS_WORDS, Genre.FINAL_ACCOUNTS);
    MetadataClaim<DisclosureKind> budget = findFirstHeading(headers, BUDGET_WORDS, Genre.BUDGET);
    if (accounts != null || budget != null) {
      return accounts != null ? accounts : budget;
    }
    List<DocumentLine> parts =
        sourceText.lines().stream()
            .filter(l -> PART_HEADING.matcher(l.text()).lookingAt())
            .toList();
    MetadataClaim<DisclosureKind> announcedPart =
        findFirstHeading(parts, FINAL_ACCOUNTS_WORDS, Genre.FINAL_ACCOUNTS);
    if (announcedPart != null) {
      return announcedPart;
    }
    MetadataClaim<DisclosureKind> evaluation =
        findFirstHeading(headers, EVALUATION_HEADING, Genre.EVALUATION);
    MetadataClaim<DisclosureKind> whole =
        findFirstHeading(headers, WHOLE_AGENCY_EVALUATION, Genre.WHOLE_EXPENDITURE_EVALUATION);
    if (whole != null && evaluation != null) {
      return whole;
    }
    MetadataClaim<DisclosureKind> announced = findAnnouncedKind(sourceText.lines());
    if (announced != null) {
      return announced;
    }
    return evaluation != null
        ? evaluation
        : findFirstHeading(shortLines(sourceText), EVALUATION_HEADING, Genre.EVALUATION);
  }

  /** The kind of disclosure that the introduction names, 现将2025年部门预算公开如下; null for none. */
  private static @Nullable MetadataClaim<DisclosureKind> findAnnouncedKind(
      List<DocumentLine> lines) {
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_LINES_TO_ANNOUNCEMENT, lines)) {
      Matcher words = ANNOUNCEMENT.matcher(line.text());
      if (words.find()) {
        Genre genre = words.group("what").equals("决算") ? Genre.FINAL_ACCOUNTS : Genre.BUDGET;
        Scope scope = words.group("scope").equals("部门") ? Scope.DEPARTMENT : Scope.UNIT;
        return new MetadataClaim<>(
            new DisclosureKind(genre, scope, 0, 0), "announcement", words.group(), line.page());
      }
    }
    return null;
  }

  private static List<DocumentLine> shortLines(MetadataSourceText sourceText) {
    return sourceText.lines().stream().filter(l -> l.text().length() <= 40).toList();
  }

  private static @Nullable MetadataClaim<DisclosureKind> findFirstHeading(
      List<DocumentLine> lines, Pattern pattern, Genre genre) {
    for (DocumentLine line : lines) {
      if (line.text().length() <= 60 && pattern.matcher(line.text()).find()) {
        return new MetadataClaim<>(
            new DisclosureKind(genre, Scope.UNKNOWN, 0, 0), BODY_HEADING, line.text(), line.page());
      }
    }
    return null;
  }

  /**
   * Decides whether an evaluation is of a department or of a project: of the one that more short
   * lines name; if equally many do, it is of a project if the title names one; otherwise null.
   */
  private static @Nullable Category decideEvaluation(MetadataSourceText sourceText, String title) {
    List<DocumentLine> lines = shortLines(sourceText);
    long whole =
        lines.stream().filter(l -> WHOLE_AGENCY_EVALUATION.matcher(l.text()).find()).count();
    long project = lines.stream().filter(l -> PROJECT_WORDS.matcher(l.text()).find()).count();
    if (whole == project) {
      return PROJECT_TITLE.matcher(title).find() ? Category.PROJECT_SELF_EVALUATION : null;
    }
    return whole > project ? Category.DEPARTMENT_SELF_EVALUATION : Category.PROJECT_SELF_EVALUATION;
  }
}
