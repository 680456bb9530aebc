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
 * Makes permalinks from what a thing is: a document from region, agency, year and category ({@code
 * 420105-…-2024-bmjs}), a section from the headings above it and its own. Headings are taken
 * without numerals, years and the agency's name, so that another numbering or a better parser gives
 * the same link. Short, ASCII, lower case. Safe on many threads.
 */
public final class PermalinkMinter {
  private static final int DOCUMENT_WORDS = 24;
  private static final int SECTION_WORDS = 16;

  /**
   * Links of a disclosure.
   *
   * @param documentId link wanted for the document; the archive adds to it where another document
   *     has it already
   * @param sectionIds one for each section, all different
   */
  public record Links(String documentId, List<String> sectionIds) {
    /** Copies the list. */
    public Links {
      sectionIds = List.copyOf(sectionIds);
    }
  }

  /** Makes the links. */
  public Links mint(Disclosure disclosure) {
    return new Links(documentId(disclosure), sectionIds(disclosure));
  }

  private static String documentId(Disclosure disclosure) {
    DocumentMetadata about = disclosure.metadata();
    List<String> parts = new ArrayList<>();
    Region region = about.region();
    if (region != null) {
      parts.add(region.code());
    }
    String agency = about.agency();
    if (agency == null) {
      parts.add(words(named(disclosure), DOCUMENT_WORDS));
    } else {
      parts.add(words(withoutRegion(agency, region), DOCUMENT_WORDS));
    }
    if (about.year() != null) {
      parts.add(String.valueOf(about.year()));
    }
    Category category = about.category();
    if (category != null && category != Category.OTHER) {
      parts.add(category.slug());
    }
    if (agency == null || about.year() == null) {
      parts.add(mark(named(disclosure), 6));
    }
    return String.join("-", parts.stream().filter(p -> !p.isEmpty()).toList());
  }

  /** The agency's name after the places it begins with; the region's code says those already. */
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

  private static String named(Disclosure disclosure) {
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
          above.stream().map(s -> plain(s.title(), disclosure.metadata())).toList();
      String path = String.join("/", headings);
      int again = seen.merge(path, 1, Integer::sum);
      String marked = again == 1 ? path : path + "#" + again;
      String words = words(headings.getLast(), SECTION_WORDS);
      ids.add((words.isEmpty() ? "s" : words) + "-" + mark(marked, 6));
    }
    return distinct(ids);
  }

  /** Two different heading paths may share words and mark, however rarely. */
  private static List<String> distinct(List<String> ids) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> distinct = new ArrayList<>();
    for (String id : ids) {
      int again = seen.merge(id, 1, Integer::sum);
      distinct.add(again == 1 ? id : id + "-" + again);
    }
    return distinct;
  }

  private static String plain(String title, DocumentMetadata about) {
    String plain = title.replaceAll("[12][0-9]{3}\\s*年?度?", "").replaceAll("\\s+", "");
    String agency = about.agency();
    return agency == null || plain.equals(agency) ? plain : plain.replace(agency, "");
  }

  private static String words(String text, int most) {
    String letters = Pinyin.initials(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    return letters.length() > most ? letters.substring(0, most) : letters;
  }

  /** A few hexadecimal digits that tell texts apart. */
  private static String mark(String text, int digits) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue()).substring(0, digits);
  }
}
