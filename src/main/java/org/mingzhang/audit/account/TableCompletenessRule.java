package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.DisclosureTableKind;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Checks that all nine tables of a department's final account are present, that an empty table of a
 * fund has an explanation, that a table without numbers has no stated total, and that a table with
 * amounts has no note that it is empty. A table is reported as missing only if all others are
 * present and no table of unknown name has amounts. Documents of governments are not checked; a
 * document that describes its agency but explains no amounts is undecided.
 */
public final class TableCompletenessRule implements Rule {
  /**
   * Minimum number of tables with amounts for reporting one without numbers; with fewer, the tables
   * of the file probably were not read.
   */
  private static final int MIN_FILLED_TABLES = 4;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TableCompletenessRule.class);
  private static final Pattern TABLE_HEADING = PATTERNS.get("table-heading");

  private static final Pattern DENIAL = PATTERNS.get("denial");

  private static final Pattern TABLE_NUMBER = Pattern.compile("公开(\\d{2})表");
  private static final Pattern STATED_AMOUNT = Pattern.compile("\\d万?元[，。；]");

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    if (hasOverviewButNoAmounts(document)) {
      return List.of(CheckResult.undecided("explanation-missing"));
    }
    Category category = document.disclosure().metadata().category();
    if (category != null && category.isAboutWholeGovernment()) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    if (category == Category.DEPARTMENT_FINAL_ACCOUNTS) {
      checks.add(createMissingTableFinding(document));
    }
    boolean read =
        document.tables().stream().filter(t -> !hasNoAmounts(t)).count() >= MIN_FILLED_TABLES;
    EmptyTableNoteChecks emptyTableNotes = EmptyTableNoteChecks.create(document);
    for (int index = 0; index < document.tables().size(); index++) {
      AccountTable table = document.tables().get(index);
      DisclosureTableKind kind = DisclosureTableKind.find(table.data()).orElse(null);
      if (!hasNoAmounts(table)) {
        checks.addAll(emptyTableNotes.check(index, kind));
        continue;
      }
      String money = kind == null ? null : kind.fundThatMayBeEmpty();
      if (money != null) {
        checks.add(
            isEmptinessExplained(document, table.data(), money)
                ? CheckResult.AGREES
                : FindingDraft.create("account-tables/unexplained", location(table.data()))
                    .toResult());
      }
      if (read && kind != null) {
        reportTotalWithoutNumbers(document, table.data(), kind).ifPresent(checks::add);
      }
    }
    return checks;
  }

  /** Whether a document has an overview of its agency but states no amount in its explanations. */
  private static boolean hasOverviewButNoAmounts(AuditedDocument document) {
    return document.paragraphs().stream().anyMatch(p -> p.topic() == Topic.OVERVIEW)
        && document.paragraphs().stream()
            .filter(p -> p.topic().statesTotals() || p.topic() == Topic.THREE_PUBLIC)
            .noneMatch(p -> STATED_AMOUNT.matcher(p.unspacedText()).find());
  }

  /**
   * Whether no row has a number other than zero in a column of amounts, except a row that numbers
   * the columns.
   */
  private static boolean hasNoAmounts(AccountTable table) {
    return IntStream.range(0, table.rowCount())
        .mapToObj(
            row ->
                table.columns().blocks().stream()
                    .flatMap(block -> block.amountColumns().stream())
                    .map(column -> table.amountOrZero(row, column))
                    .filter(amount -> amount.signum() != 0)
                    .toList())
        .allMatch(row -> mayBeColumnNumbers(row, table.data().header().size()));
  }

  /**
   * Whether the numbers of a row may number the columns, as 1, 2, 3 beside the label 栏次: no two are
   * equal, and none is greater than the number of columns.
   */
  private static boolean mayBeColumnNumbers(List<BigDecimal> numbers, int columnCount) {
    return numbers.stream().allMatch(n -> n.compareTo(BigDecimal.valueOf(columnCount)) <= 0)
        && Set.copyOf(numbers).size() == numbers.size();
  }

  private static boolean isEmptinessExplained(
      AuditedDocument document, TableData table, String fundName) {
    Pattern none = noMoneyPattern(fundName);
    return statesNoMoney(document, fundName)
        || isDeniedUnderTitle(document, fundName)
        || isNotedInSection(document, table)
        || table.rows().stream()
            .flatMap(List::stream)
            .anyMatch(c -> none.matcher(c).find() || c.strip().equals("无"))
        || isStatedInGrid(document, table, none);
  }

  /** Whether the text of a section that is titled with a fund begins with 无 or 不涉及. */
  private static boolean isDeniedUnderTitle(AuditedDocument document, String fundName) {
    return document.sections().stream()
        .filter(section -> section.title().contains(fundName))
        .flatMap(section -> document.paragraphs(section.path()).stream().limit(1))
        .anyMatch(p -> DENIAL.matcher(p.unspacedText()).lookingAt());
  }

  /** Whether a section with no other table has a note that this table is empty. */
  private static boolean isNotedInSection(AuditedDocument document, TableData table) {
    boolean alone =
        document.tables().stream()
                .filter(t -> t.data().sectionPath().equals(table.sectionPath()))
                .limit(2)
                .count()
            == 1;
    return alone
        && document.paragraphs(table.sectionPath()).stream()
            .flatMap(p -> p.findMatches(EmptyTableNoteChecks.EMPTY_TABLE_NOTE).stream())
            .anyMatch(note -> !EmptyTableNoteChecks.namesOtherTable(note.group(), table));
  }

  /**
   * Whether a cell of a printed grid in the section of the table matches a statement. The grid also
   * contains the notes, which are not among the rows of {@code table}.
   */
  private static boolean isStatedInGrid(
      AuditedDocument document, TableData table, Pattern statement) {
    return document.sections().stream()
        .filter(section -> section.path().equals(table.sectionPath()))
        .flatMap(section -> section.body().stream())
        .filter(Section.TablePart.class::isInstance)
        .flatMap(part -> ((Section.TablePart) part).grid().grid().stream())
        .flatMap(List::stream)
        .anyMatch(cell -> statement.matcher(CompactText.compact(cell).text()).find());
  }

  /** Whether a sentence states that there is no money of a kind; false if the kind is null. */
  private static boolean statesNoMoney(AuditedDocument document, @Nullable String fundName) {
    if (fundName == null) {
      return false;
    }
    Pattern none = noMoneyPattern(fundName);
    return document.paragraphs().stream().anyMatch(p -> none.matcher(p.unspacedText()).find());
  }

  private static Pattern noMoneyPattern(String fundName) {
    return Pattern.compile(
        "(?:无|没有|未|不涉及|不存在)[^。]{0,12}"
            + fundName
            + "|"
            + fundName
            + "[^。]{0,40}(?:无|没有|[为以]空|不涉及|[^.\\d]0(?:\\.0+)?万?元)");
  }

  /**
   * The finding that a table contains no digit although sentences state its total; empty if it
   * contains one or no total above zero is stated. To be called only if other tables were read;
   * otherwise the tables may be pictures.
   */
  private static Optional<CheckResult> reportTotalWithoutNumbers(
      AuditedDocument document, TableData table, DisclosureTableKind kind) {
    boolean digits =
        table.rows().stream().flatMap(List::stream).anyMatch(c -> c.matches(".*\\d.*"));
    return kind.totalNames().stream()
        .flatMap(n -> document.figuresOfSentences(n).stream())
        .filter(f -> !digits && new BigDecimal(f.value()).signum() > 0)
        .findFirst()
        .map(
            figure ->
                FindingDraft.create("account-tables/emptied", location(table))
                    .setNumbers("—", figure.value() + figure.unit())
                    .setOtherLocation(FindingDraft.locationOf(figure))
                    .toResult(figure.value(), figure.unit()));
  }

  static QuoteLocation location(TableData table) {
    return new QuoteLocation(table.sectionPath(), table.page(), table.title());
  }

  /**
   * The finding that exactly one required table is absent; agreement if none is, undecided if
   * several are or if tables may not have been read.
   */
  private static CheckResult createMissingTableFinding(AuditedDocument document) {
    Set<DisclosureTableKind> absent = EnumSet.allOf(DisclosureTableKind.class);
    absent.removeAll(findMentionedKinds(document));
    absent.removeIf(kind -> !kind.isRequiredIn(document.year()));
    absent.removeIf(kind -> statesNoMoney(document, kind.fundThatMayBeEmpty()));
    Set<DisclosureTableKind> unprinted = EnumSet.allOf(DisclosureTableKind.class);
    boolean unknown = false;
    for (AccountTable table : document.tables()) {
      Optional<DisclosureTableKind> kind = DisclosureTableKind.find(table.data());
      kind.ifPresent(absent::remove);
      kind.ifPresent(unprinted::remove);
      unknown |= kind.isEmpty() && !hasNoAmounts(table);
    }
    unknown |= countSkippedNumbers(document) > unprinted.size();
    if (absent.size() != 1 || document.tables().isEmpty() || unknown) {
      return absent.isEmpty()
          ? CheckResult.AGREES
          : CheckResult.undecided(
              document.tables().isEmpty() ? "tables-not-read" : "tables-partly-read");
    }
    String label = absent.iterator().next().label();
    return FindingDraft.create(
            "account-tables/missing", location(document, absent.iterator().next()))
        .setNumbers("—", label)
        .toResult(label);
  }

  /**
   * How many table numbers, up to the greatest printed one, no title has: 1 if {@code 公开08表}
   * follows {@code 公开06表}. Zero if a title has no number or two titles have the same number. If the
   * result is greater than the number of known kinds without a table, the document prints only a
   * selection of the tables.
   */
  private static int countSkippedNumbers(AuditedDocument document) {
    IntSummaryStatistics numbers =
        document.tables().stream()
            .map(table -> TABLE_NUMBER.matcher(table.data().title()))
            .filter(Matcher::find)
            .mapToInt(number -> Integer.parseInt(number.group(1)))
            .distinct()
            .summaryStatistics();
    boolean all = numbers.getCount() > 0 && numbers.getCount() == document.tables().size();
    return all ? numbers.getMax() - (int) numbers.getCount() : 0;
  }

  /** The kinds of tables that a note declares empty or the heading of a section names. */
  private static Set<DisclosureTableKind> findMentionedKinds(AuditedDocument document) {
    Set<DisclosureTableKind> kinds = EnumSet.noneOf(DisclosureTableKind.class);
    for (CompactParagraph paragraph : document.paragraphs()) {
      boolean possible = paragraph.unspacedText().contains("表");
      for (MatchResult note :
          possible
              ? paragraph.findMatches(EmptyTableNoteChecks.EMPTY_TABLE_NOTE)
              : List.<MatchResult>of()) {
        DisclosureTableKind.findByTitle(note.group()).ifPresent(kinds::add);
      }
    }
    for (Section section : document.sections()) {
      if (TABLE_HEADING.matcher(section.title()).find()) {
        DisclosureTableKind.findByTitle(section.title()).ifPresent(kinds::add);
      }
    }
    return kinds;
  }

  /**
   * The heading of the section about a table; if there is none, the heading of the section that
   * contains the section of the first table. The document must have a table.
   */
  private static QuoteLocation location(AuditedDocument document, DisclosureTableKind kind) {
    String first = document.tables().getFirst().data().sectionPath();
    return document.sections().stream()
        .filter(s -> DisclosureTableKind.findByTitle(s.title()).filter(k -> k == kind).isPresent())
        .findFirst()
        .or(
            () ->
                document
                    .findSection(first)
                    .flatMap(s -> document.findParent(s).or(() -> Optional.of(s))))
        .map(FindingDraft::locationOf)
        .orElse(new QuoteLocation(first, 1, ""));
  }
}
