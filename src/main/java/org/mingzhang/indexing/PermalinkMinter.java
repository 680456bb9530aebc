package org.mingzhang.indexing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.mingzhang.analysis.Pinyin;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;

/**
 * Creates permalink ids from content: a document id from region, agency, year and category ({@code
 * 420105-…-2024-bmjs}), with a checksum of the title or file name if agency or year is unknown; a
 * section id from its heading path. Numerals, years and the agency's name are removed from
 * headings, so that renumbering or a better parser does not change the id. Ids are short lower-case
 * ASCII. Thread-safe.
 */
public final class PermalinkMinter {
  private static final int MAX_DOCUMENT_ID_LETTERS = 24;
  private static final int MAX_SECTION_ID_LETTERS = 16;

  /**
   * The permalink ids of a disclosure.
   *
   * @param documentId preferred id of the document; the archive adds a suffix if another document
   *     has it
   * @param sectionIds one id per section, all distinct
   */
  public record PermalinkIds(String documentId, List<String> sectionIds) {
    /** Makes an immutable copy of the list. */
    public PermalinkIds {
      sectionIds = List.copyOf(sectionIds);
    }
  }

  /** Creates the permalink ids of a disclosure and of its sections, in their order. */
  public PermalinkIds createIds(Disclosure disclosure) {
    return new PermalinkIds(documentId(disclosure), sectionIds(disclosure));
  }

  private static String documentId(Disclosure disclosure) {
    DocumentMetadata metadata = disclosure.metadata();
    List<String> parts = new ArrayList<>();
    Region region = metadata.region();
    if (region != null) {
      parts.add(region.code());
    }
    String agency = metadata.agency();
    if (agency == null) {
      parts.add(pinyinInitials(titleOrFileName(disclosure), MAX_DOCUMENT_ID_LETTERS));
    } else {
      parts.add(pinyinInitials(withoutRegion(agency, region), MAX_DOCUMENT_ID_LETTERS));
    }
    if (metadata.year() != null) {
      parts.add(String.valueOf(metadata.year()));
    }
    Category category = metadata.category();
    if (category != null && category != Category.OTHER) {
      parts.add(category.slug());
    }
    if (agency == null || metadata.year() == null) {
      parts.add(checksum(titleOrFileName(disclosure), 6));
    }
    return String.join("-", parts.stream().filter(p -> !p.isEmpty()).toList());
  }

  /**
   * The agency's name without the regions it starts with, which the region code already identifies.
   */
  private static String withoutRegion(String agency, @Nullable Region region) {
    if (region == null) {
      return agency;
    }
    String rest = agency;
    for (String place : region.path()) {
      if (rest.startsWith(place) && rest.length() > place.length()) {
        rest = rest.substring(place.length());
      }
    }
    return rest;
  }

  private static String titleOrFileName(Disclosure disclosure) {
    String title = disclosure.metadata().title();
    String file = disclosure.source().file();
    String plain = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.[A-Za-z0-9]+$", "");
    return title == null || title.isBlank() ? plain : title;
  }

  private static List<String> sectionIds(Disclosure disclosure) {
    List<String> ids = new ArrayList<>();
    List<Section> above = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Section section : disclosure.sections()) {
      while (!above.isEmpty() && above.getLast().level() >= section.level()) {
        above.removeLast();
      }
      above.add(section);
      List<String> headings =
          above.stream().map(s -> withoutVariableParts(s.title(), disclosure.metadata())).toList();
      String path = String.join("/", headings);
      int occurrence = seen.merge(path, 1, Integer::sum);
      String marked = occurrence == 1 ? path : path + "#" + occurrence;
      String words = pinyinInitials(headings.getLast(), MAX_SECTION_ID_LETTERS);
      ids.add((words.isEmpty() ? "s" : words) + "-" + checksum(marked, 6));
    }
    return disambiguate(ids);
  }

  /** Appends a number to repeated ids, which are rare hash collisions. */
  private static List<String> disambiguate(List<String> ids) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> distinct = new ArrayList<>();
    for (String id : ids) {
      int occurrence = seen.merge(id, 1, Integer::sum);
      distinct.add(occurrence == 1 ? id : id + "-" + occurrence);
    }
    return distinct;
  }

  private static String withoutVariableParts(String title, DocumentMetadata metadata) {
    String plain = title.replaceAll("[12][0-9]{3}\\s*年?度?", "").replaceAll("\\s+", "");
    String agency = metadata.agency();
    return agency == null || plain.equals(agency) ? plain : plain.replace(agency, "");
  }

  private static String pinyinInitials(String text, int maxLength) {
    String initials = Pinyin.initials(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    return initials.length() > maxLength ? initials.substring(0, maxLength) : initials;
  }

  /** The first hexadecimal digits of the CRC-32 of a text. */
  private static String checksum(String text, int digitCount) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue()).substring(0, digitCount);
  }
}
