package org.mingzhang.shard;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SnippetSelector;
import org.mingzhang.search.TextMatches;

/** Loads rows as hits with snippets. Not thread safe. */
final class HitReader {
  private static final int MAX_SNIPPETS = 3;

  private final StoredFields storedFields;
  private final SearchScope scope;
  private final List<MatchPattern> patterns;

  HitReader(StoredFields storedFields, SearchScope scope, List<MatchPattern> patterns) {
    this.storedFields = storedFields;
    this.scope = scope;
    this.patterns = patterns;
  }

  private static BytesRef rowBytes(Document document) {
    BytesRef bytes = document.getBinaryValue(FieldNames.ROW);
    if (bytes == null) {
      throw new IllegalStateException("a row of the index has no field " + FieldNames.ROW);
    }
    return bytes;
  }

  /**
   * Loads the hit of a row.
   *
   * @param doc row number in the reader, not in a segment
   */
  Hit read(int doc) throws IOException {
    return readExportRow(doc).hit();
  }

  /** Loads the hit of a row with its full text. */
  ExportRow readExportRow(int doc) throws IOException {
    Document document = storedFields.document(doc, Set.of(FieldNames.ROW, FieldNames.TEXT));
    StoredRow row = StoredRow.decode(rowBytes(document));
    String text = document.get(FieldNames.TEXT);
    String shown = text == null ? displayText(row) : text;
    return new ExportRow(createHit(row, shown, text == null ? 0 : bodyStart(text)), shown);
  }

  private static int bodyStart(String text) {
    return text.indexOf('\n') + 1;
  }

  private Hit createHit(StoredRow row, String text, int bodyStart) {
    TextMatches matches = TextMatches.find(text, patterns);
    Set<Integer> pages = new LinkedHashSet<>();
    matches.ranges().forEach(range -> pages.add(row.pages().pageAt(range.start())));
    return new Hit(
        row.id(),
        scope,
        row.documentId(),
        row.documentTitle(),
        row.path(),
        row.title(),
        row.agency(),
        row.region(),
        row.year(),
        row.category(),
        row.topic(),
        row.page(),
        SnippetSelector.select(matches, bodyStart, MAX_SNIPPETS),
        matches.ranges().size(),
        List.copyOf(pages),
        row.amount() == null ? null : new BigDecimal(row.amount()),
        publicColumns(row));
  }

  /** The columns without the internal signature for duplicate detection. */
  private static Map<String, String> publicColumns(StoredRow row) {
    if (!row.values().containsKey(FieldNames.SIGNATURE)) {
      return row.values();
    }
    Map<String, String> visible = new HashMap<>(row.values());
    visible.remove(FieldNames.SIGNATURE);
    return visible;
  }

  /**
   * The text displayed for a row without a text field: its quote; without one, its title and, if
   * any, its target, result and note, one per line.
   */
  private static String displayText(StoredRow row) {
    Map<String, String> values = row.values();
    String quote = values.get("quote");
    if (quote != null) {
      return quote;
    }
    return Stream.of("target", "actual", "note")
        .map(values::get)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.joining("\n", row.title() + "\n", ""))
        .strip();
  }
}
