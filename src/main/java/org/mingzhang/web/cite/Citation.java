package org.mingzhang.web.cite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is cited: a document or a section of it.
 *
 * @param key short ASCII name, unique in the portal
 * @param agency publishing body, or null
 * @param document title of the document
 * @param section heading of the section, or null for the whole document
 * @param page 1-based page of the original, 0 for the whole document
 * @param address permalink
 * @param sha256 fingerprint of the original
 * @param accessed day it was looked up
 * @param published day of publication, or null where nothing says it
 * @param source address it was published at, or null
 */
public record Citation(
    String key,
    @Nullable String agency,
    String document,
    @Nullable String section,
    int page,
    String address,
    String sha256,
    LocalDate accessed,
    @Nullable LocalDate published,
    @Nullable String source) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu, MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter RETRIEVED =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A copy with what is known of its publication. */
  public Citation published(@Nullable LocalDate day, String at) {
    return new Citation(key, agency, document, section, page, address, sha256, accessed, day, at);
  }

  private String title() {
    return section == null ? document : document + ": " + section;
  }

  /** What no field of theirs holds: the page, the fingerprint, the permalink beside the address. */
  private String note() {
    return (page > 0 ? "p. " + page + "; " : "")
        + "SHA-256: "
        + sha256
        + (source == null ? "" : "; " + address);
  }

  /** Where it is found: at its publisher where that is known, else under the permalink. */
  public String path() {
    return source == null ? address : source;
  }

  /**
   * As GB/T 7714—2015 has it for an electronic resource: 主要责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取和访问路径.
   * The page stands beside the mark in the text (10.1.3), not here.
   */
  public String gbt7714() {
    StringBuilder text = new StringBuilder();
    if (agency != null) {
      text.append(agency).append(". ");
    }
    text.append(title()).append("[EB/OL]. ");
    if (published != null) {
      text.append('(').append(published).append(')');
    }
    return text.append('[').append(accessed).append("]. ").append(path()).append('.').toString();
  }

  /** As the seventh edition of the APA's manual has it for a web page of a group author. */
  public String apa() {
    String date = published == null ? "n.d." : DAY.format(published);
    String retrieved = "Retrieved " + RETRIEVED.format(accessed) + ", from " + path();
    return agency == null
        ? title() + ". (" + date + "). " + retrieved
        : agency + ". (" + date + "). " + title() + ". " + retrieved;
  }

  /** As a BibTeX entry. */
  public String bibtex() {
    StringBuilder text = new StringBuilder("@online{").append(key).append(",\n");
    field(text, "author", agency == null ? null : "{" + braces(agency) + "}");
    field(text, "title", "{" + braces(title()) + "}");
    field(text, "date", published == null ? null : published.toString());
    field(text, "url", path());
    field(text, "urldate", accessed.toString());
    field(text, "note", note());
    field(text, "language", "chinese");
    return text.append("}\n").toString();
  }

  private static void field(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append("  ").append(name).append(" = {").append(value).append("},\n");
    }
  }

  /** Braces in a value would end it. */
  private static String braces(String value) {
    return value.replaceAll("[{}\\\\\\p{Cntrl}]", " ");
  }

  /** As a RIS record. */
  public String ris() {
    StringBuilder text = new StringBuilder();
    line(text, "TY", "ELEC");
    line(text, "AU", agency);
    line(text, "TI", title());
    line(text, "PY", published == null ? null : Integer.toString(published.getYear()));
    line(text, "DA", published == null ? null : published.toString().replace('-', '/'));
    line(text, "UR", path());
    line(text, "Y2", accessed.toString().replace('-', '/'));
    line(text, "N1", note());
    line(text, "LA", "zh-CN");
    return text.append("ER  - \r\n").toString();
  }

  private static void line(StringBuilder text, String tag, @Nullable String value) {
    if (value != null) {
      text.append(tag).append("  - ").append(value.replaceAll("\\p{Cntrl}", " ")).append("\r\n");
    }
  }

  /**
   * As CSL-JSON, an array of one item, which the style of GB/T 7714—2015 sets as {@link #gbt7714}.
   * A fiscal year is no year of publication.
   */
  public String csl() {
    return csl(List.of(this));
  }

  /** Several as CSL-JSON. */
  public static String csl(List<Citation> citations) {
    ArrayNode items = JSON.createArrayNode();
    citations.forEach(citation -> citation.describe(items.addObject()));
    return items.toPrettyString();
  }

  private void describe(ObjectNode item) {
    item.put("id", key).put("type", "webpage").put("title", title()).put("URL", path());
    item.put("language", "zh-CN").put("note", note());
    if (agency != null) {
      item.putArray("author").addObject().put("literal", agency);
    }
    if (published != null) {
      date(item, "issued", published);
    }
    date(item, "accessed", accessed);
  }

  private static void date(ObjectNode item, String name, LocalDate day) {
    item.putObject(name)
        .putArray("date-parts")
        .addArray()
        .add(day.getYear())
        .add(day.getMonthValue())
        .add(day.getDayOfMonth());
  }
}
