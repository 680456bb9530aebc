package org.mingzhang.indexing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.model.Editions;
import org.mingzhang.schema.ContentSignature;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;

/**
 * Tells which documents of an agency are one disclosure: those of the same region, year and
 * category whose texts are nearly the same. A document of which one of these is not known is alone,
 * as are those that say little. What comes of it depends on the documents alone.
 */
final class EditionGroups {
  /**
   * Which format shows most of the original: pages first, then what was typed, then what is bare.
   */
  private static final List<String> FORMATS =
      List.of("pdf", "ofd", "word", "rtf", "opendocument.text", "excel", "sheet", "html", "text");

  private final Map<String, Editions> found = new HashMap<>();

  /** Groups the rows of documents of one agency. */
  EditionGroups(List<StoredRow> agency) {
    Map<String, List<StoredRow>> perimeters = new TreeMap<>();
    for (StoredRow row : agency) {
      if (row.year() != null && row.category() != null && !signature(row).isEmpty()) {
        String perimeter = String.join("/", row.region()) + "|" + row.year() + "|" + row.category();
        perimeters.computeIfAbsent(perimeter, p -> new ArrayList<>()).add(row);
      }
    }
    perimeters.values().stream().filter(rows -> rows.size() > 1).forEach(this::group);
  }

  /** The documents that are one disclosure with a document. */
  Editions of(String documentId) {
    return found.getOrDefault(documentId, Editions.NONE);
  }

  private static String signature(StoredRow row) {
    return row.values().getOrDefault(FieldNames.SIGNATURE, "");
  }

  /** Documents that are one disclosure, with the signature of the primary one. */
  private record Group(ContentSignature signature, List<StoredRow> rows) {}

  /** Each document joins the first group whose primary document it is like. */
  private void group(List<StoredRow> rows) {
    List<Group> groups = new ArrayList<>();
    for (StoredRow row : rows.stream().sorted(RANK).toList()) {
      ContentSignature own = ContentSignature.decode(signature(row));
      groups.stream()
          .filter(group -> group.signature().isSame(own))
          .findFirst()
          .ifPresentOrElse(
              group -> group.rows().add(row),
              () -> groups.add(new Group(own, new ArrayList<>(List.of(row)))));
    }
    groups.stream().map(Group::rows).filter(group -> group.size() > 1).forEach(this::keep);
  }

  private void keep(List<StoredRow> group) {
    List<Editions.Edition> all =
        group.stream().map(row -> new Editions.Edition(row.documentId(), type(row))).toList();
    Editions editions = new Editions(all.getFirst().id(), all);
    all.forEach(edition -> found.put(edition.id(), editions.listedBy(edition)));
  }

  private static String type(StoredRow row) {
    return row.values().getOrDefault("mediaType", "").replaceAll("[| ;].*", "");
  }

  /** A file that holds its document several times has more facts and is still the worse copy. */
  private static final Comparator<StoredRow> RANK =
      Comparator.comparingInt(EditionGroups::recognised)
          .thenComparingInt(row -> Math.max(1, number(row, FieldNames.TIMES_PRINTED)))
          .thenComparingInt(EditionGroups::format)
          .thenComparing(Comparator.comparingInt((StoredRow r) -> number(r, "facts")).reversed())
          .thenComparing(StoredRow::documentId);

  /** What was recognised from pictures comes last. */
  private static int recognised(StoredRow row) {
    return number(row, "recognised") > 0 ? 1 : 0;
  }

  private static int format(StoredRow row) {
    String type = type(row);
    for (int i = 0; i < FORMATS.size(); i++) {
      if (type.contains(FORMATS.get(i))) {
        return i;
      }
    }
    return FORMATS.size();
  }

  private static int number(StoredRow row, String column) {
    String value = row.values().getOrDefault(column, "0");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }
}
