package org.mingzhang.audit.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;

/** Tells which of the nine tables of a final account is not there. */
final class MissingTable {
  /** The heading of a table, not of the text that explains it. */
  private static final Pattern CAPTION = Pattern.compile("表(?![^（(]*(?:说明|情况))");

  private MissingTable() {}

  /** The one kind of table that is not there where all others are. */
  static CheckResult check(AuditedDocument reading) {
    Set<TableKind> absent = EnumSet.allOf(TableKind.class);
    absent.removeAll(mentioned(reading));
    boolean unknown = false;
    for (AccountTable table : reading.tables()) {
      Optional<TableKind> kind = TableKind.of(table.data());
      kind.ifPresent(absent::remove);
      unknown |= kind.isEmpty() && !EmptyTableNote.of(table.data());
    }
    if (absent.size() != 1 || reading.tables().isEmpty() || unknown) {
      return absent.isEmpty()
          ? new CheckResult.Agrees()
          : new CheckResult.Undecided("没有读到决算表", "the account tables were not read");
    }
    TableKind kind = absent.iterator().next();
    return FindingDraft.at("account-tables/missing", place(reading, kind))
        .numbers("—", kind.label())
        .says(kind.label());
  }

  /** Kinds of which a note says that they are empty, or that a section is headed by. */
  private static Set<TableKind> mentioned(AuditedDocument reading) {
    Set<TableKind> kinds = EnumSet.noneOf(TableKind.class);
    for (Passage passage : reading.passages()) {
      if (passage.compact().contains("本表")) {
        EmptyTableNote.NOTE
            .matcher(passage.compact())
            .results()
            .forEach(note -> TableKind.ofTitle(note.group()).ifPresent(kinds::add));
      }
    }
    for (Section section : reading.sections()) {
      if (CAPTION.matcher(section.title()).find()) {
        TableKind.ofTitle(section.title()).ifPresent(kinds::add);
      }
    }
    return kinds;
  }

  /** Where the document speaks of what the table should show, else where its tables begin. */
  private static Place place(AuditedDocument reading, TableKind kind) {
    String first = reading.tables().getFirst().data().section();
    return reading.sections().stream()
        .filter(s -> TableKind.ofTitle(s.title()).filter(k -> k == kind).isPresent())
        .findFirst()
        .or(() -> reading.section(first).flatMap(s -> reading.parent(s).or(() -> Optional.of(s))))
        .map(s -> new Place(s.path(), s.page(), s.heading()))
        .orElse(new Place(first, 1, ""));
  }
}
