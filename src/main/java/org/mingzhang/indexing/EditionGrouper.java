package org.mingzhang.indexing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.MinHashSignature;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.text.CorrectionMark;

/**
 * Groups the documents of an agency that are editions of one disclosure: documents with the same
 * region, year and category and nearly the same text. Documents that lack one of these properties,
 * or have little text, are not grouped. The groups do not depend on the order of the documents.
 */
final class EditionGrouper {
  /** Format preference: page formats, then word processing, then plain formats. */
  private static final List<String> FORMAT_PREFERENCE =
      List.of("pdf", "ofd", "word", "rtf", "opendocument.text", "excel", "sheet", "html", "text");

  private final Map<String, EditionGroup> editionsById = new HashMap<>();

  /** Groups the document rows of one agency. */
  EditionGrouper(List<StoredRow> agencyRows) {
    Map<String, List<StoredRow>> rowsByKey = new TreeMap<>();
    for (StoredRow row : agencyRows) {
      if (row.year() != null && row.category() != null && !signature(row).isEmpty()) {
        String key = String.join("/", row.region()) + "|" + row.year() + "|" + row.category();
        rowsByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    rowsByKey.values().stream().filter(rows -> rows.size() > 1).forEach(this::groupBySimilarity);
  }

  /**
   * The editions of the disclosure of a document; {@link EditionGroup#NONE} if it is the only one.
   */
  EditionGroup editionsOf(String documentId) {
    return editionsById.getOrDefault(documentId, EditionGroup.NONE);
  }

  private static String signature(StoredRow row) {
    return row.values().getOrDefault(FieldNames.SIGNATURE, "");
  }

  /** The editions of one disclosure, with the signature of the primary one. */
  private record Group(MinHashSignature signature, List<StoredRow> rows) {}

  /** Adds each document to the first group whose primary document is similar. */
  private void groupBySimilarity(List<StoredRow> rows) {
    List<Group> groups = new ArrayList<>();
    for (StoredRow row : rows.stream().sorted(PRIMARY_FIRST).toList()) {
      MinHashSignature own = MinHashSignature.decode(signature(row));
      groups.stream()
          .filter(group -> group.signature().isSameDisclosure(own))
          .findFirst()
          .ifPresentOrElse(
              group -> group.rows().add(row),
              () -> groups.add(new Group(own, new ArrayList<>(List.of(row)))));
    }
    groups.stream().map(Group::rows).filter(group -> group.size() > 1).forEach(this::addEditions);
  }

  private void addEditions(List<StoredRow> rows) {
    List<EditionGroup.Edition> all =
        rows.stream()
            .map(row -> new EditionGroup.Edition(row.documentId(), mediaType(row)))
            .toList();
    EditionGroup editions = new EditionGroup(all.getFirst().id(), all);
    all.forEach(edition -> editionsById.put(edition.id(), editions.listFor(edition)));
  }

  private static String mediaType(StoredRow row) {
    return row.values().getOrDefault("mediaType", "").replaceAll("[| ;].*", "");
  }

  /**
   * Orders editions, the primary one first. A correction ranks before what it corrects, whatever
   * its format. A file that contains the document several times ranks lower although it has more
   * facts.
   */
  private static final Comparator<StoredRow> PRIMARY_FIRST =
      Comparator.comparing((StoredRow row) -> !CorrectionMark.isIn(row.documentTitle()))
          .thenComparingInt(EditionGrouper::ocrRank)
          .thenComparingInt(row -> Math.max(1, intValue(row, FieldNames.TIMES_PRINTED)))
          .thenComparingInt(EditionGrouper::formatRank)
          .thenComparing(Comparator.comparingInt((StoredRow r) -> intValue(r, "facts")).reversed())
          .thenComparing(StoredRow::documentId);

  /** 1 for documents that were read by OCR, which rank last, and 0 for others. */
  private static int ocrRank(StoredRow row) {
    return intValue(row, "recognised") > 0 ? 1 : 0;
  }

  private static int formatRank(StoredRow row) {
    String type = mediaType(row);
    return (int) FORMAT_PREFERENCE.stream().takeWhile(name -> !type.contains(name)).count();
  }

  private static int intValue(StoredRow row, String column) {
    String value = row.values().getOrDefault(column, "0");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }
}
