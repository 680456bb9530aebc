package org.mingzhang.audit.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.DisclosureTableKind;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Reports words that call a table empty although it has amounts: a note below the table (本表无数据), or
 * a sentence that there is no money of its fund (未安排政府性基金预算). Confined to one thread and one
 * document.
 */
final class EmptyTableNoteChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(EmptyTableNoteChecks.class);
  private static final PrefilteredPattern EMPTY_FUND = PATTERNS.getPrefiltered("empty-fund");
  static final PrefilteredPattern EMPTY_TABLE_NOTE = PATTERNS.getPrefiltered("note");
  private static final String MESSAGE = "empty-table-note";
  private static final String STATED_EMPTY_TABLE = "空表";
  private static final String FOUND_AMOUNTS_IN_TABLE = "表中有金额";

  private final AuditedDocument document;

  /** The sentences that there is no money of a fund. */
  private final List<ParagraphMatch> emptyFunds;

  /** For each section, by its path, the result of {@link #findTablesAboveNotes}. */
  private final Map<String, Map<String, Set<Integer>>> tablesAboveNotes = new HashMap<>();

  private EmptyTableNoteChecks(AuditedDocument document, List<ParagraphMatch> emptyFunds) {
    this.document = document;
    this.emptyFunds = emptyFunds;
  }

  /** Creates an instance for a document, whose text is searched once. */
  static EmptyTableNoteChecks create(AuditedDocument document) {
    return new EmptyTableNoteChecks(document, document.findMatches(EMPTY_FUND).toList());
  }

  /**
   * The findings about a table with amounts.
   *
   * @param index its index in the document
   * @param kind its kind, or null if it is not known
   */
  List<CheckResult> check(int index, @Nullable DisclosureTableKind kind) {
    TableData table = document.tables().get(index).data();
    return Stream.concat(checkNotes(index, table), checkSentences(table, kind)).toList();
  }

  /**
   * Reports notes in the section of a table that say that this table is empty, unless they are
   * below another table.
   */
  private Stream<CheckResult> checkNotes(int index, TableData table) {
    Map<String, Set<Integer>> tablesAbove =
        tablesAboveNotes.computeIfAbsent(
            table.sectionPath(),
            path ->
                document
                    .findSection(path)
                    .map(EmptyTableNoteChecks::findTablesAboveNotes)
                    .orElse(Map.of()));
    Stream.Builder<CheckResult> results = Stream.builder();
    for (CompactParagraph paragraph : document.paragraphs(table.sectionPath())) {
      Matcher note = EMPTY_TABLE_NOTE.pattern().matcher(paragraph.unspacedText());
      if (paragraph.unspacedText().contains("本表")
          && note.find()
          && !namesOtherTable(note.group(), table)
          && tablesAbove.getOrDefault(note.group(), Set.of(index)).contains(index)) {
        results.add(
            FindingDraft.create(MESSAGE, paragraph, note)
                .setNumbers(STATED_EMPTY_TABLE, FOUND_AMOUNTS_IN_TABLE)
                .setOtherLocation(TableCompletenessRule.location(table))
                .toResult());
      }
    }
    return results.build();
  }

  /** Reports sentences that there is no money of the fund of a table. */
  private Stream<CheckResult> checkSentences(TableData table, @Nullable DisclosureTableKind kind) {
    String fund = kind == null ? null : kind.fundThatMayBeEmpty();
    return emptyFunds.stream()
        .filter(none -> none.words().group("fund").equals(fund))
        .map(none -> none.createDraft(MESSAGE))
        .map(draft -> draft.setNumbers(STATED_EMPTY_TABLE, FOUND_AMOUNTS_IN_TABLE))
        .map(draft -> draft.setOtherLocation(TableCompletenessRule.location(table)).toResult());
  }

  /** Whether a note names a table of another kind: 公开09表…本表无数据 below 公开08表. */
  static boolean namesOtherTable(String note, TableData table) {
    Optional<DisclosureTableKind> named = DisclosureTableKind.findByTitle(note);
    return named.isPresent() && !named.equals(DisclosureTableKind.find(table));
  }

  /**
   * The tables directly above each note of a section that contains 本表, by the text of the note:
   * indices of the document's tables, or -1 for a grid that is not a data table. A note without a
   * grid above it is absent.
   */
  private static Map<String, Set<Integer>> findTablesAboveNotes(Section section) {
    Map<String, Set<Integer>> tables = new HashMap<>();
    Section.@Nullable TablePart above = null;
    for (Section.Part part : section.body()) {
      if (part instanceof Section.TablePart grid) {
        above = grid;
      } else if (above != null && part.text().contains("本表")) {
        Matcher note = EMPTY_TABLE_NOTE.pattern().matcher(CompactText.compact(part.text()).text());
        if (note.find()) {
          tables.computeIfAbsent(note.group(), text -> new HashSet<>()).add(above.table());
        }
      }
    }
    return tables;
  }
}
