package org.mingzhang.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.TableData;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Descriptions of documents in the vocabulary of schema.org, as JSON-LD that can be embedded in
 * HTML.
 */
public final class StructuredData {
  /** Maximum number of tables listed for a document. */
  private static final int MAX_TABLES = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private StructuredData() {}

  /**
   * Describes a document. Its first {@link #MAX_TABLES} tables are listed, for its newest version
   * only.
   *
   * @param address permalink of the document; it has a query string if the document is an old
   *     version
   */
  static String buildDocument(ArchivedDisclosure document, String address) {
    ObjectNode report = describeReport(document, address);
    ArrayNode parts = report.putArray("hasPart");
    List<TableData> tables = document.disclosure().tables();
    boolean newest = address.indexOf('?') < 0;
    for (int i = 0; newest && i < Math.min(tables.size(), MAX_TABLES); i++) {
      parts.add(buildTable(tables.get(i), i, report.path("name").asText(), address));
    }
    if (parts.isEmpty()) {
      report.remove("hasPart");
    }
    return escapeForScript(report);
  }

  private static ObjectNode buildTable(
      TableData table, int index, String document, String address) {
    ObjectNode data = JSON.createObjectNode().put("@type", "Dataset").put("inLanguage", "zh-CN");
    String title = table.title().isEmpty() ? "表 " + (index + 1) : table.title();
    data.put("name", title).put("description", document + "：" + title);
    data.put("url", address + "?view=tables#table" + index);
    data.putArray("variableMeasured").addAll(columnNames(table));
    data.putObject("distribution")
        .put("@type", "DataDownload")
        .put("encodingFormat", "text/csv")
        .put("contentUrl", address + "/tables/" + index + ".csv");
    return data;
  }

  private static List<JsonNode> columnNames(TableData table) {
    return table.header().stream()
        .filter(h -> !h.isBlank())
        .distinct()
        .map(h -> (JsonNode) JSON.getNodeFactory().textNode(h))
        .toList();
  }

  /**
   * Describes a section and its breadcrumbs.
   *
   * @param origin origin of the portal, for the links of the breadcrumbs
   * @param address address of the section
   */
  public static String buildSection(
      DocumentLookup.Resolution.FoundSection foundSection, String origin, String address) {
    ObjectNode part = JSON.createObjectNode();
    part.put("@context", "https://schema.org").put("@type", "CreativeWork");
    part.put("name", foundSection.section().heading())
        .put("url", address)
        .put("inLanguage", "zh-CN");
    part.put("position", foundSection.section().path());
    ObjectNode report = describeReport(foundSection.document(), "");
    report.remove("url");
    part.set("isPartOf", report);
    ArrayNode all =
        JSON.createArrayNode().add(part).add(buildBreadcrumbs(foundSection, origin, address));
    return escapeForScript(all);
  }

  /** Breadcrumbs of a section: the document, the headings above the section, and the section. */
  private static ObjectNode buildBreadcrumbs(
      DocumentLookup.Resolution.FoundSection foundSection, String origin, String address) {
    ArchivedDisclosure document = foundSection.document();
    ObjectNode breadcrumbs = JSON.createObjectNode();
    breadcrumbs.put("@context", "https://schema.org").put("@type", "BreadcrumbList");
    ArrayNode items = breadcrumbs.putArray("itemListElement");
    addBreadcrumb(
        items, DocumentDescription.title(document), origin + PortalLinks.permalink(document.id()));
    for (int index :
        DocumentOutline.ancestorsOf(document.disclosure().sections(), foundSection.index())) {
      addBreadcrumb(
          items,
          document.disclosure().sections().get(index).heading(),
          origin + PortalLinks.permalink(document.id(), document.sectionIds().get(index)));
    }
    addBreadcrumb(items, foundSection.section().heading(), address);
    return breadcrumbs;
  }

  private static void addBreadcrumb(ArrayNode items, String name, String address) {
    items
        .addObject()
        .put("@type", "ListItem")
        .put("position", items.size())
        .put("name", name)
        .put("item", address);
  }

  private static ObjectNode describeReport(ArchivedDisclosure document, String address) {
    DocumentDescription facts = DocumentDescription.of(document);
    ObjectNode report = JSON.createObjectNode();
    report.put("@context", "https://schema.org").put("@type", "Report");
    report.put("name", facts.title()).put("inLanguage", "zh-CN").put("url", address);
    if (facts.agency() != null) {
      report
          .putObject("publisher")
          .put("@type", "GovernmentOrganization")
          .put("name", facts.agency());
    }
    if (facts.year() != null) {
      report.put("temporalCoverage", facts.year().toString());
    }
    if (facts.region() != null) {
      report.put("spatialCoverage", facts.region());
    }
    report.put("encodingFormat", facts.mediaType()).put("numberOfPages", facts.pages());
    return report;
  }

  /** Escapes JSON for use inside a script element; otherwise a title could close the element. */
  public static String escapeForScript(JsonNode node) {
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
