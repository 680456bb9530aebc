package org.mingzhang.web.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.Labels;

/**
 * Another edition (document) of a disclosure.
 *
 * @param address address of its page
 * @param format common short name of its format
 */
public record EditionView(String address, String format) {
  /** Substrings of media types, tried in order, each with a name or the key of a message. */
  private static final List<Map.Entry<String, String>> FORMATS =
      List.of(
          Map.entry("pdf", "PDF"),
          Map.entry("ofd", "OFD"),
          Map.entry("wordprocessingml", "DOCX"),
          Map.entry("msword", "DOC"),
          Map.entry("spreadsheetml", "XLSX"),
          Map.entry("ms-excel", "XLS"),
          Map.entry("rtf", "RTF"),
          Map.entry("opendocument.text", "ODT"),
          Map.entry("opendocument.spreadsheet", "ODS"),
          Map.entry("wps", "WPS"),
          Map.entry("html", "format.html"),
          Map.entry("markdown", "Markdown"),
          Map.entry("text", "format.text"));

  /**
   * The editions of a document's disclosure other than the document itself.
   *
   * @param hit indexed row of the document that lists the editions
   * @param documentId id of the document that is shown
   */
  public static List<EditionView> buildOtherEditions(
      Hit hit, String documentId, PortalLinks links, Labels labels) {
    return otherEditions(hit, documentId)
        .map(
            edition ->
                new EditionView(links.document(edition.id()), format(edition.mediaType(), labels)))
        .toList();
  }

  /**
   * The distinct formats of the other editions of a hit's document, separated by dots; empty if it
   * has no other editions.
   */
  static String joinFormats(Hit hit, Labels labels) {
    return otherEditions(hit)
        .map(edition -> format(edition.mediaType(), labels))
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /** The format of a hit's own document; empty if the index does not have it. */
  static String documentFormat(Hit hit, Labels labels) {
    return EditionGroup.decode(hit.values()).all().stream()
        .filter(edition -> edition.id().equals(hit.documentId()))
        .map(EditionGroup.Edition::mediaType)
        .findFirst()
        .or(() -> Optional.ofNullable(hit.values().get("mediaType")))
        .map(mediaType -> format(mediaType, labels))
        .orElse("");
  }

  /** Number and formats of the other editions; empty if the document has only one edition. */
  public static String describeOtherEditions(Hit document, Labels labels) {
    long otherCount = otherEditions(document).count();
    return otherCount == 0
        ? ""
        : labels.text("editions.others", otherCount, joinFormats(document, labels));
  }

  private static Stream<EditionGroup.Edition> otherEditions(Hit hit) {
    return otherEditions(hit, hit.documentId());
  }

  private static Stream<EditionGroup.Edition> otherEditions(Hit hit, String documentId) {
    return EditionGroup.decode(hit.values()).all().stream()
        .filter(edition -> !edition.id().equals(documentId));
  }

  /** Common short name of a format; the media type itself if it is not known. */
  public static String format(String mediaType, Labels labels) {
    return FORMATS.stream()
        .filter(format -> mediaType.contains(format.getKey()))
        .map(Map.Entry::getValue)
        .map(name -> name.startsWith("format.") ? labels.text(name) : name)
        .findFirst()
        .orElse(mediaType);
  }
}
