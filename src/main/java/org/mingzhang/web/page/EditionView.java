package org.mingzhang.web.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.Editions;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;

/**
 * Another document that is the same disclosure.
 *
 * @param address where it is shown
 * @param format short name of its format, as people call it
 */
public record EditionView(String address, String format) {
  /** Parts of media types, the first that occurs, with the usual names. */
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
          Map.entry("html", "HTML"),
          Map.entry("markdown", "MD"),
          Map.entry("text", "TXT"));

  /** The others of a document that the index knows. */
  static List<EditionView> of(Hit document, Links links) {
    return others(document)
        .map(edition -> new EditionView(links.document(edition.id()), format(edition.mediaType())))
        .toList();
  }

  /** The formats of the others of a hit's document, each once, parted by points. */
  static String formats(Hit hit) {
    return others(hit)
        .map(edition -> format(edition.mediaType()))
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private static Stream<Editions.Edition> others(Hit hit) {
    return Editions.of(hit.values()).all().stream()
        .filter(edition -> !edition.id().equals(hit.documentId()));
  }

  private static String format(String mediaType) {
    return FORMATS.stream()
        .filter(format -> mediaType.contains(format.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(mediaType);
  }
}
