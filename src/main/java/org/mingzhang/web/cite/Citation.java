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
 * A citation of a document or of one of its sections, in the formats of reference managers.
 *
 * @param key short ASCII name, unique in the portal
 * @param agency publishing body, or null
 * @param documentTitle title of the document
 * @param sectionHeading heading of the section, or null for the whole document
 * @param page 1-based page of the original, 0 for the whole document
 * @param address permalink
 * @param sha256 fingerprint of the original
 * @param accessDate day of access
 * @param published day of publication, null if unknown
 * @param publicationAddress address at which it was published, or null
 */
public record Citation(
    String key,
    @Nullable String agency,
    String documentTitle,
    @Nullable String sectionHeading,
    int page,
    String address,
    String sha256,
    LocalDate accessDate,
    @Nullable LocalDate published,
    @Nullable String publicationAddress) {

  private static final DateTimeFormatter APA_DATE =
      DateTimeFormatter.ofPattern("uuuu, MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter APA_RETRIEVAL_DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A copy with the day and address of publication. */
  public Citation withPublication(@Nullable LocalDate day, String publishedUrl) {
    return new Citation(
        key,
        agency,
        documentTitle,
        sectionHeading,
        page,
        address,
        sha256,
        accessDate,
        day,
        publishedUrl);
  }

  private String title() {
    return sectionHeading == null ? documentTitle : documentTitle + ": " + sectionHeading;
  }

  /**
   * The data for which BibTeX, RIS and CSL have no field: page, fingerprint, and the permalink in
   * addition to the original address.
   */
  private String note() {
    return (page > 0 ? "p. " + page + "; " : "")
        + "SHA-256: "
        + sha256
        + (publicationAddress == null ? "" : "; " + address);
  }

  /** The address of publication; the permalink if that is unknown. */
  public String accessPath() {
    return publicationAddress == null ? address : publicationAddress;
  }

  /**
   * The citation in the style of GB/T 7714—2015 for an electronic resource: 主要责任者. 题名[EB/OL].
   * (发布日期)[引用日期]. 获取和访问路径. The page belongs to the reference in the text (10.1.3), not here.
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
    return text.append('[')
        .append(accessDate)
        .append("]. ")
        .append(accessPath())
        .append('.')
        .toString();
  }

  /**
   * The citation in the style of the Publication Manual of the APA (7th edition) for a web page of
   * a group author.
   */
  public String apa() {
    String date = published == null ? "n.d." : APA_DATE.format(published);
    String retrieved =
        "Retrieved " + APA_RETRIEVAL_DATE.format(accessDate) + ", from " + accessPath();
    return agency == null
        ? title() + ". (" + date + "). " + retrieved
        : agency + ". (" + date + "). " + title() + ". " + retrieved;
  }

  /** The citation as a BibTeX entry. */
  public String toBibtex() {
    StringBuilder text = new StringBuilder("@online{").append(key).append(",\n");
    appendField(text, "author", agency == null ? null : "{" + replaceBibtexSyntax(agency) + "}");
    appendField(text, "title", "{" + replaceBibtexSyntax(title()) + "}");
    appendField(text, "date", published == null ? null : published.toString());
    appendField(text, "url", accessPath());
    appendField(text, "urldate", accessDate.toString());
    appendField(text, "note", note());
    appendField(text, "language", "chinese");
    return text.append("}\n").toString();
  }

  private static void appendField(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append("  ").append(name).append(" = {").append(value).append("},\n");
    }
  }

  /**
   * Replaces braces, backslashes and control characters, which would end a BibTeX value, by spaces.
   */
  private static String replaceBibtexSyntax(String value) {
    return value.replaceAll("[{}\\\\\\p{Cntrl}]", " ");
  }

  /** The citation as a RIS record. */
  public String toRis() {
    StringBuilder text = new StringBuilder();
    appendLine(text, "TY", "ELEC");
    appendLine(text, "AU", agency);
    appendLine(text, "TI", title());
    appendLine(text, "PY", published == null ? null : Integer.toString(published.getYear()));
    appendLine(text, "DA", published == null ? null : published.toString().replace('-', '/'));
    appendLine(text, "UR", accessPath());
    appendLine(text, "Y2", accessDate.toString().replace('-', '/'));
    appendLine(text, "N1", note());
    appendLine(text, "LA", "zh-CN");
    return text.append("ER  - \r\n").toString();
  }

  private static void appendLine(StringBuilder text, String tag, @Nullable String value) {
    if (value != null) {
      text.append(tag).append("  - ").append(value.replaceAll("\\p{Cntrl}", " ")).append("\r\n");
    }
  }

  /**
   * The citation as CSL-JSON, an array of one item, which formats like {@link #gbt7714} in the CSL
   * style for GB/T 7714—2015. The fiscal year is not used as the year of publication.
   */
  public String toCslJson() {
    return toCslJson(List.of(this));
  }

  /** Several citations as CSL-JSON. */
  public static String toCslJson(List<Citation> citations) {
    ArrayNode items = JSON.createArrayNode();
    citations.forEach(citation -> citation.putCslFields(items.addObject()));
    return items.toPrettyString();
  }

  private void putCslFields(ObjectNode item) {
    item.put("id", key).put("type", "webpage").put("title", title()).put("URL", accessPath());
    item.put("language", "zh-CN").put("note", note());
    if (agency != null) {
      item.putArray("author").addObject().put("literal", agency);
    }
    if (published != null) {
      putDate(item, "issued", published);
    }
    putDate(item, "accessed", accessDate);
  }

  private static void putDate(ObjectNode item, String name, LocalDate day) {
    item.putObject(name)
        .putArray("date-parts")
        .addArray()
        .add(day.getYear())
        .add(day.getMonthValue())
        .add(day.getDayOfMonth());
  }
}
